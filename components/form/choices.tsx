"use client";

import { clsx } from "clsx";
import type { ComponentProps, ReactNode } from "react";
import { useField } from "./field-context";

export type Choice = {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
  hidden?: boolean;
};

/** Everything `register(path)` gives, to be spread. */
type Registered = Pick<ComponentProps<"input">, "onChange" | "onBlur" | "ref" | "name">;

const BOX = "size-[18px] shrink-0 accent-accent disabled:cursor-not-allowed";

function useChoiceId(): (index: number) => string | undefined {
  const field = useField();
  // The first choice carries the field's id, so that the error summary lands on it.
  return (index) => field && (index === 0 ? field.id : `${field.id}-${index}`);
}

type ChoiceInputProps = Registered & {
  type: "radio" | "checkbox";
  choice: Choice;
  id: string | undefined;
  invalid: boolean;
  card: boolean;
  defaultChecked?: boolean;
};

function ChoiceInput({ type, choice, id, invalid, card, ...rest }: ChoiceInputProps) {
  return (
    <label
      hidden={choice.hidden}
      className={clsx(
        "items-start gap-3 text-form",
        choice.hidden ? "hidden" : "flex",
        card
          ? "control-edge px-4 py-3 has-checked:border-accent has-checked:bg-accent-wash has-disabled:bg-tone-ended-wash"
          : "min-h-9 py-1.5",
        "has-disabled:cursor-not-allowed has-disabled:text-muted",
      )}
    >
      <input
        {...rest}
        type={type}
        id={id}
        value={choice.value}
        disabled={choice.disabled}
        aria-invalid={invalid || undefined}
        className={clsx(BOX, "mt-1")}
      />
      <span className="min-w-0">
        {choice.label}
        {choice.hint && <span className="mt-0.5 block text-base text-muted">{choice.hint}</span>}
      </span>
    </label>
  );
}

export type ChoicesProps = Registered & {
  options: readonly Choice[];
  defaultValue?: string | readonly string[];
  /** Cards for choices worth reading; `plain` rows for short ones, in `columns` where many; `inline` for two or three words. */
  look?: "cards" | "plain" | "columns" | "inline";
};

function Choices({
  type,
  options,
  defaultValue,
  look = "cards",
  ...rest
}: ChoicesProps & { type: "radio" | "checkbox" }) {
  const field = useField();
  const idOf = useChoiceId();
  const isDefault = (value: string) =>
    defaultValue === undefined
      ? undefined
      : typeof defaultValue === "string"
        ? defaultValue === value
        : defaultValue.includes(value);
  return (
    <div
      className={clsx(
        look === "columns" ? "grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3" : "flex",
        look === "inline" && "flex-wrap gap-x-6",
        (look === "cards" || look === "plain") && "flex-col",
        look === "cards" && "gap-2",
      )}
    >
      {options.map((choice, index) => (
        <ChoiceInput
          {...rest}
          key={choice.value}
          type={type}
          choice={choice}
          id={idOf(index)}
          invalid={field?.invalid ?? false}
          card={look === "cards"}
          defaultChecked={isDefault(choice.value)}
        />
      ))}
    </div>
  );
}

/** One of several. Inside `<FormField group>`. */
export function RadioGroup(props: ChoicesProps) {
  return <Choices type="radio" {...props} />;
}

/** Any of several; react-hook-form gives an array of the chosen values. Inside `<FormField group>`. */
export function CheckboxGroup(props: ChoicesProps) {
  return <Choices type="checkbox" look="plain" {...props} />;
}

export type CheckboxProps = Omit<ComponentProps<"input">, "type"> & { label: ReactNode; hint?: ReactNode };

/** One yes or no, with its own sentence. */
export function Checkbox({ label, hint, className, ...rest }: CheckboxProps) {
  const field = useField();
  return (
    <label className={clsx("flex items-start gap-3 py-1.5 text-form", className)}>
      <input
        type="checkbox"
        id={field?.id}
        aria-describedby={field?.describedBy}
        aria-invalid={field?.invalid || undefined}
        {...rest}
        className={clsx(BOX, "mt-1")}
      />
      <span className="min-w-0">
        {label}
        {hint && <span className="mt-0.5 block text-base text-muted">{hint}</span>}
      </span>
    </label>
  );
}

"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { type ChangeEvent, type ComponentProps, useId, useState } from "react";
import { useFieldProps } from "./field-context";

/** Width by what is typed, so that the box itself says how long the answer is. */
export type InputWidth = "full" | "medium" | "short";
const WIDTH: Record<InputWidth, string> = {
  full: "w-full",
  medium: "w-full sm:w-72",
  short: "w-full sm:w-44",
};
const BOX = "control-edge min-h-11 px-3 py-2 text-form md:min-h-10";

export type TextInputProps = Omit<ComponentProps<"input">, "width"> & { width?: InputWidth; mono?: boolean };

/** One line of text. Spread `register(path)` into it; inside a `FormField` the rest comes by itself. */
export function TextInput({ width = "full", mono, className, ...rest }: TextInputProps) {
  return (
    <input
      type="text"
      autoComplete="off"
      {...useFieldProps()}
      {...rest}
      className={clsx(BOX, WIDTH[width], mono && "font-mono", className)}
    />
  );
}

export type TextAreaProps = ComponentProps<"textarea"> & {
  /** Shows a counter; nothing is cut off, so that a long text can be shortened by its writer. */
  limit?: number;
};

/** Several lines. */
export function TextArea({ limit, className, onChange, ...rest }: TextAreaProps) {
  const t = useTranslations("form");
  const counterId = useId();
  const field = useFieldProps();
  const [count, setCount] = useState<number>();
  const measure = (element: HTMLTextAreaElement | null) => {
    if (limit !== undefined && element) setCount([...element.value].length);
  };
  const change = (event: ChangeEvent<HTMLTextAreaElement>) => {
    measure(event.currentTarget);
    return onChange?.(event);
  };
  const over = limit !== undefined && count !== undefined && count > limit;

  return (
    <>
      <textarea
        rows={4}
        {...field}
        {...rest}
        onFocus={(event) => measure(event.currentTarget)}
        onChange={change}
        aria-describedby={clsx(field["aria-describedby"], limit !== undefined && counterId) || undefined}
        className={clsx("control-edge w-full px-3 py-2 text-form", className)}
      />
      {limit !== undefined && (
        <p
          id={counterId}
          className={clsx("text-small tabular-nums", over ? "text-tone-refused" : "text-muted")}
        >
          {count === undefined
            ? t("limit", { limit })
            : over
              ? t("over", { count: count - limit })
              : t("left", { count: limit - count })}
        </p>
      )}
    </>
  );
}

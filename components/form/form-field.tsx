"use client";

import { clsx } from "clsx";
import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useContext } from "react";
import { useFormContext } from "react-hook-form";
import { FieldContext, FieldNotes, FieldScope, fieldId } from "./field-context";

export type FormFieldProps = {
  /** Path of the value in the form: gives the control's id and, inside a FormProvider, its error. */
  name: string;
  label: ReactNode;
  /** Before the control: what to write, where to find it. */
  hint?: ReactNode;
  /** A sentence; by default the message react-hook-form holds for `name`. */
  error?: ReactNode;
  /** Optional fields are marked; required is the rule. */
  optional?: boolean;
  /** A group of radios or checkboxes: the label becomes a legend. */
  group?: boolean;
  /** Always label above (rails, dialogs, filters). */
  stacked?: boolean;
  /** Where the group around it says what it is: the label is only read out. */
  hideLabel?: boolean;
  children: ReactNode;
};

function useFormError(name: string): string | undefined {
  // Null outside a FormProvider, whatever its type says.
  const form = useFormContext() as ReturnType<typeof useFormContext> | null;
  return form?.getFieldState(name, form.formState).error?.message;
}

/** Label, hint, control, error: in this order for the eye and for listeners. */
export function FormField(props: FormFieldProps) {
  const t = useTranslations("form");
  const { name, label, hint, optional = false, group, stacked, hideLabel, children } = props;
  const formError = useFormError(name);
  const note = useContext(FieldNotes)?.(name);
  const error = props.error ?? formError;
  const id = useContext(FieldScope) + fieldId(name);
  const describedBy =
    [hint && !note?.locked && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined;
  const state = {
    id,
    name,
    required: !optional,
    invalid: Boolean(error),
    describedBy,
    labelId: `${id}-label`,
  };
  // What cannot be changed is read: no control to label, a group with its name.
  const groupProps = (group || note?.locked) && {
    role: "group",
    "aria-labelledby": state.labelId,
    "aria-describedby": describedBy,
  };
  const labelClass = hideLabel ? "sr-only" : clsx("font-semibold", !stacked && "md:pt-2 md:text-right");
  const words = (
    <>
      {label}
      {optional && <span className="font-normal text-muted">{t("optional")}</span>}
    </>
  );

  return (
    <FieldContext value={state}>
      <div
        {...groupProps}
        data-field={name}
        className={clsx(
          "grid gap-x-6 gap-y-1.5 text-base",
          !stacked && "md:grid-cols-[9rem_minmax(0,1fr)]",
          error && "max-md:border-l-4 max-md:border-tone-refused max-md:pl-3",
        )}
      >
        {group || note?.locked ? (
          <span id={state.labelId} className={labelClass}>
            {words}
          </span>
        ) : (
          <label id={state.labelId} htmlFor={id} className={labelClass}>
            {words}
          </label>
        )}
        <div className="flex min-w-0 flex-col gap-1.5">
          {hint && !note?.locked && (
            <p id={`${id}-hint`} className={clsx("text-muted", !stacked && "md:pt-2")}>
              {hint}
            </p>
          )}
          {note?.locked ?? children}
          {note?.below}
          {error && (
            <p id={`${id}-error`} className="flex items-start gap-1.5 font-semibold text-tone-refused">
              <CircleAlert aria-hidden className="mt-[3px] size-4 shrink-0" />
              <span className="min-w-0">{error}</span>
            </p>
          )}
        </div>
      </div>
    </FieldContext>
  );
}

/** A stack of fields with the form's rhythm; with a title a named group. */
export function FieldGroup({ title, description, children }: FieldGroupProps) {
  return (
    <section className="flex flex-col gap-6">
      {title && (
        <header>
          <h2 className="text-h3">{title}</h2>
          {description && <p className="mt-1 text-muted">{description}</p>}
        </header>
      )}
      {children}
    </section>
  );
}

export type FieldGroupProps = { title?: ReactNode; description?: ReactNode; children: ReactNode };

"use client";

import { useTranslations } from "next-intl";
import { type ComponentProps, useId, useState } from "react";
import { useField, useFieldProps } from "./field-context";

export type DateInputProps = Omit<ComponentProps<"input">, "type">;

/** A civil day, `2026-11-21`. */
export function DateInput({ className, ...rest }: DateInputProps) {
  return (
    <input
      {...useFieldProps()}
      {...rest}
      type="date"
      max={rest.max ?? "2999-12-31"}
      className={className ?? "control-edge min-h-11 w-full px-3 py-2 text-form sm:w-44 md:min-h-10"}
    />
  );
}

type Registered = Pick<ComponentProps<"input">, "onChange" | "onBlur" | "ref" | "name">;

export type DateRangeProps = {
  from: Registered & { defaultValue?: string };
  to: Registered & { defaultValue?: string };
  /** The checkbox "long term": no end. Left out, there is none. */
  longTerm?: Registered & { defaultChecked?: boolean };
  /** Whether it is ticked now (`watch(path)`); by default followed from its clicks. */
  isLongTerm?: boolean;
};

/** From, to, or without end: validity of a certificate. Inside `<FormField group>`. */
export function DateRange({ from, to, longTerm, isLongTerm }: DateRangeProps) {
  const t = useTranslations("form");
  const field = useField();
  const ownId = useId();
  const fromId = field?.id ?? `${ownId}-from`;
  const toId = `${ownId}-to`;
  const [ticked, setTicked] = useState(longTerm?.defaultChecked ?? false);
  const endless = isLongTerm ?? ticked;

  return (
    <div className="flex flex-wrap items-end gap-x-3 gap-y-2">
      <label className="flex w-full flex-col gap-1 sm:w-auto" htmlFor={fromId}>
        <span className="text-small text-muted">{t("from")}</span>
        <DateInput {...from} id={fromId} />
      </label>
      {!endless && (
        <label className="flex w-full flex-col gap-1 sm:w-auto" htmlFor={toId}>
          <span className="text-small text-muted">{t("to")}</span>
          <DateInput {...to} id={toId} />
        </label>
      )}
      {longTerm && (
        <label className="flex min-h-10 items-center gap-2 text-form">
          <input
            {...longTerm}
            type="checkbox"
            id={field ? `${field.id}-long-term` : undefined}
            onChange={(event) => {
              setTicked(event.target.checked);
              return longTerm.onChange?.(event);
            }}
            className="size-[18px] accent-accent"
          />
          {t("longTerm")}
        </label>
      )}
    </div>
  );
}

"use client";

import { CircleX } from "lucide-react";
import { useTranslations } from "next-intl";
import { type MouseEvent, useEffect, useRef } from "react";
import { fieldId } from "./field-context";

/** `name` is the field's path in the form; empty when it belongs to none. */
export type SummaryError = { name: string; message: string };

/** Puts the reader on the control of a path; on its first checkbox or radio in a group. */
export function focusField(name: string): void {
  const target =
    document.getElementById(fieldId(name)) ??
    document.querySelector<HTMLElement>(
      `[data-field="${CSS.escape(name)}"] :is(input, select, textarea, button)`,
    );
  target?.scrollIntoView({ block: "center" });
  target?.focus({ preventScroll: true });
}

/** Has the page a field of this name, shown now? */
export const isOnPage = (name: string): boolean =>
  document.querySelector(`[data-field="${CSS.escape(name)}"]`) !== null;

/** Errors as their fields follow each other on the page; what belongs to no field comes first. */
export function inPageOrder<E extends { readonly name: string }>(errors: readonly E[]): readonly E[] {
  const fields = [...document.querySelectorAll<HTMLElement>("[data-field]")].map(
    ({ dataset }) => dataset.field,
  );
  return errors.toSorted((a, b) => fields.indexOf(a.name) - fields.indexOf(b.name));
}

export type ErrorSummaryProps = {
  errors: readonly SummaryError[];
  /** Changes with every failed try (`formState.submitCount`): then the summary takes focus anew. */
  attempt: number;
};

/** Everything that has to be mended, on top of the form, each a link to its field where it has one. */
export function ErrorSummary({ errors, attempt }: ErrorSummaryProps) {
  const t = useTranslations("form");
  const box = useRef<HTMLDivElement>(null);
  const some = errors.length > 0;
  const prefix = t("errorPrefix");

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt is the reason to take focus
  useEffect(() => {
    if (some) box.current?.focus();
  }, [some, attempt]);

  useEffect(() => {
    if (!some) return;
    const before = document.title;
    if (!before.startsWith(prefix)) document.title = prefix + before;
    return () => {
      document.title = before;
    };
  }, [some, prefix]);

  if (!some) return null;
  const go = (name: string) => (event: MouseEvent) => {
    event.preventDefault();
    focusField(name);
  };
  return (
    <div
      ref={box}
      tabIndex={-1}
      role="alert"
      aria-labelledby="error-summary-title"
      className="rounded-panel border-2 border-tone-refused bg-surface px-5 py-4 outline-offset-2"
    >
      <h2 id="error-summary-title" className="flex items-center gap-2 text-h3 text-tone-refused">
        <CircleX aria-hidden className="size-5 shrink-0" />
        {t("errorTitle", { count: errors.length })}
      </h2>
      <ul className="mt-2 flex flex-col gap-1">
        {errors.map((error) => (
          <li key={error.name + error.message}>
            {error.name === "" ? (
              <p className="py-0.5 font-semibold text-tone-refused">{error.message}</p>
            ) : (
              <a
                href={`#${fieldId(error.name)}`}
                onClick={go(error.name)}
                className="inline-block py-0.5 font-semibold text-tone-refused underline underline-offset-3"
              >
                {error.message}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

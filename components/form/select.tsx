"use client";

import { clsx } from "clsx";
import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { useFieldProps } from "./field-context";

export type Option = { value: string; label: string; disabled?: boolean };

export type SelectProps = ComponentProps<"select"> & {
  options: readonly Option[];
  /** The first, empty choice; a default sentence when left out, none when `null`. */
  placeholder?: string | null;
};

/** The platform's own list: right on phones, searchable by typing. */
export function Select({ options, placeholder, className, ...rest }: SelectProps) {
  const t = useTranslations("form");
  return (
    <span className={clsx("relative block", className ?? "w-full sm:w-72")}>
      <select
        {...useFieldProps()}
        {...rest}
        className="control-edge min-h-11 w-full appearance-none py-2 pr-9 pl-3 text-form md:min-h-10"
      >
        {placeholder !== null && <option value="">{placeholder ?? t("choose")}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-muted"
      />
    </span>
  );
}

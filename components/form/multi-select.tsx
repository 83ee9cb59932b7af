"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { CheckboxGroup, type Choice, type ChoicesProps } from "./choices";

export type MultiSelectProps = Omit<ChoicesProps, "look" | "options"> & {
  options: readonly (Choice & { label: string })[];
  /** A box to narrow the list, for long lists. */
  searchable?: boolean;
};

/** A scrolling list of checkboxes, narrowed by typing. Hidden choices stay chosen. */
export function MultiSelect({ options, searchable = options.length > 8, ...rest }: MultiSelectProps) {
  const t = useTranslations("form");
  const [query, setQuery] = useState("");
  const wanted = query.trim().toLowerCase();
  const hits = options.filter((option) => option.label.toLowerCase().includes(wanted)).length;

  return (
    <div className="control-edge overflow-hidden">
      {searchable && (
        <div className="relative border-b border-line">
          <Search
            aria-hidden
            className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-muted"
          />
          <input
            type="search"
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            aria-label={t("filterList")}
            placeholder={t("filterList")}
            className="min-h-10 w-full bg-transparent pr-3 pl-9 text-form outline-offset-[-2px]"
          />
        </div>
      )}
      <div className="max-h-64 overflow-y-auto px-3 py-1">
        <CheckboxGroup
          {...rest}
          look="plain"
          options={options.map((option) => ({
            ...option,
            hidden: !option.label.toLowerCase().includes(wanted),
          }))}
        />
      </div>
      <p role="status" className={wanted && hits === 0 ? "px-3 pb-3 text-muted" : "sr-only"}>
        {wanted ? t("filterHits", { count: hits }) : ""}
      </p>
    </div>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import type { BenchDocument } from "./types";

type Props = { document: BenchDocument; version: string; onVersion: (id: string) => void };

/** What this document replaced: chosen from a list, absent where there is none. */
export function DocumentVersions({ document, version, onVersion }: Props) {
  const t = useTranslations("review.bench");
  const id = useId();
  if (document.earlier.length === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-2 border-t border-line px-4 py-1.5">
      <label htmlFor={id} className="text-small text-muted">
        {t("versions", { count: document.earlier.length })}
      </label>
      <select
        id={id}
        value={version}
        onChange={(event) => onVersion(event.target.value)}
        className="control-edge min-h-8 min-w-0 flex-1 px-2 text-base"
      >
        <option value="">{t("newest")}</option>
        {document.earlier.map((old) => (
          <option key={old.id} value={old.id}>
            {old.label}
          </option>
        ))}
      </select>
    </div>
  );
}

"use client";

import { FlaskConical } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";

interface SampleGroup {
  readonly id: string;
  readonly title?: string;
  readonly rows: readonly { readonly label: string; readonly value: string }[];
}

/** Sandbox only: what the persona would type here, to copy or to put into the empty fields in one go. */
export function SampleValues({ groups, fill }: { groups: readonly SampleGroup[]; fill: () => void }) {
  const t = useTranslations("sections.samples");
  const [filled, setFilled] = useState(false);
  if (groups.length === 0) return null;
  return (
    <section aria-labelledby="samples" className="rounded-panel border border-line bg-surface px-4 py-4">
      <h2 id="samples" className="flex items-center gap-2 text-base">
        <FlaskConical aria-hidden className="size-4 text-tone-you" />
        {t("title")}
      </h2>
      <p className="mt-1 text-small text-muted">{t("text")}</p>
      <Button
        className="mt-3"
        onClick={() => {
          fill();
          setFilled(true);
        }}
      >
        {t("fill")}
      </Button>
      <p role="status" className="mt-1 text-small text-muted empty:hidden">
        {filled ? t("filled") : ""}
      </p>
      <details className="mt-3">
        <summary className="min-h-6 py-0.5 text-small">{t("list")}</summary>
        {groups.map(({ id, title, rows }) => (
          <div key={id} className="mt-3 border-t border-line pt-3">
            {title && <h3 className="mb-1 text-small">{title}</h3>}
            <dl className="flex flex-col gap-1 text-small">
              {rows.map(({ label, value }) => (
                <div key={label} className="grid grid-cols-[5.5rem_minmax(0,1fr)] items-start gap-2">
                  <dt className="py-0.5 text-muted">{label}</dt>
                  <dd className="flex items-start justify-between gap-2">
                    <span className="min-w-0 py-0.5 break-words">{value}</span>
                    <CopyButton text={value} />
                  </dd>
                </div>
              ))}
            </dl>
          </div>
        ))}
      </details>
    </section>
  );
}

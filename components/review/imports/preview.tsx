"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { Notice } from "@/components/ui/notice";
import type { ImportPreview } from "@/lib/usecases/imports/import-file";

const CHANGES = ["added", "changed", "removed"] as const;

type Props = { preview: ImportPreview; busy: boolean; confirm: () => void };

/** What a file would do, or every row that has to be corrected first. */
export function PreviewPanel({ preview, busy, confirm }: Props) {
  const t = useTranslations("imports");
  const { problems, problemCount, unchanged, examples } = preview;
  if (problemCount > 0)
    return (
      <Notice tone="refused" title={t("bad", { count: problemCount })}>
        <p className="mb-2">{t("badText")}</p>
        <DataTable
          label={t("badRows")}
          rows={problems}
          rowKey={({ line, column, reason, params }) => `${line} ${column} ${reason} ${params?.position}`}
          columns={[
            { label: t("line"), numeric: true, cell: ({ line }) => line },
            { label: t("column"), cell: ({ column }) => column ?? t("wholeRow") },
            {
              label: t("why"),
              strong: true,
              cell: ({ reason, params }) => t(`problem.${reason}`, { ...params }),
            },
          ]}
        />
        {problems.length < problemCount && <p className="mt-2">{t("more", { shown: problems.length })}</p>}
      </Notice>
    );
  const nothing = preview.added + preview.changed + preview.removed === 0;
  if (nothing) return <Notice tone="neutral">{t("nothing", { count: unchanged })}</Notice>;
  return (
    <Notice
      tone="neutral"
      title={t("would")}
      actions={
        <Button variant="primary" loading={busy} onClick={confirm}>
          {t("confirm")}
        </Button>
      }
    >
      <ul className="flex flex-col gap-1">
        {CHANGES.map((change) => (
          <li key={change}>
            {t(`count.${change}`, { count: preview[change] })}
            {examples[change].length > 0 && (
              <span className="ml-2 font-mono text-small break-all text-muted">
                {examples[change].join(" ")}
              </span>
            )}
          </li>
        ))}
        <li>{t("count.unchanged", { count: unchanged })}</li>
      </ul>
    </Notice>
  );
}

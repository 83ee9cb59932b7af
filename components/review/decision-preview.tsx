"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { CorrectionSheet, CorrectionWords } from "@/components/filing/order/correction-sheet";
import { Notice } from "@/components/ui/notice";
import { refusalText } from "@/lib/messages/refusal-text";
import type { DecisionPreview as Preview } from "@/lib/usecases/review/preview-decision";
import type { BenchActions, BenchItem } from "./types";

type Props = {
  orderId: string;
  /** Null: the order would be approved. */
  items: readonly BenchItem[] | null;
  preview: BenchActions["preview"];
};

/** The decision as the applicant will read it: his message, and the sheet of his order's page, in his language. */
export function DecisionPreview({ orderId, items, preview }: Props) {
  const t = useTranslations("review.bench.preview");
  const errors = useTranslations("errors");
  const common = useTranslations("common");
  const [told, setTold] = useState<Preview | null>(null);
  const [error, setError] = useState<string | null>(null);
  const asked = JSON.stringify(
    items?.map(({ code, target, suggestion }) => ({ code, target, suggestion })) ?? null,
  );
  useEffect(() => {
    let current = true;
    const input = { orderId, items: JSON.parse(asked) as readonly BenchItem[] | null };
    preview(input).then(
      (result) => {
        if (!current) return;
        setTold(result.ok ? result.value : null);
        setError(result.ok ? null : refusalText(errors, result.error));
      },
      () => current && setError(errors("busy.text")),
    );
    return () => {
      current = false;
    };
  }, [orderId, asked, preview, errors]);
  return (
    <section aria-label={t("title")} className="mt-4 border-t border-line pt-4">
      <h3 className="text-base font-semibold">{t("title")}</h3>
      <p className="text-small text-muted">{t(told?.locale === "en" ? "inEnglish" : "inChinese")}</p>
      {error && (
        <Notice tone="refused" role="alert">
          {error}
        </Notice>
      )}
      {told === null ? (
        error === null && <p className="mt-3 text-muted">{common("loading")}</p>
      ) : (
        <div lang={told.locale} className="mt-3 flex flex-col gap-3 rounded-panel bg-canvas p-3">
          <div className="rounded-panel border border-line bg-surface px-4 py-3">
            <p className="font-semibold">{told.message.title}</p>
            <p className="text-muted">{told.message.text}</p>
          </div>
          {told.sheet && (
            <CorrectionSheet
              title={told.sheet.title}
              text={told.sheet.text}
              sections={told.sheet.sections.map((section) => ({
                ...section,
                items: section.items.map(({ name, why }, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the same reason may be given twice on a page
                  <li key={index}>
                    <CorrectionWords name={name} why={why} />
                  </li>
                )),
              }))}
            />
          )}
        </div>
      )}
    </section>
  );
}

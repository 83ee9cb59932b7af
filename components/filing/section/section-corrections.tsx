"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { CorrectionView } from "@/lib/usecases/orders/views/corrections";
import type { Action } from "../actions";

/** With its pictures and their upload, which most pages of the form never need. */
const CorrectionItem = dynamic(() => import("../order/correction-item").then((part) => part.CorrectionItem));

type Props = { orderId: string; corrections: readonly CorrectionView[]; answer: Action };

/** What was asked to be corrected on this very page. */
export function SectionCorrections({ orderId, corrections, answer }: Props) {
  const t = useTranslations("sections.form");
  if (corrections.length === 0) return null;
  return (
    <Notice tone="refused" title={t("corrections", { count: corrections.length })}>
      <ul className="mt-2 flex flex-col gap-3">
        {corrections.map((item) => (
          <CorrectionItem key={item.id} orderId={orderId} item={item} answer={answer} />
        ))}
      </ul>
    </Notice>
  );
}

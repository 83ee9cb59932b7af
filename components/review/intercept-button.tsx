"use client";

import { useTranslations } from "next-intl";
import { useRun } from "@/components/form/use-run";
import { ReasonDialog } from "@/components/ui/reason-dialog";
import { INTERCEPT_REASONS } from "@/lib/filing/lifecycle/types";
import type { BenchActions } from "./types";

type Props = { orderId: string; version: number; intercept: BenchActions["intercept"] };

/** Holds an approved order back before it goes to the authority. */
export function InterceptButton({ orderId, version, intercept }: Props) {
  const t = useTranslations("review.bench.intercept");
  const { busy, error, run } = useRun();
  return (
    <ReasonDialog
      title={t("title")}
      text={t("text")}
      button={t("button")}
      confirm={t("confirm")}
      legend={t("reason")}
      reasons={INTERCEPT_REASONS.map((code) => ({ code, label: t(`reasons.${code}`) }))}
      first="asked"
      busy={busy}
      error={error}
      act={(reason) => run(() => intercept({ orderId, version, reason }))}
    />
  );
}

"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Notice } from "@/components/ui/notice";
import type { ResendOutcome } from "@/lib/authority/sandbox/resend";
import type { TryOutcome } from "@/lib/authority/sandbox/verification";

export type Outcome =
  | { readonly kind: "verify"; readonly value: TryOutcome }
  | { readonly kind: "resend"; readonly value: ResendOutcome }
  | { readonly kind: "refused"; readonly text: string };

const TONE = {
  done: "done",
  all_done: "done",
  wait_for_others: "others",
  no_record: "refused",
  sent: "done",
  nothing_pending: "neutral",
  too_soon: "you",
  too_often: "you",
} as const;

/** The authority's answer; takes focus, because it may be out of sight on a phone. */
export function OutcomeNotice({ outcome }: { outcome: Outcome | null }) {
  const t = useTranslations("verify");
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (outcome) box.current?.focus();
  }, [outcome]);
  if (!outcome) return null;
  if (outcome.kind === "refused")
    return (
      <div ref={box} tabIndex={-1} className="rounded-panel">
        <Notice role="alert" tone="refused">
          {outcome.text}
        </Notice>
      </div>
    );
  const key =
    outcome.kind === "verify" ? (`outcome.${outcome.value}` as const) : (`resend.${outcome.value}` as const);
  return (
    <div ref={box} tabIndex={-1} className="rounded-panel">
      <Notice role="status" tone={TONE[outcome.value]} title={t(`${key}.title`)}>
        {t(`${key}.text`)}
      </Notice>
    </div>
  );
}

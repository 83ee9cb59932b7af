"use client";

import { useTranslations } from "next-intl";
import type { Refusal } from "@/lib/filing/shared/refusal";
import { refusalText } from "@/lib/messages/refusal-text";

/** Sentences of what went wrong in a form about an account: reasons of its schema, then ours, then the general ones. */
export function useAccountWords() {
  const reasons = useTranslations("auth.reason");
  const refused = useTranslations("account.refused");
  const errors = useTranslations("errors");
  const general = (refusal: Pick<Refusal, "code" | "reason" | "params">): string => {
    const key = refusal.reason?.startsWith("account.") ? refusal.reason.slice("account.".length) : "";
    return key !== "" && refused.has(key)
      ? refused(key, { ...refusal.params } as never)
      : refusalText(errors, refusal);
  };
  return {
    refusal: general,
    field: (reason: string) => (reasons.has(reason) ? reasons(reason) : general({ code: "invalid", reason })),
  };
}

import { useLocale, useTranslations } from "next-intl";
import type { DecisionEstimate } from "@/lib/filing/lifecycle";
import { formatDate } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";

/** Writes a span as one day or as two; days, because working days are never exact to the hour. */
function useSpanText(): (span: { readonly earliest: number; readonly latest: number }) => string {
  const t = useTranslations("estimate");
  const locale = toLocale(useLocale());
  return ({ earliest, latest }) => {
    const [from, to] = [formatDate(earliest, locale), formatDate(latest, locale)];
    return from === to ? to : t("range", { from, to });
  };
}

/** The dates of a decision with the mark of an estimated year: for rows and headings. */
export function useDecisionText(): (estimate: DecisionEstimate) => string {
  const t = useTranslations("estimate");
  const write = useSpanText();
  return (estimate) => write(estimate) + (estimate.estimated ? ` (${t("estimated")})` : "");
}

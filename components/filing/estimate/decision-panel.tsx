import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { DecisionEstimate } from "@/lib/filing/lifecycle";
import { formatDate } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import { EstimateParts } from "./estimate-parts";
import { useDecisionText } from "./estimate-text";

/** When a decision may be expected, the legal limit beside it, and how both are counted. */
export function DecisionPanel({
  estimate,
  calendarHref,
}: {
  estimate: DecisionEstimate;
  calendarHref?: string;
}) {
  const t = useTranslations("estimate");
  const write = useDecisionText();
  return (
    <div>
      <dl>
        <dt className="font-semibold">{t("label")}</dt>
        <dd className="text-h3 tabular-nums">{write(estimate)}</dd>
      </dl>
      <DecisionNotes estimate={estimate} />
      <details className="mt-2">
        <summary className="min-h-6 py-0.5 text-accent">{t("how")}</summary>
        <p className="mt-2 text-muted">{t("counted")}</p>
        <EstimateParts parts={estimate.parts} />
        {calendarHref && (
          <p className="mt-2">
            <Link href={calendarHref} className="link">
              {t("calendar")}
            </Link>
          </p>
        )}
      </details>
    </div>
  );
}

/** The legal limit, and whatever makes the dates less sure. */
export function DecisionNotes({ estimate }: { estimate: DecisionEstimate }) {
  const t = useTranslations("estimate");
  const locale = toLocale(useLocale());
  const { legal, parts, overdue, estimated } = estimate;
  const [min, max] = parts.at(-1)?.amount ?? [0, 0];
  const [from, date] = [formatDate(legal.earliest, locale), formatDate(legal.latest, locale)];
  const days = legal.workingDays;
  return (
    <div className="mt-1 flex flex-col gap-1 text-muted">
      {overdue && <p>{t("overdue")}</p>}
      {legal.exceeded && <p>{t("exceeded", { min, max, days })}</p>}
      <p>{from === date ? t("legal", { days, date }) : t("legalRange", { days, from, date })}</p>
      {(estimated || legal.estimated) && <p>{t("estimatedText")}</p>}
    </div>
  );
}

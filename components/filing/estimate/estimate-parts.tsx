import { useLocale, useTranslations } from "next-intl";
import { useSourceText } from "@/components/filing/text/source-text";
import type { EstimatePart } from "@/lib/filing/lifecycle";
import { formatDate } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";

/** The sum of an estimate, step by step, each with its length, its days and who says so. */
export function EstimateParts({ parts }: { parts: readonly EstimatePart[] }) {
  const t = useTranslations("estimate");
  const sourceText = useSourceText();
  const locale = toLocale(useLocale());
  return (
    <ol className="flex flex-col">
      {parts.map(({ step, unit, amount: [min, max], ends, estimated, source }) => {
        const [from, to] = [formatDate(ends.earliest, locale), formatDate(ends.latest, locale)];
        return (
          <li key={step} className="border-b border-line py-2 last:border-0">
            <p className="flex flex-wrap justify-between gap-x-4">
              <span className="font-semibold">{t(`step.${step}`)}</span>
              <span className="tabular-nums">
                {t(`amount.${unit}`, { min, max, same: min === max ? "yes" : "no" })}
              </span>
            </p>
            <p className="flex flex-wrap justify-between gap-x-4 text-small text-muted">
              <span>{source === null ? t("ownSource") : sourceText(source)}</span>
              <span className="tabular-nums">
                {t("ends", { from, to, same: from === to ? "yes" : "no" })}
                {estimated && ` (${t("estimated")})`}
              </span>
            </p>
          </li>
        );
      })}
    </ol>
  );
}

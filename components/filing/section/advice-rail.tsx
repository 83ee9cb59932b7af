"use client";

import { useLocale, useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { ruleById } from "@/lib/filing/rules";
import type { Finding } from "@/lib/filing/rules/types";
import { provinceName } from "@/lib/messages/codes";
import { toLocale } from "@/lib/messages/locales";
import { useSourceText } from "../text/source-text";
import { useFindingText } from "../text/use-finding-text";

/** Advice of the rule book on this page, each with its why: rule, source, province. */
export function AdviceRail({
  findings,
  province,
}: {
  findings: readonly Finding[];
  province: string | undefined;
}) {
  const t = useTranslations("sections.advice");
  const text = useFindingText();
  const sourceText = useSourceText();
  const locale = toLocale(useLocale());
  return (
    <section aria-label={t("title")} aria-live="polite" className="flex flex-col gap-3">
      {findings.map((finding) => (
        <Notice
          key={`${finding.rule}${finding.path}${finding.message}`}
          tone={finding.level === "warn" ? "you" : "neutral"}
        >
          <p>{text(finding)}</p>
          <details className="mt-2 text-small text-muted">
            <summary className="min-h-6 py-0.5">{t("why")}</summary>
            <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5">
              <dt>{t("rule")}</dt>
              <dd className="font-mono">{finding.rule}</dd>
              <dt>{t("source")}</dt>
              <dd>{sourceText(ruleById(finding.rule)?.source ?? "-")}</dd>
              {province && (
                <>
                  <dt>{t("province")}</dt>
                  <dd>{provinceName(province, locale)}</dd>
                </>
              )}
            </dl>
          </details>
        </Notice>
      ))}
    </section>
  );
}

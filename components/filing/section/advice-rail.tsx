"use client";

import { useLocale, useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { provinceName } from "@/lib/messages/codes";
import type { ToldFinding } from "@/lib/messages/finding-text";
import { toLocale } from "@/lib/messages/locales";

/** Advice of the rule book on this page, each with its why: rule, source, province. */
export function AdviceRail({
  findings,
  province,
}: {
  findings: readonly ToldFinding[];
  province: string | undefined;
}) {
  const t = useTranslations("sections.advice");
  return (
    <section aria-label={t("title")} aria-live="polite" className="flex flex-col gap-3">
      {findings.map((finding) => (
        <Notice
          key={`${finding.rule}${finding.path}${finding.message}`}
          tone={finding.level === "warn" ? "you" : "neutral"}
        >
          <p>{finding.text}</p>
          <Why finding={finding} province={province} />
        </Notice>
      ))}
    </section>
  );
}

function Why({ finding, province }: { finding: ToldFinding; province: string | undefined }) {
  const t = useTranslations("sections.advice");
  const locale = toLocale(useLocale());
  const { rule, title, source, byProvince } = finding;
  return (
    <details className="mt-2 text-small text-muted">
      <summary className="min-h-6 py-0.5">{t("why")}</summary>
      <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5">
        <dt>{t("rule")}</dt>
        <dd className="min-w-0">
          {title} <span className="font-mono break-all">{rule}</span>
        </dd>
        {source !== "" && (
          <>
            <dt>{t("source")}</dt>
            <dd>{source}</dd>
          </>
        )}
        {byProvince && province && (
          <>
            <dt>{t("province")}</dt>
            <dd>{provinceName(province, locale)}</dd>
          </>
        )}
      </dl>
    </details>
  );
}

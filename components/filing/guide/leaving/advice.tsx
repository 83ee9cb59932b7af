import { ArrowRight } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useSourceText } from "@/components/filing/text/source-text";
import { ButtonLink } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import type { LeaveAdvice } from "@/lib/filing/guide/cancellation";
import type { WhyNot } from "@/lib/filing/registry/possible";

type Props = {
  advice: LeaveAdvice;
  /** Names of the services it is about. */
  names?: readonly string[];
  /** Where it is done or explained; null: nowhere here. */
  href: string | null;
  /** Words of the link below `leave.go`. */
  go: string;
  /** Why an order cannot begin now. */
  why?: WhyNot | null;
};

/** Which cancellation, or what else; why; what to know first; and where. */
export function LeaveAnswer({ advice, names = [], href, go, why = null }: Props) {
  const t = useTranslations("leave");
  const doing = useTranslations("filed.doing.why");
  const sourceText = useSourceText();
  const comma = useLocale() === "en" ? ", " : "、";
  return (
    <Panel title={t("adviceTitle")} role="status">
      <p className="text-h2">{t(`answer.${advice.answer}`)}</p>
      <p className="mt-2 max-w-prose text-form">{t(`reason.${advice.reason}`)}</p>
      {names.length > 0 && <p className="mt-2">{t("about", { names: names.join(comma) })}</p>}
      {advice.warnings.length > 0 && (
        <>
          <h3 className="mt-4 font-semibold">{t("warnings")}</h3>
          <ul className="mt-1 ml-5 flex max-w-prose list-disc flex-col gap-1">
            {advice.warnings.map((warning) => (
              <li key={warning}>{t(`warning.${warning}`)}</li>
            ))}
          </ul>
        </>
      )}
      {href !== null && (
        <ButtonLink href={href} variant="primary" className="mt-5">
          {t(`go.${go}` as never)}
          <ArrowRight aria-hidden />
        </ButtonLink>
      )}
      {why !== null && <p className="mt-4 text-muted">{t("whyNot", { reason: doing(why) })}</p>}
      <p className="mt-4 text-small text-muted">{t("source", { source: sourceText(advice.source) })}</p>
    </Panel>
  );
}

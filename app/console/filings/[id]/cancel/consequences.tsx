import { useTranslations } from "next-intl";
import { ConsequenceList } from "@/components/filing/guide/leaving/consequence-list";
import { Link } from "@/components/ui/link";
import { Panel } from "@/components/ui/panel";
import type { CancellationView } from "@/lib/usecases/cancel/get-cancellation";

const OF_FILING = ["public-query", "until-approved", "backup"] as const;
const FACTS = {
  CANCEL_ENTITY: ["entity-number", ...OF_FILING],
  CANCEL_SERVICE: OF_FILING,
  CANCEL_ACCESS: ["stays-filed", "only-access", "backup"],
} as const;

/** What it does to this very filing, name by name, and what holds for every one of its kind (DF §11.3). */
export function WhatFollows({ view: { target, consequences, filing } }: { view: CancellationView }) {
  const t = useTranslations("cancel.follows");
  return (
    <>
      <ConsequenceList consequences={consequences} />
      <Panel title={t("title")}>
        <ul className="flex list-disc flex-col gap-2 pl-5">
          {FACTS[target.type].map((fact) => (
            <li key={fact}>{t(`fact.${fact}`, { number: filing.number })}</li>
          ))}
        </ul>
        <p className="mt-3">
          <Link href={`/console/filings/${filing.id}/leave`} className="link inline-block py-0.5">
            {t("unsure")}
          </Link>
        </p>
      </Panel>
    </>
  );
}

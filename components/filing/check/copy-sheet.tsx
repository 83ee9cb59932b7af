import { useLocale, useTranslations } from "next-intl";
import { DescriptionList } from "@/components/ui/description-list";
import { Link } from "@/components/ui/link";
import { Panel } from "@/components/ui/panel";
import { PaperLines } from "@/components/ui/paper-lines";
import { formatDateTime } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import type { CopyView } from "@/lib/usecases/orders/copy-view";
import { Answers } from "./answers";
import { CopyAnswers } from "./copy-answers";
import { Declared } from "./declared";

/** One round as it was submitted, made to be printed: the same for applicants and reviewers. */
export function CopySheet({ view }: { view: CopyView }) {
  const t = useTranslations("orders.copy");
  const check = useTranslations("orders.check");
  const types = useTranslations("orderTypes");
  const declarations = useTranslations("declarations");
  const locale = toLocale(useLocale());
  const facts = [
    { id: "number", label: t("number"), value: view.order.number },
    { id: "round", label: check("title"), value: t("roundN", { round: view.round }) },
    { id: "type", label: t("type"), value: types(`${view.order.type}.label`) },
    { id: "submitted", label: t("submitted"), value: formatDateTime(view.submittedAt, locale) },
    { id: "by", label: t("by"), value: t(view.by) },
    { id: "policy", label: t("policy"), value: view.policyVersion },
  ].filter(({ id }) => id !== "round" || view.rounds.length > 1);
  return (
    <>
      <PaperLines left={t("title")} right={`${view.order.number} · ${t("roundN", { round: view.round })}`} />
      {view.rounds.length > 1 && <Rounds view={view} />}
      <div className="flex max-w-[60rem] flex-col gap-6">
        <Panel>
          <DescriptionList items={facts} />
        </Panel>
        {view.groups.map((group) => (
          <Answers key={group.subject} group={group} />
        ))}
        <Panel title={check("materials")}>
          <Materials view={view} />
        </Panel>
        <CopyAnswers answers={view.answers} />
        <Panel title={declarations("recorded")}>
          <Declared declarations={view.declarations} at={view.submittedAt} by={view.by} />
        </Panel>
      </div>
    </>
  );
}

function Rounds({ view }: { view: CopyView }) {
  const t = useTranslations("orders.copy");
  return (
    <nav aria-label={t("rounds")} data-no-print className="mb-4 flex flex-wrap gap-2">
      {view.rounds.map((round) => (
        <Link
          key={round}
          href={`?round=${round}`}
          aria-current={round === view.round ? "page" : undefined}
          className="rounded-control border border-line px-3 py-1.5 hover:bg-accent-wash aria-[current=page]:border-accent aria-[current=page]:bg-accent-wash aria-[current=page]:font-semibold"
        >
          {t("roundN", { round })}
        </Link>
      ))}
    </nav>
  );
}

function Materials({ view }: { view: CopyView }) {
  const t = useTranslations("orders.copy");
  const names = useTranslations("materials");
  return (
    <ul>
      {view.materials.map(({ code, title, pictures, documentDate }) => (
        <li
          key={code + title}
          className="flex flex-wrap justify-between gap-x-4 border-b border-line py-2 last:border-0"
        >
          <span>
            {names(`${code}.name` as never)} <span className="text-muted">{title}</span>
          </span>
          <span className="text-muted tabular-nums">
            {[t("pictures", { count: pictures }), documentDate && t("dated", { date: documentDate })]
              .filter(Boolean)
              .join(" · ")}
          </span>
        </li>
      ))}
    </ul>
  );
}

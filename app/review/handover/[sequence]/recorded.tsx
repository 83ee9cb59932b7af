import { getTranslations } from "next-intl/server";
import type { Labels } from "@/app/authority/labels";
import { Code } from "@/components/ui/code";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { Timeline } from "@/components/ui/timeline";
import type { Tone } from "@/components/ui/tone";
import type { HandoverFact, HandoverFactType } from "@/lib/filing/handover/records";
import { formatDateTime } from "@/lib/messages/format";
import type { Locale } from "@/lib/messages/locales";
import type { HandoverDetail } from "@/lib/usecases/handover/read-handover";

const TONE: Readonly<Record<HandoverFactType, Tone>> = {
  downloaded: "neutral",
  sent: "others",
  refused: "refused",
  accepted: "others",
  smsStarted: "others",
  smsDone: "done",
  smsFailed: "refused",
  approved: "done",
  struck: "done",
  rejected: "refused",
  conflict: "refused",
};

type Props = { view: HandoverDetail; labels: Labels; locale: Locale };

/** Who recorded what, newest first. */
export async function Recorded({ view, labels, locale }: Props) {
  const t = await getTranslations("handover");
  const nameOf = (personId: string) => view.leads.find((lead) => lead.personId === personId)?.name ?? "?";
  const body = (fact: HandoverFact) => {
    if (fact.type === "smsDone") return nameOf(fact.personId);
    if (fact.type === "smsFailed") return t(`cause.${fact.cause}`);
    if (fact.type === "refused" || fact.type === "conflict") return t(`code.${fact.code}`);
    if (fact.type === "approved")
      return (
        <ul className="flex flex-col gap-1">
          {[fact.entityNumber, ...Object.values(fact.services)].map((number) => (
            <li key={number}>
              <Code copy={number}>{number}</Code>
            </li>
          ))}
        </ul>
      );
    if (fact.type === "rejected")
      return (
        <ol className="flex flex-col gap-2">
          {fact.items.map((item) => (
            <li key={`${item.code} ${item.target}`}>
              <span className="font-semibold">{labels.reason(item.code)}</span>
              <span className="block text-small text-muted">{labels.target(item.target)}</span>
              {item.text}
            </li>
          ))}
        </ol>
      );
    return null;
  };
  if (view.history.length === 0)
    return (
      <Panel title={t("detail.history")}>
        <EmptyState title={t("detail.historyEmpty")} />
      </Panel>
    );
  return (
    <Panel title={t("detail.history")}>
      <Timeline
        label={t("detail.history")}
        entries={view.history.map(({ id, fact, at, by, via }) => ({
          id,
          tone: TONE[fact.type],
          title: t(`fact.${fact.type}`),
          actor: t(via === "file" ? "detail.byFile" : "detail.by", { name: by }),
          time: <time dateTime={new Date(at).toISOString()}>{formatDateTime(at, locale)}</time>,
          body: body(fact),
        }))}
      />
    </Panel>
  );
}

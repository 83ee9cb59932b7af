import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AnswerForm } from "@/components/filing/inspection/answer-form";
import {
  FiledHere,
  InspectionTag,
  InspectionTimeline,
  lastMoment,
  TargetName,
  UntilDay,
} from "@/components/filing/inspection/words";
import { Messages } from "@/components/shell/messages";
import { Code } from "@/components/ui/code";
import { DescriptionList } from "@/components/ui/description-list";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { isInspectionOver } from "@/lib/filing/inspection/states";
import { requireActor } from "@/lib/http/page";
import { ERRORS_OF_INSPECTION } from "@/lib/messages/error-parts";
import { formatDate } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import { getOwnInspection, type OwnInspectionView } from "@/lib/usecases/inspection/own-inspection";
import { viewOr404 } from "../../../../view";
import { answerInspectionAction } from "./actions";

type Props = { params: Promise<{ id: string; inspectionId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("inspection"))("title") };
}

/** What an inspection found wrong with one's own filing: by when, what to do, what else happens, and the answer. */
export default async function OwnInspectionPage({ params }: Props) {
  const actor = await requireActor("filing.read.own");
  const { id, inspectionId } = await params;
  const view = viewOr404(await getOwnInspection(actor, { entityId: id, inspectionId }));
  const [t, filed] = [await getTranslations("inspection"), await getTranslations("filed")];
  const over = isInspectionOver(view.state);
  return (
    <Messages namespaces={["inspection.own", ...ERRORS_OF_INSPECTION]}>
      <PageHeader
        title={t(`failure.${view.failure}`)}
        tag={<InspectionTag line={view} reader="owner" />}
        description={view.mayAnswer ? t("own.lead") : undefined}
        breadcrumb={[
          { label: filed("crumb"), href: "/console/filings" },
          { label: view.unitName ?? view.number, href: `/console/filings/${id}` },
          { label: t("own.crumb") },
        ]}
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-6">
          <Standing view={view} />
          {!over && view.state !== "ORDERED" && <Otherwise view={view} />}
          <What view={view} />
          {!over && view.state !== "ORDERED" && <HowTo view={view} />}
          {view.mayAnswer && (
            <Panel title={t("own.answerTitle")}>
              <AnswerForm inspectionId={view.id} version={view.version} act={answerInspectionAction} />
            </Panel>
          )}
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <Panel title={t("timeline.title")}>
            <InspectionTimeline steps={view.steps} />
          </Panel>
        </div>
      </div>
    </Messages>
  );
}

/** What holds now, where it is not simply to be mended. */
async function Standing({ view: { state, order } }: { view: OwnInspectionView }) {
  const t = await getTranslations("inspection.own");
  if (state === "REPORTED_FIXED") return <Notice tone="others">{t("reported")}</Notice>;
  if (state === "CLOSED") return <Notice tone="done">{t("closed")}</Notice>;
  if (state === "OPEN") return null;
  const link = order && (
    <Link href={`/console/orders/${order.id}`} className="link inline-block py-0.5">
      {t("order", { number: order.number })}
    </Link>
  );
  return state === "ENDED" ? (
    <Notice tone="ended" actions={link}>
      {t("ended")}
    </Notice>
  ) : (
    <Notice tone="refused" title={t("ordered")} actions={link}>
      {t("orderedText")}
    </Notice>
  );
}

async function What({ view }: { view: OwnInspectionView }) {
  const t = await getTranslations("inspection");
  const found = view.steps.findLast(({ type }) => type === "opened" || type === "not_fixed");
  return (
    <Panel title={t("own.what")} description={t(`explain.${view.failure}`)}>
      <DescriptionList
        items={[
          { id: "where", label: t("own.where"), value: <TargetName line={view} /> },
          ...(view.service === null
            ? []
            : [{ id: "number", label: t("desk.number"), value: <Code>{view.service.number}</Code> }]),
          { id: "until", label: t("until"), value: <UntilDay line={view} /> },
          { id: "origin", label: t("desk.originColumn"), value: t(`origin.${view.origin}`) },
          ...(found?.text
            ? [
                {
                  id: "found",
                  label: t("own.found"),
                  value: <span className="break-words whitespace-pre-line">{found.text}</span>,
                },
              ]
            : []),
        ]}
      />
      <h3 className="mt-5 font-semibold">{t("filedValues")}</h3>
      <FiledHere filed={view.filed} />
    </Panel>
  );
}

async function HowTo({ view: { remedies } }: { view: OwnInspectionView }) {
  const [t, why] = [await getTranslations("inspection"), await getTranslations("filed.doing.why")];
  return (
    <Panel title={t("own.do")} description={remedies.length > 1 && t("own.doText")}>
      <ul className="flex flex-col gap-3">
        {remedies.map(({ remedy, href, reason }) => (
          <li key={remedy}>
            <p>{t(`remedy.${remedy as "CHANGE_ENTITY"}`)}</p>
            {href !== null && (
              <Link href={href} className="link inline-block py-0.5">
                {t("own.go")}
              </Link>
            )}
            {reason !== null && (
              <p className="text-small text-muted">{t("own.notNow", { reason: why(reason) })}</p>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

async function Otherwise({
  view: { consequences, deadline, overdue, state, mayAnswer },
}: {
  view: OwnInspectionView;
}) {
  const [t, locale] = [await getTranslations("inspection"), toLocale(await getLocale())];
  const either = new Intl.ListFormat(locale, { type: "disjunction" });
  const what = either.format(consequences.map((type) => t(`consequence.${type}`)));
  const date = formatDate(lastMoment(deadline), locale);
  const last = state === "OPEN" && !mayAnswer;
  return (
    <Notice tone={overdue ? "refused" : "you"} title={t("own.else")}>
      {t(last ? "own.elseLast" : overdue ? "own.elseOver" : "own.elseText", { what, date })}
    </Notice>
  );
}

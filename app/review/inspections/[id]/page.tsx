import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import {
  FiledHere,
  InspectionTag,
  InspectionTimeline,
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
import { refusePage, requireActor } from "@/lib/http/page";
import { ERRORS_OF_CANCELLING, ERRORS_OF_INSPECTION } from "@/lib/messages/error-parts";
import { formatDateTime } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import { getInspection, type InspectionDesk } from "@/lib/usecases/inspection/get-inspection";
import { DeskPanels } from "./desk-panels";
import { OrderPanel } from "./order-panel";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("inspection"))("title") };
}

/** One inspection: what is wrong and where, what was filed, what happened, what staff may do next. */
export default async function InspectionPage({ params }: Props) {
  const actor = await requireActor("inspection.work");
  const { id } = await params;
  const found = await getInspection(actor, { inspectionId: id });
  if (!found.ok) refusePage(found.error);
  const view = found.value;
  const t = await getTranslations("inspection");
  // What is due comes first.
  const late = view.overdue && view.state === "OPEN";
  const answer = view.steps.findLast(({ type }) => type === "answered" || type === "not_fixed");
  return (
    <Messages namespaces={["inspection.desk", ...ERRORS_OF_INSPECTION, ...ERRORS_OF_CANCELLING]}>
      <PageHeader
        title={t(`failure.${view.failure}`)}
        tag={<InspectionTag line={view} reader="staff" />}
        breadcrumb={[{ label: t("title"), href: "/review/inspections" }, { label: view.number }]}
        description={<Code copy={view.number}>{view.number}</Code>}
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-6">
          {view.state === "REPORTED_FIXED" && answer?.type === "answered" && (
            <Notice tone="you" title={t("desk.answer")}>
              <p className="break-words whitespace-pre-line">{answer.text}</p>
            </Notice>
          )}
          {view.order !== null && (
            <Notice
              tone={view.state === "ENDED" ? "done" : "others"}
              actions={
                <Link href={`/review/orders/${view.order.id}`} className="link inline-block py-0.5">
                  {t("desk.order", { number: view.order.number })}
                </Link>
              }
            >
              {t(
                `timeline.${view.state === "ORDERED" ? "ordered" : view.state === "ENDED" ? "ended" : "returned"}`,
              )}
            </Notice>
          )}
          <Details view={view} />
          <Panel title={t("filedValues")} description={t(`explain.${view.failure}`)}>
            <FiledHere filed={view.filed} />
          </Panel>
          <Panel title={t("timeline.title")}>
            <InspectionTimeline steps={view.steps} />
          </Panel>
        </div>
        {!isInspectionOver(view.state) && (
          <div className="flex min-w-0 flex-col gap-6">
            {late && <OrderPanel view={view} />}
            <DeskPanels view={view} />
            {!late && <OrderPanel view={view} />}
          </div>
        )}
      </div>
    </Messages>
  );
}

async function Details({ view }: { view: InspectionDesk }) {
  const [t, locale] = [await getTranslations("inspection"), toLocale(await getLocale())];
  return (
    <Panel title={t("desk.details")}>
      <DescriptionList
        items={[
          { id: "who", label: t("desk.holder"), value: view.unitName ?? t("person") },
          { id: "target", label: t("desk.target"), value: <TargetName line={view} /> },
          ...(view.service === null
            ? []
            : [{ id: "service", label: t("desk.number"), value: <Code>{view.service.number}</Code> }]),
          { id: "until", label: t("until"), value: <UntilDay line={view} /> },
          {
            id: "origin",
            label: t("desk.originColumn"),
            value:
              view.notice === null
                ? t(`origin.${view.origin}`)
                : `${t(`origin.${view.origin}`)} · ${t("desk.noticeN", { number: view.notice })}`,
          },
          ...(view.letter === null
            ? []
            : [{ id: "letter", label: t("desk.letterNumber"), value: view.letter }]),
          { id: "opened", label: t("desk.openedAt"), value: formatDateTime(view.openedAt, locale) },
          ...(view.remindedAt === null
            ? []
            : [
                {
                  id: "reminded",
                  label: t("desk.lastReminder"),
                  value: formatDateTime(view.remindedAt, locale),
                },
              ]),
          { id: "account", label: t("desk.account"), value: <Code>{view.accountId}</Code> },
        ]}
      />
    </Panel>
  );
}

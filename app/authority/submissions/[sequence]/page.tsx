import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Tag } from "@/components/ui/tag";
import { readSubmission, type SubmissionView } from "@/lib/authority/sandbox/usecases/read-submission";
import { isCancellation } from "@/lib/filing/lifecycle/life";
import { requireActor } from "@/lib/http/page";
import { toLocale } from "@/lib/messages/locales";
import { type Labels, labelsOf } from "../../labels";
import { STATE_TONE } from "../../states";
import { Answer } from "./answer";
import { Decision } from "./decision";
import { FieldPanels, MaterialsPanel } from "./fields";
import { Rail } from "./rail";

type Props = { params: Promise<{ sequence: string }> };

const reasonOptions = (view: SubmissionView, labels: Labels) =>
  view.reasons.map(({ code, targets }) => ({
    code,
    name: labels.reason(code),
    targets: targets.map((path) => ({ path, label: labels.target(path) })),
  }));

export default async function SubmissionPage({ params }: Props) {
  const actor = await requireActor("desk.work");
  const { sequence } = await params;
  if (!/^\d{1,9}$/.test(sequence)) notFound();
  const found = await readSubmission(actor, Number(sequence));
  if (!found.ok) notFound();
  const view = found.value;
  const locale = toLocale(await getLocale());
  const labels = await labelsOf(view.outline, locale);
  const t = await getTranslations("authority");
  const types = await getTranslations("orderTypes");
  const open = view.state === "review";
  const back = open ? "review" : view.state === "sms" || view.state === "received" ? "sms" : "decided";
  const number = t("submission.number", { sequence: view.sequence });
  const services = view.outline.filter((group) => group.kind === "website" || group.kind === "app");
  return (
    <>
      <PageHeader
        title={view.outline[0]?.title || t("submission.untitled")}
        breadcrumb={[{ label: t(`view.${back}.title`), href: `/authority/queue/${back}` }, { label: number }]}
        tag={<Tag tone={STATE_TONE[view.state]}>{t(`state.${view.state}`)}</Tag>}
        description={`${types(`${view.orderType}.label`)} · ${t("submission.round", { n: view.round })}`}
        action={
          open && (
            <Decision
              cancels={isCancellation(view.orderType)}
              sequence={view.sequence}
              version={view.version}
              serviceCount={services.length}
              reasons={reasonOptions(view, labels)}
            />
          )
        }
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_18rem]">
        <div className="flex min-w-0 flex-col gap-6">
          {back === "sms" && <Notice tone="others">{t("decision.notYet")}</Notice>}
          <Answer view={view} labels={labels} />
          <FieldPanels view={view} labels={labels} />
          <MaterialsPanel view={view} labels={labels} />
        </div>
        <Rail view={view} locale={locale} />
      </div>
    </>
  );
}

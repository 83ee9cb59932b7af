import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { LeaveAnswer } from "@/components/filing/guide/leaving/advice";
import { CancellationComparison } from "@/components/filing/guide/leaving/comparison";
import { ConsequenceList } from "@/components/filing/guide/leaving/consequence-list";
import { Question, QuestionForm, Questions } from "@/components/filing/guide/leaving/question";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { GONE, USED } from "@/lib/filing/guide/cancellation";
import { readOwnWish } from "@/lib/filing/guide/leave-case";
import type { Query } from "@/lib/filing/guide/query";
import { requireActor } from "@/lib/http/page";
import { formatDate } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import { getLeave, type LeaveAnswerView, type LeaveView } from "@/lib/usecases/registry/get-leave";
import { viewOr404 } from "../../../view";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("leave"))("ownTitle") };
}

/** Which cancellation a filing takes: the comparison, two questions, the advice with what it does to this filing. */
export default async function LeavePage({ params, searchParams }: Props) {
  const actor = await requireActor("filing.read.own");
  const { id } = await params;
  const wish = readOwnWish(await searchParams);
  const view = viewOr404(await getLeave(actor, { entityId: id, wish }));
  const [t, filed, manual, locale] = [
    await getTranslations("leave"),
    await getTranslations("filed"),
    await getTranslations("manual"),
    toLocale(await getLocale()),
  ];
  const { filing, advice, consequences, asked } = view;
  return (
    <>
      <PageHeader
        title={t("ownTitle")}
        description={t("ownLead")}
        breadcrumb={[
          { label: filed("crumb"), href: "/console/filings" },
          { label: filing.unitName ?? filing.number, href: `/console/filings/${id}` },
          { label: t("crumb") },
        ]}
      />
      <div className="flex flex-col gap-6">
        {filing.endedAt !== null && (
          <Notice tone="ended">{filed("endedText", { date: formatDate(filing.endedAt, locale) })}</Notice>
        )}
        {asked !== null && advice === null && <Notice tone="you">{t("which")}</Notice>}
        {advice && (
          <>
            <LeaveAnswer
              advice={advice}
              names={advice.names}
              href={advice.href}
              go={wordsOf(advice)}
              why={advice.why}
            />
            {consequences && <ConsequenceList consequences={consequences} />}
          </>
        )}
        {advice === null && <CancellationComparison table={view.table} />}
        {filing.endedAt === null && (
          <Panel title={advice ? t("again") : t("form")}>
            <Asking view={view} />
          </Panel>
        )}
        {advice !== null && <CancellationComparison table={view.table} />}
        {!filing.shell && filing.endedAt === null && (
          <p>
            <Link href={`/console/filings/${id}/manual`} className="link">
              {manual("link")}
            </Link>
          </p>
        )}
      </div>
    </>
  );
}

const wordsOf = ({ order, answer }: LeaveAnswerView): string =>
  order ?? (answer === "abandon" || answer === "wait" ? "order" : "guide");

async function Asking({ view: { filing, services, asked, openOrderId, person } }: { view: LeaveView }) {
  const t = await getTranslations("leave");
  const gone = GONE.filter((one) => one !== "order" || openOrderId !== null);
  const used = USED.filter((one) => one !== "as-unit" || person);
  return (
    <QuestionForm
      action={`/console/filings/${filing.id}/leave`}
      label={t("form")}
      submit={t("ask")}
      state={asked}
    >
      <Question
        name="gone"
        legend={t("question.gone")}
        value={asked?.gone ?? "service"}
        options={gone.map((value) => ({ value, label: t(`gone.${value}`) }))}
      />
      {services.length > 1 && (
        <Questions
          name="service"
          legend={t("question.service")}
          hint={t("question.serviceHint")}
          values={asked?.serviceIds ?? []}
          options={services.map(({ id, name, number, domains }) => ({
            value: id,
            label: name,
            hint: [number, ...domains].join(" · "),
          }))}
        />
      )}
      <Question
        name="used"
        legend={t("question.used")}
        value={asked?.used ?? "no"}
        options={used.map((value) => ({ value, label: t(`used.${value}`) }))}
      />
    </QuestionForm>
  );
}

import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AnswerQuestion } from "@/components/review/answer-question";
import { Messages } from "@/components/shell/messages";
import { Code } from "@/components/ui/code";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { refusePage, requireActor } from "@/lib/http/page";
import { provinceName } from "@/lib/messages/codes";
import { formatDateTime } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import { listQuestions, type StaffQuestion } from "@/lib/usecases/changes/questions";
import { answerQuestionAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("change.desk"))("title") };
}

/** What applicants ask before they change an organiser: what waits, oldest first, with a place for the answer. */
export default async function QuestionsPage() {
  const actor = await requireActor("review.queue");
  const list = await listQuestions(actor);
  if (!list.ok) refusePage(list.error);
  const t = await getTranslations("change.desk");
  const waiting = list.value.filter(({ answer }) => answer === null);
  const answered = list.value.filter(({ answer }) => answer !== null);
  return (
    <Messages namespaces={["change.desk"]}>
      <PageHeader title={t("title")} description={t("text")} />
      <div className="flex max-w-[48rem] flex-col gap-6">
        {waiting.length === 0 && (
          <Panel>
            <EmptyState title={t("empty")} />
          </Panel>
        )}
        {waiting.map((one) => (
          <Question key={one.id} one={one} />
        ))}
        {answered.length > 0 && <h2 className="text-h3">{t("answered")}</h2>}
        {answered.map((one) => (
          <Question key={one.id} one={one} />
        ))}
      </div>
    </Messages>
  );
}

async function Question({ one }: { one: StaffQuestion }) {
  const [t, about, tickets, locale] = [
    await getTranslations("change.desk"),
    await getTranslations("change.before.tab"),
    await getTranslations("manual.tickets"),
    toLocale(await getLocale()),
  ];
  const where = `${about(one.about)} · ${provinceName(one.province, locale)} · ${formatDateTime(one.askedAt, locale)}`;
  return (
    <Panel
      title={
        <span className="flex flex-wrap items-center gap-x-3">
          {one.unitName ?? tickets("person")} <Code>{one.number}</Code>
        </span>
      }
      description={where}
    >
      <p className="break-words whitespace-pre-line">{one.text}</p>
      {one.answer === null ? (
        <AnswerQuestion questionId={one.id} about={one.number} act={answerQuestionAction} />
      ) : (
        <p className="mt-3 border-l-4 border-line pl-3 break-words whitespace-pre-line">
          <span className="block text-small text-muted">
            {t("answeredOn", { date: formatDateTime(one.answeredAt ?? one.askedAt, locale) })}
          </span>
          {one.answer}
        </p>
      )}
    </Panel>
  );
}

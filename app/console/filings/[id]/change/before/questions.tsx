import { getLocale, getTranslations } from "next-intl/server";
import { AskQuestion } from "@/components/filing/change/ask-question";
import { Panel } from "@/components/ui/panel";
import { Tag } from "@/components/ui/tag";
import { formatDate } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import type { BeforeChangeView } from "@/lib/usecases/changes/get-before-change";
import { askQuestionAction } from "../../../../change-actions";

/** Asking a reviewer first, and what was asked before. */
export async function Questions({ view: { entityId, about, questions } }: { view: BeforeChangeView }) {
  const [t, locale] = [await getTranslations("change.before"), toLocale(await getLocale())];
  const waiting = questions.some(({ answer }) => answer === null);
  return (
    <div className="flex min-w-0 flex-col gap-6">
      <Panel title={t("ask.title")} description={t("ask.text")}>
        {waiting ? (
          <p className="text-muted">{t("ask.waiting")}</p>
        ) : (
          <AskQuestion entityId={entityId} about={about} ask={askQuestionAction} />
        )}
      </Panel>
      {questions.length > 0 && (
        <Panel title={t("ask.asked")}>
          <ol className="flex flex-col gap-4">
            {questions.map((one) => (
              <li key={one.id} className="border-t border-line pt-4 first:border-0 first:pt-0">
                <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-muted">
                  {t(`tab.${one.about}`)} · {formatDate(one.askedAt, locale)}
                  <Tag tone={one.answer === null ? "others" : "done"}>
                    {t(one.answer === null ? "ask.open" : "ask.answered")}
                  </Tag>
                </p>
                <p className="break-words whitespace-pre-line">{one.text}</p>
                {one.answer !== null && (
                  <p className="mt-2 rounded-control bg-accent-wash px-3 py-2 break-words whitespace-pre-line">
                    {one.answer}
                  </p>
                )}
              </li>
            ))}
          </ol>
        </Panel>
      )}
    </div>
  );
}

import { clsx } from "clsx";
import { Check } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { ActButton } from "@/components/ui/act-button";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { Tag } from "@/components/ui/tag";
import { formatDate } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import type { AfterTaskView, AfterView } from "@/lib/usecases/after/get-after";
import type { Action } from "../actions";
import { useSourceText } from "../text/source-text";

/** What its holder has to do for a service, each with its date, where it comes from and its tick. */
export function TaskPanel({ view, tick }: { view: AfterView; tick: Action }) {
  const t = useTranslations("after");
  const { tasks, serviceId, lagMinutes } = view;
  if (tasks.length === 0)
    return (
      <Panel flush className="xl:col-span-2">
        <EmptyState title={t("nothing")}>{t("nothingText")}</EmptyState>
      </Panel>
    );
  const done = tasks.filter(({ doneAt }) => doneAt !== null).length;
  return (
    <Panel
      title={t("tasks")}
      description={t("text")}
      actions={
        <Tag tone={done === tasks.length ? "done" : "you"}>{t("progress", { done, all: tasks.length })}</Tag>
      }
    >
      <ul className="flex flex-col divide-y divide-line">
        {tasks.map((task) => (
          <TaskLine key={task.id} task={task} serviceId={serviceId} tick={tick} />
        ))}
      </ul>
      <p className="mt-3 border-t border-line pt-3 text-muted">
        {t("lag", { from: lagMinutes[0], to: lagMinutes[1] })}
      </p>
    </Panel>
  );
}

function TaskLine({ task, serviceId, tick }: { task: AfterTaskView; serviceId: string; tick: Action }) {
  const t = useTranslations("after");
  const sourceText = useSourceText();
  const { id, doneAt, source } = task;
  const name = t(`task.${id}.name`);
  const isDone = doneAt !== null;
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 py-3">
      <span
        aria-hidden
        className={clsx(
          "mt-0.5 flex size-5 shrink-0 items-center justify-center rounded-full border",
          isDone ? "border-transparent bg-tone-done-wash text-tone-done" : "border-control",
        )}
      >
        {isDone && <Check className="size-3.5" />}
      </span>
      <div className="min-w-0 flex-1 basis-56">
        <p className="font-semibold">{name}</p>
        <p className="text-muted">{t(`task.${id}.text`)}</p>
        <p className="mt-1 flex flex-wrap gap-x-3 text-small text-muted">
          <When task={task} />
          <span>{t("source", { source: sourceText(source) })}</span>
        </p>
      </div>
      <span className="max-sm:pl-9">
        <ActButton
          size="small"
          action={tick}
          input={{ serviceId, task: id, done: !isDone }}
          label={isDone ? t("undo") : t("done")}
          aria-label={isDone ? t("undoOf", { task: name }) : t("doneOf", { task: name })}
        />
      </span>
    </li>
  );
}

/** Until when; once it is done, when that was. */
function When({ task: { due, late, doneAt } }: { task: AfterTaskView }) {
  const t = useTranslations("after");
  const locale = toLocale(useLocale());
  if (doneAt !== null)
    return <span className="text-tone-done">{t("doneOn", { date: formatDate(doneAt, locale) })}</span>;
  if (due === null) return <span>{t("always")}</span>;
  const date = formatDate(Date.parse(`${due}T00:00:00+08:00`), locale);
  return (
    <time dateTime={due} className={late ? "text-tone-refused" : "text-tone-you"}>
      {t(late ? "late" : "due", { date })}
    </time>
  );
}

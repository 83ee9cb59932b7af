import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import type { Tone } from "@/components/ui/tone";
import { fieldLabel, type TextSource } from "@/lib/messages/finding-text";
import type { TaskListView } from "@/lib/usecases/orders/get-task-list";
import type { TaskView } from "@/lib/usecases/orders/views/tasks";
import { placeTitle } from "./place-title";
import { TaskFindings } from "./task-findings";

const TONE: Record<TaskView["status"], Tone> = {
  todo: "you",
  fix: "refused",
  done: "done",
  blocked: "ended",
  ready: "you",
  kept: "ended",
};
/** More names than this make a sentence nobody reads. */
const NAMED = 4;

/** The sections of an order: what is there, and in words what is missing. */
export function TaskList({ view }: { view: TaskListView }) {
  const t = useTranslations("orders");
  return (
    <ol aria-label={t("tasks.title")} className="flex flex-col">
      {view.tasks.map((task) => (
        <li key={task.id} className="border-b border-line last:border-0">
          <Row task={task} view={view} />
          {task.id !== "check" && <TaskFindings findings={task.findings} />}
        </li>
      ))}
    </ol>
  );
}

function Row({ task, view }: { task: TaskView; view: TaskListView }) {
  const t = useTranslations("orders");
  const title = placeTitle((key) => t(key as never), task.id, task.title);
  const isService = task.id.startsWith("service:");
  const body = (
    <>
      <span className={`min-w-0 flex-1 ${isService ? "pl-6" : ""}`}>
        <span className="block text-form font-semibold group-hover:text-accent">{title}</span>
        <span className="block text-muted">{useSentence(task, view)}</span>
        {task.id === "materials" && view.thumbnails.length > 0 && <Thumbnails urls={view.thumbnails} />}
      </span>
      <Tag tone={TONE[task.status]}>{t(`tasks.status.${task.status}`)}</Tag>
      <ChevronRight aria-hidden className="size-4 shrink-0 text-muted" />
    </>
  );
  const shape = "flex items-center gap-3 px-4 py-4 sm:px-6";
  return (
    <Link
      href={task.status === "fix" ? `${task.href}?check=1` : task.href}
      className={`group ${shape} hover:bg-accent-wash -outline-offset-2`}
    >
      {body}
    </Link>
  );
}

/** What a task still needs: names of fields, then counts. */
function useSentence(task: TaskView, view: TaskListView): string {
  const t = useTranslations("orders.tasks");
  const fields = useTranslations("fields") as unknown as TextSource;
  if (task.id === "check")
    return task.status === "blocked" ? t("checkBlocked", { count: task.problems }) : t("checkReady");
  if (task.id === "materials") {
    const left = view.materials.required - view.materials.filled;
    return left > 0
      ? t("materialsLeft", { count: left, total: view.materials.required })
      : withNotes(t("complete"));
  }
  if (task.status === "kept") return t("kept");
  function withNotes(text: string): string {
    const notes = [
      task.changed !== null && task.changed > 0 && t("changed", { count: task.changed }),
      task.problems > 0 && t("problems", { count: task.problems }),
      task.warnings > 0 && t("warnings", { count: task.warnings }),
    ].filter((note) => note !== false);
    return [text, ...notes].filter(Boolean).join(t("join"));
  }
  if (task.missing.length === 0) return withNotes(task.problems > 0 ? "" : sentenceOf(task));
  function sentenceOf({ id, changed }: TaskView): string {
    if (changed !== null) return changed > 0 ? "" : t("asFiled");
    return t(id === "services" ? "services" : "complete");
  }
  const names = [...new Set(task.missing.map((field) => fieldLabel(fields, field)))];
  const shown = names.slice(0, NAMED).join(t("comma"));
  const key = names.length > NAMED ? "missingMore" : "missing";
  return withNotes(t(key, { count: task.missing.length, fields: shown }));
}

function Thumbnails({ urls }: { urls: readonly string[] }) {
  return (
    <span className="mt-2 flex gap-1.5">
      {urls.map((url) => (
        // biome-ignore lint/performance/noImgElement: own thumbnails behind a session; the optimiser must not keep them
        <img
          key={url}
          src={url}
          alt=""
          loading="lazy"
          className="h-8 w-12 rounded-tag border border-line object-cover"
        />
      ))}
    </span>
  );
}

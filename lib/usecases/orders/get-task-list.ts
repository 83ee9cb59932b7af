import "server-only";
import type { Actor } from "@/lib/filing/access";
import { type Deadline, deadlinesOf } from "@/lib/filing/lifecycle";
import type { Finding } from "@/lib/filing/rules/types";
import { ok, type Result } from "@/lib/filing/shared/result";
import { type ChangeSummary, changeSummary, changeTasks } from "../changes/summary";
import { type Source, Sources } from "../facts/sources";
import { fillsSlot } from "../materials/asked-for";
import { currentMaterials, isFilm } from "../materials/current-materials";
import { filedToCheck } from "./filed-to-check";
import { judgeOrder } from "./judge-order";
import { correctionGroups } from "./open-corrections";
import { readOwnDraft } from "./own-draft";
import type { CorrectionGroup } from "./views/corrections";
import { headOf, type OrderHead } from "./views/head";
import { progressOf, type TaskView, tasksOf } from "./views/tasks";

export interface TaskListView {
  readonly order: OrderHead;
  readonly tasks: readonly TaskView[];
  readonly progress: { readonly done: number; readonly total: number };
  /** Findings that no section can mend: quotas, waits, other orders. */
  readonly general: readonly Finding[];
  readonly thumbnails: readonly string[];
  readonly materials: { readonly filled: number; readonly required: number };
  readonly corrections: readonly CorrectionGroup[];
  readonly deadline: Deadline | null;
  /** Of a change: what it makes different, and who will verify it. */
  readonly change: ChangeSummary | null;
  /** Outside systems that did not answer. */
  readonly silent: readonly Source[];
}

/** The start of every session: what is there, what is missing, in words. */
export async function getTaskList(actor: Actor, input: { orderId: string }): Promise<Result<TaskListView>> {
  const own = await readOwnDraft(actor, input.orderId);
  if (!own.ok) return own;
  const { order, draft } = own.value;
  const { application } = draft;
  const sources = new Sources();
  const { findings, required, context } = await judgeOrder(order, application, {}, sources);
  const tasks = tasksOf({
    orderId: order.row.id,
    application,
    findings,
    filed: filedToCheck(context).length > 0,
    ...changeTasks(context),
  });
  const filled = await currentMaterials(order.row.id);
  const needed = required
    .filter(({ optional }) => !optional)
    .flatMap(({ code, subject, sides }) =>
      sides.map((side) => filled.some((file) => fillsSlot({ code, subject }, file) && file.side === side)),
    );
  return ok({
    order: headOf(order),
    tasks,
    progress: progressOf(tasks),
    general: tasks.find(({ id }) => id === "check")?.findings ?? [],
    thumbnails: filled
      .filter((file) => !isFilm(file))
      .slice(0, 6)
      .map(({ id }) => `/api/materials/${id}?thumb=1`),
    materials: { filled: needed.filter(Boolean).length, required: needed.length },
    corrections: await correctionGroups(order, application),
    deadline: deadlinesOf(order.snapshot, context.policy).find(({ kind }) => kind !== "reminder") ?? null,
    change: changeSummary(context),
    silent: sources.silent(),
  });
}

import type { OrderType } from "@/lib/filing/application/codes";
import type { ApplicationDraft } from "@/lib/filing/application/draft";
import { type Place, placeOf, titleOf } from "@/lib/filing/application/draft-sections";
import type { Finding } from "@/lib/filing/rules/types";
import { hrefOf } from "./hrefs";

export interface TaskView {
  readonly id: Place | "check";
  readonly href: string;
  /** Name or domain of a service; null where the task's own title says it all. */
  readonly title: string | null;
  /** `todo`: something is missing; `fix`: something is wrong; `done`; `blocked`: cannot start yet; `ready` to submit; `kept` as filed. */
  readonly status: "todo" | "fix" | "done" | "blocked" | "ready" | "kept";
  /** Of a change: how many answers are not as filed; null in every other order. */
  readonly changed: number | null;
  /** Field keys (below `sections.field`) that are still empty. */
  readonly missing: readonly string[];
  /** Blocking findings that are not just an empty field. */
  readonly problems: number;
  readonly warnings: number;
  /** What stands behind the two counts. */
  readonly findings: readonly Finding[];
}

export interface TaskFacts {
  readonly orderId: string;
  readonly application: ApplicationDraft;
  readonly findings: readonly Finding[];
  /** There are filed services to look at first. */
  readonly filed: boolean;
  /** Of a change: its type, and how many answers differ by place. */
  readonly change?: { readonly type: OrderType; readonly counts: Readonly<Record<string, number>> };
}

/** A finding that says no more than "this is empty": its field goes into "still to do". */
const missingField = (finding: Finding): string | undefined =>
  typeof finding.params.field === "string" && finding.level === "error" ? finding.params.field : undefined;

/** The sections of an order with what each still needs, in the order one fills them in. */
export function tasksOf(facts: TaskFacts): readonly TaskView[] {
  const { orderId, application, findings, filed, change } = facts;
  const places: readonly Place[] = [
    "entity",
    ...(filed ? (["filed"] as const) : []),
    // Which services a change is about was said when it began.
    ...(change === undefined ? (["services"] as const) : []),
    ...application.services.map(({ id }): Place => `service:${id}`),
    "people",
    "materials",
  ];
  const tasks = places.map((place) => taskOf(facts, place));
  const general = findings.filter(({ path, level }) => placeOf(path) === "order" && level !== "info");
  const stops = general.filter(({ level }) => level === "error").length;
  const open = tasks.some(({ status }) => status !== "done" && status !== "kept") || stops > 0;
  return [
    ...tasks,
    {
      id: "check",
      href: `/console/orders/${orderId}/check`,
      title: null,
      status: open ? "blocked" : "ready",
      changed: null,
      missing: [],
      problems: findings.filter(({ level }) => level === "error").length,
      warnings: general.length - stops,
      findings: general,
    },
  ];
}

function taskOf({ orderId, application: app, findings, change }: TaskFacts, place: Place): TaskView {
  const mine = findings.filter(({ path }) => placeOf(path) === place);
  const errors = mine.filter(({ level }) => level === "error");
  const missing = [...new Set(errors.flatMap((finding) => missingField(finding) ?? []))];
  const wrong = errors.filter((finding) => missingField(finding) === undefined);
  const warnings = mine.filter(({ level }) => level === "warn");
  const problems = wrong.length;
  const empty = place === "services" && app.services.length === 0;
  const service = app.services.find(({ id }) => place === `service:${id}`);
  return {
    id: place,
    href: hrefOf(orderId, place),
    title: service ? titleOf(service) : null,
    status:
      change?.type === "CHANGE_SERVICE" && place === "entity"
        ? "kept"
        : statusOf(place, missing.length, problems, empty),
    changed: change === undefined ? null : (change.counts[place] ?? 0),
    missing,
    problems,
    warnings: warnings.length,
    findings: [...wrong, ...warnings],
  };
}

/** A document that is not there yet is missing, not wrong. */
function statusOf(place: Place, missing: number, problems: number, empty: boolean): TaskView["status"] {
  if (missing === 0 && problems === 0 && !empty) return "done";
  return missing === 0 && !empty && place !== "materials" ? "fix" : "todo";
}

/** Sections done of all, the last (check and submit) not counted: honest progress. */
export function progressOf(tasks: readonly TaskView[]): { readonly done: number; readonly total: number } {
  const sections = tasks.filter(({ id, status }) => id !== "check" && status !== "kept");
  return { done: sections.filter(({ status }) => status === "done").length, total: sections.length };
}

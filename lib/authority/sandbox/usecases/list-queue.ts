import "server-only";
import { and, asc, count, desc, eq, inArray, lt, type SQL } from "drizzle-orm";
import { clock } from "@/lib/clock";
import type { Actor } from "@/lib/filing/access";
import type { OrderType } from "@/lib/filing/application/codes";
import { chinaCalendar, workingDaysBetween } from "@/lib/filing/policy/calendar";
import { ok, type Result } from "@/lib/filing/shared/result";
import { automaticAt, daysOf, dueAt } from "../automatic";
import { maskName } from "../masked-name";
import { openPayload } from "../payload";
import { type DeskSettings, loadSettings } from "../settings";
import { readStore, type StoreDb } from "../store/client";
import * as t from "../store/schema";
import type { Submission } from "../submissions";
import { atDesk } from "./officer";

/** The desk's views; what was refused at the door or replaced is history and shown nowhere. */
export const DESK_VIEWS = {
  review: ["review"],
  sms: ["received", "sms"],
  decided: ["approved", "rejected", "sms_failed"],
} as const satisfies Readonly<Record<string, readonly t.SubmissionState[]>>;
export type DeskView = keyof typeof DESK_VIEWS;

export interface DeskRow {
  readonly sequence: number;
  readonly orderType: OrderType;
  readonly province: string;
  readonly natureCode: number;
  /** Unit name, or a person's name masked. */
  readonly organiser: string;
  readonly headline: string | null;
  readonly serviceCount: number;
  readonly state: t.SubmissionState;
  readonly receivedAt: number;
  readonly decidedAt: number | null;
  /** Working days under review; null while not there. */
  readonly waitedDays: number | null;
  /** Working days the province has left by its own figures, negative when it is late; null while not under review. */
  readonly leftDays: number | null;
  /** When the desk decides by itself; null: only an officer does. */
  readonly automaticAt: number | null;
}

export interface DeskQueue {
  readonly rows: readonly DeskRow[];
  readonly counts: Readonly<Record<DeskView, number>>;
  /** Of the view, by province code. */
  readonly byProvince: Readonly<Record<string, number>>;
  /** Sequence to continue below, for decided ones only; null at the end. */
  readonly next: number | null;
  /** When the desk decides the next one by itself, of all provinces; null: it does not. */
  readonly nextAutomaticAt: number | null;
}

const PAGE = 100;

const organiserOf = (row: Submission): string =>
  row.unitName ?? maskName(openPayload(row).application.entity.name ?? "");

function rowOf(row: Submission, settings: DeskSettings, now: number): DeskRow {
  const { sequence, orderType, province, natureCode, headline, serviceCount, state, receivedAt, decidedAt } =
    row;
  const waitedDays =
    row.reviewSince === null
      ? null
      : workingDaysBetween(row.reviewSince, row.decidedAt ?? now, chinaCalendar).days;
  return {
    ...{ sequence, orderType, province, natureCode, headline, serviceCount, state, receivedAt, decidedAt },
    organiser: organiserOf(row),
    waitedDays,
    leftDays: state === "review" && waitedDays !== null ? daysOf(province) - waitedDays : null,
    automaticAt: state === "review" ? automaticAt(settings, row) : null,
  };
}

/** What should be decided first: by the day the province has to, then by age. */
const byDue = (a: Submission, b: Submission): number =>
  (dueAt(a) ?? 0) - (dueAt(b) ?? 0) || (a.reviewSince ?? 0) - (b.reviewSince ?? 0) || a.sequence - b.sequence;

/** Submissions per state and province; a sandbox has few. */
const countStates = (db: StoreDb) =>
  db
    .select({ state: t.submissions.state, province: t.submissions.province, count: count() })
    .from(t.submissions)
    .groupBy(t.submissions.state, t.submissions.province);

const sum = (rows: readonly { readonly count: number }[]): number =>
  rows.reduce((total, row) => total + row.count, 0);

async function nextAutomatic(db: StoreDb, settings: DeskSettings): Promise<number | null> {
  if (settings.automatic === "off") return null;
  const waiting = await db.select().from(t.submissions).where(eq(t.submissions.state, "review"));
  const moments = waiting.flatMap((row) => automaticAt(settings, row) ?? []);
  return moments.length === 0 ? null : Math.min(...moments);
}

/** The queue of a view, optionally of one province: due first, decided ones newest first. */
export async function listQueue(
  actor: Actor,
  input: { readonly view: DeskView; readonly province?: string; readonly below?: number },
): Promise<Result<DeskQueue>> {
  const admitted = atDesk(actor);
  if (!admitted.ok) return admitted;
  const db = readStore();
  const states: readonly t.SubmissionState[] = DESK_VIEWS[input.view];
  const decided = input.view === "decided";
  const conditions: (SQL | undefined)[] = [
    inArray(t.submissions.state, [...states]),
    input.province === undefined ? undefined : eq(t.submissions.province, input.province),
    input.below === undefined ? undefined : lt(t.submissions.sequence, input.below),
  ];
  const found = db
    .select()
    .from(t.submissions)
    .where(and(...conditions))
    .orderBy(decided ? desc(t.submissions.sequence) : asc(t.submissions.sequence));
  // The day a province has to decide is policy, not a column: a sandbox's queue is short enough to be sorted here.
  const rows = decided ? await found.limit(PAGE) : (await found).sort(byDue).slice(0, PAGE);
  const all = await countStates(db);
  const countOf = (view: DeskView) =>
    sum(all.filter((row) => (DESK_VIEWS[view] as readonly t.SubmissionState[]).includes(row.state)));
  const byProvince: Record<string, number> = {};
  for (const row of all)
    if (states.includes(row.state)) byProvince[row.province] = (byProvince[row.province] ?? 0) + row.count;
  const now = clock().now();
  const settings = await loadSettings(db);
  return ok({
    rows: rows.map((row) => rowOf(row, settings, now)),
    counts: { review: countOf("review"), sms: countOf("sms"), decided: countOf("decided") },
    byProvince,
    nextAutomaticAt: await nextAutomatic(db, settings),
    next: decided && rows.length === PAGE ? (rows.at(-1)?.sequence ?? null) : null,
  });
}

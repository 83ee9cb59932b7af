import "server-only";
import { and, asc, count, desc, eq, inArray, lt, type SQL } from "drizzle-orm";
import { clock } from "@/lib/clock";
import type { Actor } from "@/lib/filing/access";
import type { OrderType } from "@/lib/filing/application/codes";
import { chinaCalendar, workingDaysBetween } from "@/lib/filing/policy/calendar";
import { ok, type Result } from "@/lib/filing/shared/result";
import { maskName } from "../masked-name";
import { openPayload } from "../payload";
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
}

export interface DeskQueue {
  readonly rows: readonly DeskRow[];
  readonly counts: Readonly<Record<DeskView, number>>;
  /** Of the view, by province code. */
  readonly byProvince: Readonly<Record<string, number>>;
  /** Sequence to continue below, for decided ones only; null at the end. */
  readonly next: number | null;
}

const PAGE = 100;

const organiserOf = (row: Submission): string =>
  row.unitName ?? maskName(openPayload(row).application.entity.name ?? "");

function rowOf(row: Submission, now: number): DeskRow {
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
  };
}

/** Submissions per state and province; a sandbox has few. */
const countStates = (db: StoreDb) =>
  db
    .select({ state: t.submissions.state, province: t.submissions.province, count: count() })
    .from(t.submissions)
    .groupBy(t.submissions.state, t.submissions.province);

const sum = (rows: readonly { readonly count: number }[]): number =>
  rows.reduce((total, row) => total + row.count, 0);

/** The queue of a view, oldest first (decided ones newest first), optionally of one province. */
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
  const rows = await db
    .select()
    .from(t.submissions)
    .where(and(...conditions))
    .orderBy(
      decided ? desc(t.submissions.sequence) : asc(t.submissions.reviewSince),
      asc(t.submissions.sequence),
    )
    .limit(PAGE);
  const all = await countStates(db);
  const countOf = (view: DeskView) =>
    sum(all.filter((row) => (DESK_VIEWS[view] as readonly t.SubmissionState[]).includes(row.state)));
  const byProvince: Record<string, number> = {};
  for (const row of all)
    if (states.includes(row.state)) byProvince[row.province] = (byProvince[row.province] ?? 0) + row.count;
  const now = clock().now();
  return ok({
    rows: rows.map((row) => rowOf(row, now)),
    counts: { review: countOf("review"), sms: countOf("sms"), decided: countOf("decided") },
    byProvince,
    next: decided && rows.length === PAGE ? (rows.at(-1)?.sequence ?? null) : null,
  });
}

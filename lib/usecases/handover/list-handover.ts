import "server-only";
import { and, asc, count, desc, eq, inArray, notInArray } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import type { Actor } from "@/lib/filing/access";
import type { OrderType } from "@/lib/filing/application/codes";
import type { HandoverState } from "@/lib/filing/handover/records";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { isManual } from "./desk";

export const HANDOVER_VIEWS = {
  todo: ["received", "downloaded"],
  out: ["sent", "sms", "review"],
  done: ["approved", "rejected", "smsFailed", "refused", "superseded"],
} as const satisfies Readonly<Record<string, readonly HandoverState[]>>;
export type HandoverView = keyof typeof HANDOVER_VIEWS;

export interface HandoverRow {
  readonly sequence: number;
  readonly orderId: string;
  readonly number: string;
  readonly type: OrderType;
  readonly state: HandoverState;
  readonly province: string;
  /** Null for a person. */
  readonly unitName: string | null;
  readonly headline: string | null;
  readonly receivedAt: number;
  readonly since: number;
}

export interface HandoverList {
  readonly rows: readonly HandoverRow[];
  readonly counts: Readonly<Record<HandoverView, number>>;
  /** Of this view, before the province was chosen. */
  readonly byProvince: Readonly<Record<string, number>>;
}

const SHOWN = 100;
const foreign = (actor: Actor) =>
  actor.accountIds.length === 0 ? undefined : notInArray(t.orders.accountId, [...actor.accountIds]);

/** How many submissions each view holds, without those of own accounts. */
export async function countHandover(actor: Actor): Promise<Record<HandoverView, number>> {
  const rows = await read()
    .select({ state: t.manualSubmissions.state, count: count() })
    .from(t.manualSubmissions)
    .innerJoin(t.orders, eq(t.orders.id, t.manualSubmissions.orderId))
    .where(foreign(actor))
    .groupBy(t.manualSubmissions.state);
  const of = (view: HandoverView) =>
    rows
      .filter(({ state }) => (HANDOVER_VIEWS[view] as readonly HandoverState[]).includes(state))
      .reduce((sum, row) => sum + row.count, 0);
  return { todo: of("todo"), out: of("out"), done: of("done") };
}

/** For the menu: what waits to be keyed in; null where a machine does it. */
export const handoverWaiting = async (actor: Actor): Promise<number | null> =>
  isManual() ? (await countHandover(actor)).todo : null;

/** The tray: oldest first while something is to do, newest first afterwards. Nobody sees his own account's. */
export async function listHandover(
  actor: Actor,
  { view, province }: { readonly view: HandoverView; readonly province?: string | undefined },
): Promise<Result<HandoverList>> {
  if (!isManual()) return fail(refuse("not_found"));
  const inView = and(inArray(t.manualSubmissions.state, [...HANDOVER_VIEWS[view]]), foreign(actor));
  const rows = await read()
    .select({ submission: t.manualSubmissions, order: t.orders })
    .from(t.manualSubmissions)
    .innerJoin(t.orders, eq(t.orders.id, t.manualSubmissions.orderId))
    .where(and(inView, province === undefined ? undefined : eq(t.manualSubmissions.province, province)))
    .orderBy(view === "done" ? desc(t.manualSubmissions.since) : asc(t.manualSubmissions.since))
    .limit(SHOWN);
  const provinces = await read()
    .select({ province: t.manualSubmissions.province, count: count() })
    .from(t.manualSubmissions)
    .innerJoin(t.orders, eq(t.orders.id, t.manualSubmissions.orderId))
    .where(inView)
    .groupBy(t.manualSubmissions.province);
  return ok({
    rows: rows.map(({ submission, order }) => ({
      sequence: submission.sequence,
      orderId: order.id,
      number: order.number,
      type: submission.orderType,
      state: submission.state,
      province: submission.province,
      unitName: order.unitName,
      headline: order.headline,
      receivedAt: submission.receivedAt,
      since: submission.since,
    })),
    counts: await countHandover(actor),
    byProvince: Object.fromEntries(provinces.map((row) => [row.province, row.count])),
  });
}

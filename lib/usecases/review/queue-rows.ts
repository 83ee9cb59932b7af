import "server-only";
import { inArray } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import type { OrderType } from "@/lib/filing/application/codes";
import { deadlinesOf, decide, type LoggedCall, secondCallsOf } from "@/lib/filing/lifecycle";
import type { OrderState } from "@/lib/filing/lifecycle/states";
import type { CallbackTime, CalledRole, DecisionContext, OrderSnapshot } from "@/lib/filing/lifecycle/types";

/** A lead's missed call: waits for his request until `at`, or was promised a call until then. */
export interface QueueCallback {
  readonly personId: string;
  readonly role: CalledRole | "lead";
  readonly state: "open" | "requested";
  readonly at: number;
  readonly when: CallbackTime;
  /** When he is to be called a second time; null: no second call is waited for. */
  readonly secondAt: number | null;
}

export interface QueueRow {
  /** Unlike `id` once in a list: the list of call-backs has an entry for every lead. */
  readonly entry: string;
  readonly id: string;
  readonly number: string;
  readonly type: OrderType;
  readonly state: OrderState;
  readonly province: string | null;
  /** Null: a person, whose name stays in the ciphertext until the workbench. */
  readonly unitName: string | null;
  readonly headline: string | null;
  readonly round: number;
  readonly since: number;
  /** When the review is expected to be over; null outside the review. */
  readonly dueAt: number | null;
  readonly claim: { readonly name: string; readonly mine: boolean } | null;
  /** The reader may take it. */
  readonly claimable: boolean;
  /** Missed calls, each lead's own; in the list of call-backs an entry has exactly one. */
  readonly callbacks: readonly QueueCallback[];
  readonly version: number;
}

export interface FoundOrder {
  readonly order: typeof t.orders.$inferSelect;
  readonly claimName: string | null;
}

/** Rows of the table as the queue shows them; the calls of those with a missed one are looked up together. */
export async function queueRows(
  found: readonly FoundOrder[],
  ctx: DecisionContext,
): Promise<readonly QueueRow[]> {
  const waiting = found.filter(({ order }) => Object.keys(order.snapshot.callbacks).length > 0);
  const calls = await callsOf(waiting.map(({ order }) => order.id));
  return found.map((row) => queueRow(row, ctx, calls.get(row.order.id) ?? []));
}

async function callsOf(ids: readonly string[]): Promise<ReadonlyMap<string, readonly LoggedCall[]>> {
  if (ids.length === 0) return new Map();
  const { orderId, personId, round, number, outcome, at } = t.calls;
  const rows = await read()
    .select({ orderId, personId, round, number, outcome, at })
    .from(t.calls)
    .where(inArray(t.calls.orderId, [...ids]));
  return new Map(ids.map((id) => [id, rows.filter((row) => row.orderId === id)]));
}

function queueRow(
  { order, claimName }: FoundOrder,
  ctx: DecisionContext,
  calls: readonly LoggedCall[],
): QueueRow {
  const { id, number, type, state, province, unitName, headline, since, version, snapshot, claimUserId } =
    order;
  const due = deadlinesOf(snapshot, ctx.policy).find(({ kind }) => kind === "provider_review_expected");
  const claim =
    claimUserId === null ? null : { name: claimName ?? "?", mine: claimUserId === ctx.actor.userId };
  return {
    ...{ entry: id, id, number, type, state, province, unitName, headline, since, version },
    round: snapshot.round,
    dueAt: due?.at ?? null,
    claim,
    claimable: claim === null && decide(snapshot, { type: "claim" }, ctx).ok,
    callbacks: callbacksOf(snapshot, secondCallsOf(snapshot, calls, ctx.policy)),
  };
}

/** The soonest first, whoever it runs against. */
const callbacksOf = (
  { callbacks }: OrderSnapshot,
  second: ReadonlyMap<string, number>,
): readonly QueueCallback[] =>
  Object.entries(callbacks)
    .map(
      ([personId, { role, requestBy, callBy, when = "any" }]): QueueCallback => ({
        ...{ personId, role: role ?? "lead", when },
        state: callBy === null ? "open" : "requested",
        at: callBy ?? requestBy,
        secondAt: second.get(personId) ?? null,
      }),
    )
    .sort((a, b) => a.at - b.at);

/** In the list of call-backs every lead who was promised a call has an entry of his own. */
export const entriesOf = (row: QueueRow): readonly QueueRow[] =>
  row.callbacks
    .filter(({ state }) => state === "requested")
    .map((callback) => ({ ...row, entry: `${row.id}.${callback.personId}`, callbacks: [callback] }));

export const byPromise = (a: QueueRow, b: QueueRow): number =>
  (a.callbacks[0]?.at ?? 0) - (b.callbacks[0]?.at ?? 0);

import "server-only";
import { and, eq, sql } from "drizzle-orm";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import { audit } from "@/lib/audit";
import { byItself, decide, evolve, nextSweepAt } from "@/lib/filing/lifecycle";
import type { DecisionContext, OrderCommand, OrderEvent, OrderSnapshot } from "@/lib/filing/lifecycle/types";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { newId } from "@/lib/ids";
import { announceEvents } from "../webhooks/announce";
import { applyEffects, type Suggestions } from "./effects";
import { type OrderRecord, type OrderRow, record } from "./records";

export * from "./records";

/** Whatever may be changed on the row together with an event; everything else follows from the snapshot. */
export type RowChange = Partial<Pick<OrderRow, "unitName" | "headline" | "submittedAt" | "accountId">>;

/** What a use case adds to a command: plain columns, and texts that may not stand in an event. */
export interface Extra {
  readonly change?: RowChange;
  readonly suggestions?: Suggestions;
}

export interface Applied {
  readonly order: OrderRecord;
  readonly events: readonly OrderEvent[];
}

/**
 * The one way an order changes: pure decision → events → projection → effects → audit, in the caller's transaction.
 * Zero updated rows mean somebody moved the order between load and save: `stale`, and the caller's transaction rolls
 * back because the refusal is its result.
 */
export async function applyCommand(
  tx: Tx,
  order: OrderRecord,
  command: OrderCommand,
  ctx: DecisionContext,
  extra: Extra = {},
): Promise<Result<Applied>> {
  const decision = decide(order.snapshot, command, ctx);
  if (!decision.ok) return decision;
  return decision.value.length === 0 && extra.change === undefined
    ? ok({ order, events: [] })
    : recordEvents(tx, order, decision.value, ctx, extra);
}

/** Appends decided events and writes the projection they lead to. */
export async function recordEvents(
  tx: Tx,
  order: OrderRecord,
  events: readonly OrderEvent[],
  ctx: DecisionContext,
  extra: Extra,
): Promise<Result<Applied>> {
  const { id, version } = order.row;
  let snapshot = order.snapshot;
  for (const event of events) snapshot = evolve(snapshot, event, { id, at: ctx.now });
  const [row] = await tx
    .update(t.orders)
    .set({ ...projection(snapshot, ctx), ...extra.change, version: version + 1 })
    .where(and(eq(t.orders.id, id), eq(t.orders.version, version)))
    .returning();
  if (row === undefined) return fail(refuse("stale", { reason: "order.moved" }));
  const firstSeq = await appendEvents(tx, id, events, ctx);
  const next = record(row);
  await applyEffects(tx, next, events, ctx, extra.suggestions ?? {});
  await announceEvents(tx, next, events, firstSeq);
  return ok({ order: next, events });
}

/** When the first of the calls promised is due. */
function soonestPromise({ callbacks }: OrderSnapshot): number | null {
  const promised = Object.values(callbacks).flatMap(({ callBy }) => (callBy === null ? [] : [callBy]));
  return promised.length === 0 ? null : Math.min(...promised);
}

const projection = (snapshot: OrderSnapshot, ctx: DecisionContext) => ({
  snapshot,
  type: snapshot.type,
  state: snapshot.state,
  province: snapshot.province,
  since: snapshot.since,
  nextSweepAt: nextSweepAt(snapshot, ctx.policy),
  claimUserId: snapshot.claim?.userId ?? null,
  callbackBy: soonestPromise(snapshot),
});

/** Answers the number of the first of them. */
async function appendEvents(
  tx: Tx,
  orderId: string,
  events: readonly OrderEvent[],
  ctx: DecisionContext,
): Promise<number> {
  const [last] = await tx
    .select({ seq: sql<number>`coalesce(max(${t.orderEvents.seq}), 0)` })
    .from(t.orderEvents)
    .where(eq(t.orderEvents.orderId, orderId));
  const before = last?.seq ?? 0;
  let seq = before;
  for (const event of events) {
    seq += 1;
    // A deadline noticed on the way is nobody's doing, least of all that of whoever happened to ask.
    const { kind: actorKind, userId } = byItself(event)
      ? { kind: "system" as const, userId: null }
      : ctx.actor;
    await tx
      .insert(t.orderEvents)
      .values({ orderId, seq, at: ctx.now, actorKind, userId, type: event.type, event });
    await audit(tx, {
      actorId: userId,
      action: `order.${event.type}`,
      object: orderId,
      outcome: "done",
      data: { seq },
    });
  }
  return before + 1;
}

export interface NewOrder {
  readonly accountId: string;
  readonly userId: string;
  readonly number: string;
  readonly created: Extract<OrderEvent, { type: "created" }>;
  readonly wrappedKey: Buffer;
  readonly unitName: string | null;
  readonly headline: string | null;
}

/** Inserts the row of a fresh order with its first event. The caller writes the draft row beside it. */
export async function insertOrder(tx: Tx, order: NewOrder, ctx: DecisionContext): Promise<OrderRecord> {
  const id = newId();
  const snapshot = evolve(null, order.created, { id, at: ctx.now });
  const [row] = await tx
    .insert(t.orders)
    .values({
      id,
      number: order.number,
      accountId: order.accountId,
      ...projection(snapshot, ctx),
      version: 1,
      unitName: order.unitName,
      headline: order.headline,
      wrappedKey: order.wrappedKey,
      createdAt: ctx.now,
      createdBy: order.userId,
    })
    .returning();
  if (row === undefined) throw new Error("insert returned no row");
  const firstSeq = await appendEvents(tx, id, [order.created], ctx);
  const made = record(row);
  await announceEvents(tx, made, [order.created], firstSeq);
  return made;
}

/** Next value of a named counter, inside the caller's transaction: order numbers, gateway sequence. */
export async function nextCounter(tx: Tx, name: string): Promise<number> {
  const [row] = await tx
    .insert(t.counters)
    .values({ name, value: 1 })
    .onConflictDoUpdate({ target: t.counters.name, set: { value: sql`${t.counters.value} + 1` } })
    .returning();
  if (row === undefined) throw new Error("counter returned no row");
  return row.value;
}

import "server-only";
import { and, asc, eq, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import { audit } from "@/lib/audit";
import type { Actor } from "@/lib/filing/access";
import { ApplicationDraft } from "@/lib/filing/application/draft";
import { byItself, decide, evolve, nextSweepAt } from "@/lib/filing/lifecycle";
import type { DecisionContext, OrderCommand, OrderEvent, OrderSnapshot } from "@/lib/filing/lifecycle/types";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { newId } from "@/lib/ids";
import { open, unwrap } from "@/lib/secrets";
import { applyEffects, type Suggestions } from "./effects";

type OrderRow = typeof t.orders.$inferSelect;

/** A loaded order: its row, and the snapshot the machine decides on. */
export interface OrderRecord {
  readonly row: OrderRow;
  readonly snapshot: OrderSnapshot;
}

/** Whatever may be changed on the row together with an event; everything else follows from the snapshot. */
export type RowChange = Partial<Pick<OrderRow, "unitName" | "headline" | "submittedAt">>;

/** What a use case adds to a command: plain columns, and texts that may not stand in an event. */
export interface Extra {
  readonly change?: RowChange;
  readonly suggestions?: Suggestions;
}

export interface Applied {
  readonly order: OrderRecord;
  readonly events: readonly OrderEvent[];
}

const record = (row: OrderRow): OrderRecord => ({ row, snapshot: row.snapshot });

export async function loadOrder(db: Reader | Tx, orderId: string): Promise<OrderRecord | undefined> {
  const [row] = await db.select().from(t.orders).where(eq(t.orders.id, orderId)).limit(1);
  return row && record(row);
}

/** The applicant's door: somebody else's order and no order are the same answer, so ids cannot be probed. */
export async function loadOwnOrder(
  db: Reader | Tx,
  actor: Actor,
  orderId: string,
): Promise<Result<OrderRecord>> {
  const order = await loadOrder(db, orderId);
  return order && actor.accountIds.includes(order.row.accountId) ? ok(order) : fail(refuse("not_found"));
}

/** The order's data key; a refusal once the order was erased. */
export function orderKey(order: OrderRecord): Result<Buffer> {
  return order.row.wrappedKey === null
    ? fail(refuse("wrong_state", { reason: "order.erased" }))
    : ok(unwrap(order.row.wrappedKey));
}

export interface OpenDraft {
  readonly application: ApplicationDraft;
  readonly version: number;
  readonly sections: Readonly<Record<string, { version: number; at: number; userId: string }>>;
  readonly updatedAt: number;
}

/** Decrypts the current draft. @throws when the row is missing: every order is created with one. */
export async function openDraft(db: Reader | Tx, order: OrderRecord): Promise<Result<OpenDraft>> {
  const key = orderKey(order);
  if (!key.ok) return key;
  const [row] = await db.select().from(t.orderDrafts).where(eq(t.orderDrafts.orderId, order.row.id)).limit(1);
  if (row === undefined) throw new Error(`order ${order.row.id} has no draft row`);
  const application = ApplicationDraft.parse(open(key.value, row.documentEnc, `order:${order.row.id}:draft`));
  return ok({ application, version: row.version, sections: row.sections, updatedAt: row.updatedAt });
}

/** The document of one submitted round. */
export async function openSubmission(
  db: Reader | Tx,
  order: OrderRecord,
  round: number,
): Promise<Result<ApplicationDraft>> {
  const key = orderKey(order);
  if (!key.ok) return key;
  const [row] = await db
    .select({ documentEnc: t.orderSubmissions.documentEnc })
    .from(t.orderSubmissions)
    .where(and(eq(t.orderSubmissions.orderId, order.row.id), eq(t.orderSubmissions.round, round)))
    .limit(1);
  if (row === undefined) return fail(refuse("not_found"));
  const aad = `order:${order.row.id}:submission:${round}`;
  return ok(ApplicationDraft.parse(open(key.value, row.documentEnc, aad)));
}

/** Event list of an order, oldest first: timeline, audit trail, and the input of `replay`. */
export async function loadEvents(db: Reader | Tx, orderId: string) {
  return db
    .select()
    .from(t.orderEvents)
    .where(eq(t.orderEvents.orderId, orderId))
    .orderBy(asc(t.orderEvents.seq));
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
async function recordEvents(
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
  await appendEvents(tx, id, events, ctx);
  const next = record(row);
  await applyEffects(tx, next, events, ctx, extra.suggestions ?? {});
  return ok({ order: next, events });
}

const projection = (snapshot: OrderSnapshot, ctx: DecisionContext) => ({
  snapshot,
  type: snapshot.type,
  state: snapshot.state,
  province: snapshot.province,
  since: snapshot.since,
  nextSweepAt: nextSweepAt(snapshot, ctx.policy),
  claimUserId: snapshot.claim?.userId ?? null,
  callbackBy: snapshot.callback?.callBy ?? null,
});

async function appendEvents(tx: Tx, orderId: string, events: readonly OrderEvent[], ctx: DecisionContext) {
  const [last] = await tx
    .select({ seq: sql<number>`coalesce(max(${t.orderEvents.seq}), 0)` })
    .from(t.orderEvents)
    .where(eq(t.orderEvents.orderId, orderId));
  let seq = last?.seq ?? 0;
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
  await appendEvents(tx, id, [order.created], ctx);
  return record(row);
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

import "server-only";
import { and, asc, eq } from "drizzle-orm";
import type { Reader } from "@/db/client";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import type { Actor } from "@/lib/filing/access";
import { ApplicationDraft } from "@/lib/filing/application/draft";
import type { ChangedParts } from "@/lib/filing/guide/order-type";
import type { OrderSnapshot } from "@/lib/filing/lifecycle/types";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { open, unwrap } from "@/lib/secrets";

export type OrderRow = typeof t.orders.$inferSelect;

/** A loaded order: its row, and the snapshot the machine decides on. */
export interface OrderRecord {
  readonly row: OrderRow;
  readonly snapshot: OrderSnapshot;
}

/** A row as the machine sees it. */
export const record = (row: OrderRow): OrderRecord => ({ row, snapshot: row.snapshot });

/** Any order by its id. Only for callers that have asked already whether the actor may see it. */
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

/** Of a change's submission: the parts that differ from what is filed. Null for every other order. */
export async function changedOfSubmission(
  db: Reader | Tx,
  orderId: string,
  round: number,
): Promise<ChangedParts | null> {
  const [row] = await db
    .select({ changed: t.orderSubmissions.changed })
    .from(t.orderSubmissions)
    .where(and(eq(t.orderSubmissions.orderId, orderId), eq(t.orderSubmissions.round, round)))
    .limit(1);
  return row?.changed ?? null;
}

/** Event list of an order, oldest first: timeline, audit trail, and the input of `replay`. */
export async function loadEvents(db: Reader | Tx, orderId: string) {
  return db
    .select()
    .from(t.orderEvents)
    .where(eq(t.orderEvents.orderId, orderId))
    .orderBy(asc(t.orderEvents.seq));
}

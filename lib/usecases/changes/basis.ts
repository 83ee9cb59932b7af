import "server-only";
import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import { ApplicationDraft } from "@/lib/filing/application/draft";
import { basisOf, type ChangeBasis, scopeOf } from "@/lib/filing/change/basis";
import { same } from "@/lib/filing/shared/same";
import { open, seal } from "@/lib/secrets";
import { type OrderRecord, orderKey } from "../orders/records";
import { heldOf } from "../registry/held";

const aad = (orderId: string) => `order:${orderId}:basis`;

export interface FiledBasis extends ChangeBasis {
  /** The same parts as they are filed now; undefined when one of them has ended. */
  readonly now: ApplicationDraft | undefined;
}

/** Writes, or replaces, what a change begins from. */
export async function writeBasis(
  tx: Tx,
  orderId: string,
  key: Buffer,
  about: { readonly entityId: string; readonly application: ApplicationDraft; readonly at: number },
): Promise<void> {
  const row = { documentEnc: seal(key, about.application, aad(orderId)), takenAt: about.at };
  await tx
    .insert(t.orderBases)
    .values({ orderId, entityId: about.entityId, ...row })
    .onConflictDoUpdate({ target: t.orderBases.orderId, set: row });
}

/** What an order changes, as it was filed when it began; null for orders that change nothing filed. */
export async function openBasis(db: Db, order: OrderRecord): Promise<ApplicationDraft | null> {
  const row = await rowOf(db, order);
  return row === null ? null : row.application;
}

/** The same, compared with what is filed now. */
export async function loadBasis(db: Db, order: OrderRecord): Promise<FiledBasis | null> {
  const row = await rowOf(db, order);
  if (row === null) return null;
  const { application, entityId } = row;
  const [entity] = await db.select().from(t.entities).where(eq(t.entities.id, entityId)).limit(1);
  if (entity === undefined) throw new Error(`order ${order.row.id} changes a record that is gone`);
  const { registry } = await heldOf(db, entity);
  const now = basisOf(registry, scopeOf(order.snapshot.type, application));
  const moved = now === undefined ? "ended" : same(now, application) ? "same" : "moved";
  // Once approved, what is filed is what the change made of it: no move against it.
  return { application, now, stands: order.snapshot.state === "APPROVED" ? "same" : moved };
}

async function rowOf(db: Db, order: OrderRecord) {
  const [row] = await db.select().from(t.orderBases).where(eq(t.orderBases.orderId, order.row.id)).limit(1);
  const key = orderKey(order);
  if (row === undefined || !key.ok) return null;
  const application = ApplicationDraft.parse(open(key.value, row.documentEnc, aad(order.row.id)));
  return { application, entityId: row.entityId };
}

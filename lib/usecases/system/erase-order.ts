import "server-only";
import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { z } from "zod";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import { ok } from "@/lib/filing/shared/result";
import { storage } from "@/lib/storage";

const Payload = z.strictObject({ orderId: z.string() });

/**
 * Outbox handler `order.erase`: destroys the data key of an order that ended without a filing, and what search kept of it.
 * Everything sealed under the key is unreadable from then on; events and audit, which hold no personal value, stay.
 */
export async function run(raw: unknown): Promise<void> {
  const { orderId } = Payload.parse(raw);
  const files = await read().select().from(t.files).where(eq(t.files.orderId, orderId));
  await withTransaction(async (tx) => {
    const rows = await tx
      .update(t.orders)
      .set({ wrappedKey: null, unitName: null, headline: null, version: sql`${t.orders.version} + 1` })
      .where(and(eq(t.orders.id, orderId), isNotNull(t.orders.wrappedKey)))
      .returning({ id: t.orders.id });
    if (rows.length === 0) return ok(null);
    await tx.delete(t.orderBlindIndexes).where(eq(t.orderBlindIndexes.orderId, orderId));
    await tx.delete(t.cancelPasswords).where(eq(t.cancelPasswords.orderId, orderId));
    await tx.delete(t.phoneProofs).where(eq(t.phoneProofs.orderId, orderId));
    await tx.delete(t.orderDomains).where(eq(t.orderDomains.orderId, orderId));
    const handedOver = tx
      .select({ sequence: t.manualSubmissions.sequence })
      .from(t.manualSubmissions)
      .where(eq(t.manualSubmissions.orderId, orderId));
    await tx.delete(t.manualMarks).where(inArray(t.manualMarks.sequence, handedOver));
    // They name the domain; who still needs to know has been told.
    await tx.delete(t.notifications).where(eq(t.notifications.orderId, orderId));
    await audit(tx, { actorId: null, action: "order.erased", object: orderId, outcome: "done", data: {} });
    return ok(null);
  });
  // The key is gone, so these are noise already; a crash before here leaves only noise.
  for (const { storageKey, thumbKey } of files) {
    await storage().delete(storageKey);
    if (thumbKey !== null) await storage().delete(thumbKey);
  }
}

import "server-only";
import { and, eq, isNotNull } from "drizzle-orm";
import { z } from "zod";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import { ok } from "@/lib/filing/shared/result";
import { storage } from "@/lib/storage";
import { filesOf } from "./store";

const Payload = z.strictObject({ requestId: z.string() });

/**
 * Outbox handler `manual.erase`: destroys the key of a request that is over. What was sealed under it is unreadable from
 * then on; that it was, and how it ended, stays.
 */
export async function run(raw: unknown): Promise<void> {
  const { requestId } = Payload.parse(raw);
  const files = await filesOf(read(), requestId);
  await withTransaction(async (tx) => {
    const table = t.manualCancellations;
    const erased = await tx
      .update(table)
      .set({ wrappedKey: null })
      .where(and(eq(table.id, requestId), isNotNull(table.wrappedKey)))
      .returning({ id: table.id });
    if (erased.length === 0) return ok(null);
    await tx.delete(t.manualFiles).where(eq(t.manualFiles.requestId, requestId));
    await audit(tx, { actorId: null, action: "manual.erased", object: requestId, outcome: "done" });
    return ok(null);
  });
  for (const { storageKey } of files) await storage().delete(storageKey);
}

import "server-only";
import { and, eq, inArray, isNotNull, or } from "drizzle-orm";
import { z } from "zod";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import { ok } from "@/lib/filing/shared/result";
import { storage } from "@/lib/storage";
import { isAnswerPicture } from "../materials/current-materials";

const Payload = z.strictObject({ orderId: z.string() });

/**
 * Outbox handler `materials.tidy`: an approved order keeps the documents it was approved with; earlier versions and
 * the pictures of answers, which served the reviews before it, are destroyed. The files go first: a crash in between
 * leaves rows that name nothing, and the next run finds them again.
 */
export async function run(raw: unknown): Promise<void> {
  const { orderId } = Payload.parse(raw);
  const old = await read()
    .select({ id: t.materials.id, file: t.files })
    .from(t.materials)
    .innerJoin(t.files, eq(t.files.id, t.materials.fileId))
    .where(and(eq(t.materials.orderId, orderId), or(isNotNull(t.materials.replacedAt), isAnswerPicture)));
  if (old.length === 0) return;
  for (const { file } of old) {
    await storage().delete(file.storageKey);
    if (file.thumbKey !== null) await storage().delete(file.thumbKey);
  }
  const ids = old.map(({ id }) => id);
  const files = old.map(({ file }) => file.id);
  await withTransaction(async (tx) => {
    await tx.delete(t.materials).where(inArray(t.materials.id, ids));
    await tx.delete(t.files).where(inArray(t.files.id, files));
    const data = { count: ids.length };
    await audit(tx, { actorId: null, action: "material.tidied", object: orderId, outcome: "done", data });
    return ok(null);
  });
}

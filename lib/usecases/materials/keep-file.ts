import "server-only";
import { createReadStream } from "node:fs";
import { and, eq, inArray, isNull, sum } from "drizzle-orm";
import * as t from "@/db/schema";
import { type Tx, withTransaction } from "@/db/transaction";
import type { Actor } from "@/lib/filing/access";
import { isLetter, LETTER_CODES } from "@/lib/filing/policy/materials";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { newId } from "@/lib/ids";
import type { CleanImage } from "@/lib/media/image";
import type { CleanVideo } from "@/lib/media/video";
import { storage } from "@/lib/storage";
import { decisionContext } from "../orders/context";
import { applyCommand, loadOwnOrder, type OrderRecord, orderKey } from "../orders/store";
import { isOfAnswer, roomAtItem } from "./answer-place";
import type { Slot } from "./asked-for";
import type { Received } from "./receive";

/** What is stored of a received file. */
export interface ToKeep {
  readonly body: () => AsyncIterable<Uint8Array> | Buffer;
  readonly thumb: Buffer | null;
  readonly mime: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly receivedSha256: string;
}

/** A picture is kept as it was made anew. */
export const pictureToKeep = (received: Received, { image, thumb, ...rest }: CleanImage): ToKeep => ({
  ...rest,
  thumb,
  body: () => image,
  receivedSha256: received.sha256,
});

/** A film is read off the disk piece by piece while it is encrypted. */
export const videoToKeep = (received: Received, { mime }: CleanVideo): ToKeep => ({
  mime,
  thumb: null,
  width: null,
  height: null,
  body: () => createReadStream(received.path),
  receivedSha256: received.sha256,
});

interface Filling extends Slot {
  readonly orderId: string;
  readonly documentDate: string | null;
}

/** Encrypts first, then enters: a crash between leaves at most an unreadable file that no row names. */
export async function keepFile(actor: Actor, order: OrderRecord, slot: Filling, kept: ToKeep) {
  const key = orderKey(order);
  if (!key.ok) return key;
  const fileId = newId();
  const storageKey = `orders/${order.row.id}/${fileId}`;
  const thumbKey = kept.thumb === null ? null : `${storageKey}.thumb`;
  let entered: Result<{ materialId: string }> | undefined;
  try {
    const stored = await storage().put(storageKey, kept.body(), key.value);
    if (kept.thumb !== null && thumbKey !== null) await storage().put(thumbKey, kept.thumb, key.value);
    const { mime, width, height, receivedSha256 } = kept;
    const file = {
      id: fileId,
      orderId: order.row.id,
      ...{ storageKey, thumbKey, mime, width, height, receivedSha256 },
      bytes: stored.bytes,
      storedSha256: stored.sha256,
    };
    entered = await withTransaction((tx) => enter(tx, actor, slot, file));
    return entered;
  } finally {
    // Refused or failed (a busy database, a full disk): what no row names must not stay.
    if (!entered?.ok) {
      await storage().delete(storageKey);
      if (thumbKey !== null) await storage().delete(thumbKey);
    }
  }
}

type FileRow = Omit<typeof t.files.$inferInsert, "createdAt" | "createdBy">;

async function enter(
  tx: Tx,
  actor: Actor,
  slot: Filling,
  file: FileRow,
): Promise<Result<{ materialId: string }>> {
  const ctx = await decisionContext(actor, "applicant");
  const own = await loadOwnOrder(tx, actor, slot.orderId);
  if (!own.ok) return own;
  if (
    await overQuota(tx, own.value.row.accountId, file.bytes, ctx.policy.provider.upload.accountQuotaBytes)
  ) {
    return fail(refuse("too_large", { reason: "upload.quota" }));
  }
  if (isOfAnswer(slot)) {
    const room = await roomAtItem(tx, slot);
    if (!room.ok) return room;
  }
  const saved = await applyCommand(tx, own.value, { type: "save", sections: ["materials"] }, ctx);
  if (!saved.ok) return saved;
  const at = ctx.now;
  await tx.insert(t.files).values({ ...file, createdAt: at, createdBy: actor.userId });
  if (!isOfAnswer(slot)) await tx.update(t.materials).set({ replacedAt: at }).where(inSlot(slot));
  const { orderId, code, subject, side, documentDate } = slot;
  const materialId = newId();
  await tx.insert(t.materials).values({
    id: materialId,
    orderId,
    code,
    subject,
    side,
    documentDate,
    fileId: file.id,
    addedAt: at,
    addedBy: actor.userId,
  });
  return ok({ materialId });
}

/** A person's letters share one slot, whatever template they follow. */
const inSlot = ({ orderId, code, subject, side }: Filling) =>
  and(
    eq(t.materials.orderId, orderId),
    inArray(t.materials.code, isLetter(code) ? [...LETTER_CODES] : [code]),
    eq(t.materials.subject, subject),
    eq(t.materials.side, side),
    isNull(t.materials.replacedAt),
  );

async function overQuota(tx: Tx, accountId: string, bytes: number, quota: number): Promise<boolean> {
  const [used] = await tx
    .select({ bytes: sum(t.files.bytes).mapWith(Number) })
    .from(t.files)
    .innerJoin(t.orders, eq(t.orders.id, t.files.orderId))
    .where(eq(t.orders.accountId, accountId));
  return (used?.bytes ?? 0) + bytes > quota;
}

import "server-only";
import { rm } from "node:fs/promises";
import { and, eq, isNull, sum } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { type Tx, withTransaction } from "@/db/transaction";
import type { Actor } from "@/lib/filing/access";
import { decide } from "@/lib/filing/lifecycle";
import { requiredMaterials } from "@/lib/filing/rules";
import type { RequiredMaterial, Side } from "@/lib/filing/rules/material-types";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { newId } from "@/lib/ids";
import { type CleanImage, cleanImage } from "@/lib/media/image";
import { storage } from "@/lib/storage";
import { loadRuleContext } from "../facts/load-facts";
import { decisionContext } from "../orders/context";
import { applyCommand, loadOwnOrder, type OrderRecord, openDraft, orderKey } from "../orders/store";
import { type Announced, type Received, receive } from "./receive";

export interface Slot {
  readonly code: string;
  /** `entity`, `people[<id>]` or `services[<id>]`. */
  readonly subject: string;
  readonly side: Side;
  /** Date printed on the document, `YYYY-MM-DD`, where the slot asks for one. */
  readonly documentDate: string | null;
}

export interface UploadInput extends Slot {
  readonly orderId: string;
  readonly announced: Announced;
  readonly body: AsyncIterable<Uint8Array>;
}

/**
 * Puts a file into a slot: received and compared, recognised by content, made anew without metadata, encrypted, and
 * only then entered in the books. Whatever it replaces is kept until the order closes.
 */
export async function uploadMaterial(
  actor: Actor,
  input: UploadInput,
): Promise<Result<{ materialId: string }>> {
  const own = await loadOwnOrder(read(), actor, input.orderId);
  if (!own.ok) return own;
  const ctx = await decisionContext(actor, "applicant");
  // Asked again when the file is entered; here so that nobody sends megabytes for a refusal.
  const editable = decide(own.value.snapshot, { type: "save", sections: ["materials"] }, ctx);
  if (!editable.ok) return editable;
  const allowed = await mayFill(own.value, input);
  if (!allowed.ok) return allowed;
  const limits = ctx.policy.provider.upload;
  const received = await receive(input.body, input.announced, limits.imageMaxBytes);
  if (!received.ok) return received;
  try {
    const clean = await cleanImage(received.value.path, {
      maxPixels: limits.maxPixels,
      minSide: limits.imageMinSide,
    });
    return clean.ok ? await keep(actor, own.value, input, received.value, clean.value) : clean;
  } finally {
    await rm(received.value.path, { force: true });
  }
}

/** The order must ask for this very slot. */
async function mayFill(order: OrderRecord, slot: Slot): Promise<Result<RequiredMaterial>> {
  const draft = await openDraft(read(), order);
  if (!draft.ok) return draft;
  const context = await loadRuleContext(order, draft.value.application);
  const asked = requiredMaterials(context).find(
    ({ code, subject, sides }) => code === slot.code && subject === slot.subject && sides.includes(slot.side),
  );
  return asked ? ok(asked) : fail(refuse("invalid", { reason: "upload.no-slot" }));
}

/** Encrypts first, then enters: a crash between leaves at most an unreadable file that no row names. */
async function keep(
  actor: Actor,
  order: OrderRecord,
  slot: Slot & { orderId: string },
  received: Received,
  clean: CleanImage,
) {
  const key = orderKey(order);
  if (!key.ok) return key;
  const fileId = newId();
  const storageKey = `orders/${order.row.id}/${fileId}`;
  const thumbKey = `${storageKey}.thumb`;
  let entered: Result<{ materialId: string }> | undefined;
  try {
    const stored = await storage().put(storageKey, clean.image, key.value);
    await storage().put(thumbKey, clean.thumb, key.value);
    const file = {
      id: fileId,
      orderId: order.row.id,
      storageKey,
      thumbKey,
      mime: clean.mime,
      bytes: stored.bytes,
      width: clean.width,
      height: clean.height,
      receivedSha256: received.sha256,
      storedSha256: stored.sha256,
    };
    entered = await withTransaction((tx) => enter(tx, actor, slot, file));
    return entered;
  } finally {
    // Refused or failed (a busy database, a full disk): what no row names must not stay.
    if (!entered?.ok) await Promise.all([storage().delete(storageKey), storage().delete(thumbKey)]);
  }
}

type FileRow = Omit<typeof t.files.$inferInsert, "createdAt" | "createdBy">;

async function enter(
  tx: Tx,
  actor: Actor,
  slot: Slot & { orderId: string },
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
  const saved = await applyCommand(tx, own.value, { type: "save", sections: ["materials"] }, ctx);
  if (!saved.ok) return saved;
  const at = ctx.now;
  await tx.insert(t.files).values({ ...file, createdAt: at, createdBy: actor.userId });
  await tx.update(t.materials).set({ replacedAt: at }).where(inSlot(slot));
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

const inSlot = ({ orderId, code, subject, side }: Slot & { orderId: string }) =>
  and(
    eq(t.materials.orderId, orderId),
    eq(t.materials.code, code),
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

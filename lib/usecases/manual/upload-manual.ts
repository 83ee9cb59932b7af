import "server-only";
import { rm } from "node:fs/promises";
import { and, eq } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import { clock } from "@/lib/clock";
import type { Actor } from "@/lib/filing/access";
import type { ManualPlace } from "@/lib/filing/manual/form";
import { decideManual } from "@/lib/filing/manual/machine";
import { manualSlots } from "@/lib/filing/manual/slots";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { newId } from "@/lib/ids";
import { type CleanImage, cleanImage } from "@/lib/media/image";
import { storage } from "@/lib/storage";
import { type Announced, type Received, receive } from "../materials/receive";
import { currentPolicy } from "../policy/current-policy";
import { detailsOf, loadOwnManual, type ManualRow, manualKey } from "./store";

export interface ManualUpload extends Omit<ManualPlace, "sha256"> {
  readonly requestId: string;
  readonly announced: Announced;
  readonly body: AsyncIterable<Uint8Array>;
}

/** A document for a request that is being prepared: received, made anew, encrypted, and only then entered. */
export async function uploadManual(actor: Actor, input: ManualUpload): Promise<Result<{ fileId: string }>> {
  const own = await loadOwnManual(read(), actor, input.requestId);
  if (!own.ok) return own;
  const place = mayFill(own.value, input);
  if (!place.ok) return place;
  const { imageMaxBytes, maxPixels, imageMinSide } = (await currentPolicy()).provider.upload;
  const received = await receive(input.body, input.announced, imageMaxBytes);
  if (!received.ok) return received;
  try {
    const clean = await cleanImage(received.value.path, { maxPixels, minSide: imageMinSide });
    return clean.ok ? await keep(actor, own.value, input, received.value, clean.value) : clean;
  } finally {
    await rm(received.value.path, { force: true });
  }
}

/** Only what this request asks for, and only while it is being prepared. */
function mayFill(row: ManualRow, { slot, side }: Pick<ManualUpload, "slot" | "side">): Result<null> {
  const may = decideManual({ state: row.state, missing: 0 }, { type: "fill" });
  if (!may.ok) return may;
  const details = detailsOf(row);
  const asked = details && manualSlots(details.holder, details.applicantId).find((one) => one.slot === slot);
  return asked?.sides.includes(side) ? ok(null) : fail(refuse("invalid", { reason: "upload.no-slot" }));
}

async function keep(
  actor: Actor,
  row: ManualRow,
  { slot, side }: ManualUpload,
  received: Received,
  { image, mime }: CleanImage,
): Promise<Result<{ fileId: string }>> {
  const key = manualKey(row);
  if (!key.ok) return key;
  const fileId = newId();
  const storageKey = `manual/${row.id}/${fileId}`;
  let entered: Result<{ replaced: string | null }> | undefined;
  try {
    const { bytes } = await storage().put(storageKey, image, key.value);
    entered = await withTransaction(async (tx) => {
      // Asked again: it may have been submitted while the file was on its way.
      const now = await loadOwnManual(tx, actor, row.id);
      if (!now.ok) return now;
      const may = mayFill(now.value, { slot, side });
      if (!may.ok) return may;
      const there = and(
        eq(t.manualFiles.requestId, row.id),
        eq(t.manualFiles.slot, slot),
        eq(t.manualFiles.side, side),
      );
      const [old] = await tx.delete(t.manualFiles).where(there).returning();
      await tx.insert(t.manualFiles).values({
        ...{ id: fileId, requestId: row.id, slot, side, storageKey, mime, bytes },
        ...{ receivedSha256: received.sha256, createdAt: clock().now(), createdBy: actor.userId },
      });
      await audit(tx, {
        ...{ actorId: actor.userId, action: "manual.file.added", object: row.id, outcome: "done" },
        data: { slot, side },
      });
      return ok({ replaced: old?.storageKey ?? null });
    });
  } finally {
    if (!entered?.ok) await storage().delete(storageKey);
  }
  if (!entered.ok) return entered;
  if (entered.value.replaced !== null) await storage().delete(entered.value.replaced);
  return ok({ fileId });
}

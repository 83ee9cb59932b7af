import "server-only";
import { eq } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import { clock } from "@/lib/clock";
import type { Actor } from "@/lib/filing/access";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { watermark } from "@/lib/media/watermark";
import { storage } from "@/lib/storage";
import { loadOrder, type OrderRecord, orderKey } from "../orders/store";
import { staffContext } from "../review/staff-context";

export interface FileContent {
  readonly body: ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer>;
  readonly mime: string;
}

export interface FileInput {
  readonly materialId: string;
  readonly thumb: boolean;
}

/** A document's bytes for the account it belongs to. */
export async function readOwnFile(actor: Actor, input: FileInput): Promise<Result<FileContent>> {
  const found = await findFile(input);
  if (found === null || !actor.accountIds.includes(found.order.row.accountId))
    return fail(refuse("not_found"));
  return contentOf(found);
}

/**
 * A document's bytes for staff: of submitted orders, never of the own account's. Every look is in the audit before
 * the first byte leaves, and the picture names who looks and when (design.md "Documents and personal data").
 */
export async function readFileForReview(actor: Actor, input: FileInput): Promise<Result<FileContent>> {
  const staff = await staffContext(actor);
  if (!staff.ok) return staff;
  const found = await findFile(input);
  // A draft, and what is prepared for the next round, is nobody's business yet.
  if (found === null || found.addedAt > (found.order.row.submittedAt ?? 0)) return fail(refuse("not_found"));
  if (actor.accountIds.includes(found.order.row.accountId))
    return fail(refuse("forbidden", { reason: "order.own-account" }));
  await withTransaction(async (tx) => {
    const data = { material: input.materialId, code: found.code, thumb: input.thumb };
    await audit(tx, {
      actorId: actor.userId,
      action: "document.viewed",
      object: found.order.row.id,
      outcome: "done",
      data,
    });
    return ok(null);
  });
  const content = await contentOf(found);
  if (!content.ok || input.thumb) return content;
  const [user] = await read()
    .select({ name: t.users.displayName })
    .from(t.users)
    .where(eq(t.users.id, actor.userId));
  const marked = await watermark(
    content.value.body,
    `${user?.name ?? actor.userId.slice(0, 8)} ${found.order.row.number}`,
    clock().now(),
  );
  return ok({ body: marked, mime: content.value.mime });
}

interface Found {
  readonly order: OrderRecord;
  readonly code: string;
  readonly addedAt: number;
  readonly storageKey: string;
  readonly mime: string;
}

async function findFile({ materialId, thumb }: FileInput): Promise<Found | null> {
  const [row] = await read()
    .select({ material: t.materials, file: t.files })
    .from(t.materials)
    .innerJoin(t.files, eq(t.files.id, t.materials.fileId))
    .where(eq(t.materials.id, materialId))
    .limit(1);
  const order = row && (await loadOrder(read(), row.material.orderId));
  if (row === undefined || order === undefined) return null;
  const { storageKey, thumbKey, mime } = row.file;
  const { code, addedAt } = row.material;
  return { order, code, addedAt, storageKey: thumb && thumbKey !== null ? thumbKey : storageKey, mime };
}

async function contentOf({ order, storageKey, mime }: Found) {
  const key = orderKey(order);
  if (!key.ok) return key;
  return ok({ body: await storage().read(storageKey, key.value), mime });
}

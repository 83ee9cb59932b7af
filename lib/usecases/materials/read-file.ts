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
import { byteRange, rangeHead } from "@/lib/http/byte-range";
import { watermark } from "@/lib/media/watermark";
import { storage } from "@/lib/storage";
import { loadOrder, type OrderRecord, orderKey } from "../orders/store";
import { staffContext } from "../review/staff-context";
import { viewerMark } from "./viewer-mark";

export interface FileContent {
  readonly body: ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer>;
  readonly mime: string;
  readonly status: number;
  /** Length and place of what is given. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface FileInput {
  readonly materialId: string;
  readonly thumb: boolean;
  /** The request's `Range`: players read films in pieces. */
  readonly range?: string | null;
}

/** A document's bytes for the account it belongs to. */
export async function readOwnFile(actor: Actor, input: FileInput): Promise<Result<FileContent>> {
  const found = await findFile(input);
  if (found === null || !actor.accountIds.includes(found.order.row.accountId))
    return fail(refuse("not_found"));
  return contentOf(found, input);
}

/**
 * A document's bytes for staff: of submitted orders, never of the own account's. Every look is in the audit before
 * the first byte leaves, each piece of a film, too; pictures name who looks and when (design.md "Documents and personal
 * data"), films the page that plays them.
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
    const range = isFilm(found) ? byteRange(input.range ?? null, found.bytes) : null;
    const from = range === null || range === "unsatisfiable" ? 0 : range.start;
    const data = {
      material: input.materialId,
      code: found.code,
      thumb: input.thumb,
      ...(from > 0 && { from }),
    };
    await audit(tx, {
      actorId: actor.userId,
      action: "document.viewed",
      object: found.order.row.id,
      outcome: "done",
      data,
    });
    return ok(null);
  });
  const content = await contentOf(found, input);
  if (!content.ok || input.thumb || isFilm(found)) return content;
  const mark = await viewerMark(actor.userId, found.order.row.number);
  const marked = await watermark(content.value.body, mark, clock().now());
  return ok({ ...content.value, body: marked, headers: {} });
}

interface Found {
  readonly order: OrderRecord;
  readonly code: string;
  readonly addedAt: number;
  readonly storageKey: string;
  readonly mime: string;
  readonly bytes: number;
}

const isFilm = ({ mime }: Pick<Found, "mime">): boolean => mime.startsWith("video/");

async function findFile({ materialId, thumb }: Omit<FileInput, "range">): Promise<Found | null> {
  const [row] = await read()
    .select({ material: t.materials, file: t.files })
    .from(t.materials)
    .innerJoin(t.files, eq(t.files.id, t.materials.fileId))
    .where(eq(t.materials.id, materialId))
    .limit(1);
  const order = row && (await loadOrder(read(), row.material.orderId));
  if (row === undefined || order === undefined) return null;
  const { storageKey, thumbKey, mime, bytes } = row.file;
  // A film has no thumbnail; asked for one, it would be sent whole.
  if (thumb && thumbKey === null) return null;
  const { code, addedAt } = row.material;
  return {
    order,
    code,
    addedAt,
    storageKey: thumb && thumbKey !== null ? thumbKey : storageKey,
    mime,
    bytes,
  };
}

async function contentOf(found: Found, { range: wanted }: FileInput): Promise<Result<FileContent>> {
  const { order, storageKey, mime, bytes } = found;
  const key = orderKey(order);
  if (!key.ok) return key;
  const whole = async () => storage().read(storageKey, key.value);
  if (!isFilm(found)) return ok({ body: await whole(), mime, status: 200, headers: {} });
  const range = byteRange(wanted ?? null, bytes);
  const head = { mime, ...rangeHead(range, bytes) };
  if (range === "unsatisfiable") return ok({ ...head, body: new Uint8Array() });
  if (range === null) return ok({ ...head, body: await whole() });
  return ok({ ...head, body: await storage().read(storageKey, key.value, range) });
}

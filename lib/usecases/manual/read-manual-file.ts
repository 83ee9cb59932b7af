import "server-only";
import { read } from "@/db/client";
import { withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import { clock } from "@/lib/clock";
import type { Actor } from "@/lib/filing/access";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { watermark } from "@/lib/media/watermark";
import { storage } from "@/lib/storage";
import type { FileContent } from "../materials/read-file";
import { viewerMark } from "../materials/viewer-mark";
import { staffContext } from "../review/staff-context";
import {
  findManualFile,
  loadOwnManual,
  loadTicket,
  type ManualFileRow,
  type ManualRow,
  manualKey,
} from "./store";

type Input = { readonly fileId: string };

/** A document of one's own request. */
export async function readOwnManualFile(actor: Actor, { fileId }: Input): Promise<Result<FileContent>> {
  const found = await findManualFile(fileId);
  if (found === null) return fail(refuse("not_found"));
  const own = await loadOwnManual(read(), actor, found.requestId);
  return own.ok ? contentOf(own.value, found.file) : own;
}

/** For staff: the look is in the audit before the first byte leaves, and the picture names who looks. */
export async function readTicketFile(actor: Actor, { fileId }: Input): Promise<Result<FileContent>> {
  const staff = await staffContext(actor);
  if (!staff.ok) return staff;
  const found = await findManualFile(fileId);
  if (found === null) return fail(refuse("not_found"));
  const ticket = await loadTicket(read(), actor, found.requestId);
  if (!ticket.ok) return ticket;
  await withTransaction(async (tx) => {
    await audit(tx, {
      ...{ actorId: actor.userId, action: "document.viewed", object: found.requestId, outcome: "done" },
      data: { material: fileId, code: found.file.slot },
    });
    return ok(null);
  });
  const content = await contentOf(ticket.value, found.file);
  if (!content.ok) return content;
  const mark = await viewerMark(actor.userId, found.requestId.slice(-8));
  return ok({ ...content.value, body: await watermark(content.value.body, mark, clock().now()) });
}

async function contentOf(row: ManualRow, { storageKey, mime }: ManualFileRow): Promise<Result<FileContent>> {
  const key = manualKey(row);
  if (!key.ok) return key;
  return ok({ body: await storage().read(storageKey, key.value), mime, status: 200, headers: {} });
}

import { ApplicationDraft } from "@/lib/filing/application/draft";
import { open, unwrap } from "@/lib/secrets";
import { answerAad } from "@/lib/usecases/orders/correction-answers";
import type { Look } from "./look";

function keyOf(look: Look, orderId: string): Buffer | null {
  const row = look.row<{ wrapped_key: Buffer | null }>(
    "SELECT wrapped_key FROM orders WHERE id = ?",
    orderId,
  );
  return row?.wrapped_key ? unwrap(row.wrapped_key) : null;
}

function opened<T>(look: Look, orderId: string, blob: Buffer | null | undefined, aad: string): T | null {
  const key = keyOf(look, orderId);
  return key === null || !blob ? null : open<T>(key, blob, aad);
}

/** The document as it is being written. */
export function draftOf(
  look: Look,
  orderId: string,
): { readonly version: number; readonly app: ApplicationDraft } {
  const row = look.row<{ version: number; document_enc: Buffer }>(
    "SELECT version, document_enc FROM order_drafts WHERE order_id = ?",
    orderId,
  );
  const document = opened<unknown>(look, orderId, row?.document_enc, `order:${orderId}:draft`);
  if (row === undefined || document === null) throw new Error(`order ${orderId} has no draft`);
  return { version: row.version, app: ApplicationDraft.parse(document) };
}

/** The document and the findings of a submitted round. */
export function submissionOf(look: Look, orderId: string, round: number) {
  const row = look.row<{ document_enc: Buffer; findings_enc: Buffer }>(
    "SELECT document_enc, findings_enc FROM order_submissions WHERE order_id = ? AND round = ?",
    orderId,
    round,
  );
  const aad = `order:${orderId}:submission:${round}`;
  const document = opened<unknown>(look, orderId, row?.document_enc, aad);
  const told = opened<{ findings: readonly { rule: string; path: string; level: string }[] }>(
    look,
    orderId,
    row?.findings_enc,
    aad,
  );
  return { app: document === null ? null : ApplicationDraft.parse(document), findings: told?.findings ?? [] };
}

/** The reviewer's wording of the newest items he opened on an order. */
export function suggestionOf(look: Look, orderId: string, userId: string): string | null {
  const row = look.row<{ id: string; suggestion_enc: Buffer | null }>(
    "SELECT id, suggestion_enc FROM corrections WHERE order_id = ? AND opened_by = ? ORDER BY opened_at DESC, id DESC",
    orderId,
    userId,
  );
  return opened(look, orderId, row?.suggestion_enc, `order:${orderId}:correction:${row?.id}`);
}

export function answerOf(look: Look, orderId: string, correctionId: string): string | null {
  const row = look.row<{ answer_enc: Buffer | null }>(
    "SELECT answer_enc FROM corrections WHERE id = ?",
    correctionId,
  );
  return opened(look, orderId, row?.answer_enc, answerAad(orderId, correctionId));
}

/** The note of the newest call a reviewer recorded. */
export function callNoteOf(look: Look, orderId: string, userId: string): string | null {
  const row = look.row<{ id: string; note_enc: Buffer | null }>(
    "SELECT id, note_enc FROM calls WHERE order_id = ? AND user_id = ? ORDER BY id DESC",
    orderId,
    userId,
  );
  return opened(look, orderId, row?.note_enc, `order:${orderId}:call:${row?.id}`);
}

/** Why a reviewer set a finding aside. */
export function dismissalOf(
  look: Look,
  orderId: string,
  round: number,
  rule: string,
  path: string,
): string | null {
  const row = look.row<{ note_enc: Buffer }>(
    "SELECT note_enc FROM finding_notes WHERE order_id = ? AND round = ? AND rule = ? AND path = ? AND kind = 'dismissed'",
    ...[orderId, round, rule, path],
  );
  return opened(look, orderId, row?.note_enc, `order:${orderId}:note`);
}

import "server-only";
import type * as t from "@/db/schema";
import { open } from "@/lib/secrets";
import type { CorrectionAnswer } from "./document/correction-answer";
import { type OrderRecord, orderKey } from "./store";

type Row = Pick<typeof t.corrections.$inferSelect, "id" | "answerKind" | "answerEnc" | "suggestionEnc">;

/** What binds the ciphertext of an answer to its item. */
export const answerAad = (orderId: string, correctionId: string): string =>
  `order:${orderId}:correction:${correctionId}:answer`;

/** Both sides' words on one item: what was asked (null: the catalogue's suggestion) and what was answered. */
export function wordsOf(
  order: OrderRecord,
  { id, answerKind, answerEnc, suggestionEnc }: Row,
): { readonly suggestion: string | null; readonly answer: CorrectionAnswer | null } {
  const key = orderKey(order);
  const orderId = order.row.id;
  const read = (sealed: Buffer | null, aad: string): string | null =>
    sealed !== null && key.ok ? open<string>(key.value, sealed, aad) : null;
  return {
    suggestion: read(suggestionEnc, `order:${orderId}:correction:${id}`),
    answer:
      answerKind === null ? null : { kind: answerKind, text: read(answerEnc, answerAad(orderId, id)) ?? "" },
  };
}

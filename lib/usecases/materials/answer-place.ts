import "server-only";
import { and, count, eq, isNull } from "drizzle-orm";
import type { Reader } from "@/db/client";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import { ANSWER_FILES, correctionOf } from "@/lib/filing/application/answer-files";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import type { Slot } from "./asked-for";

export type InOrder<T> = T & { readonly orderId: string };

/** Does the file belong to an answer, not to a document's slot? */
export const isOfAnswer = ({ code }: Pick<Slot, "code">): boolean => code === ANSWER_FILES.code;

/**
 * The item a picture belongs to, while it can still be answered: what was submitted with its round is fixed. Answers
 * what the item is about. Refusal: not_found (another order's item, an unknown one, one of an earlier round).
 */
export async function openItem(
  db: Reader | Tx,
  { orderId, subject }: InOrder<Pick<Slot, "subject">>,
): Promise<Result<{ target: string }>> {
  const [item] = await db
    .select({ target: t.corrections.target })
    .from(t.corrections)
    .where(
      and(
        eq(t.corrections.id, correctionOf(subject) ?? ""),
        eq(t.corrections.orderId, orderId),
        isNull(t.corrections.resolvedAt),
      ),
    );
  return item === undefined ? fail(refuse("not_found")) : ok(item);
}

/** The same when one more picture has room. Refusals: not_found; `invalid` upload.no-slot | upload.answer-full. */
export async function roomAtItem(
  db: Reader | Tx,
  slot: InOrder<Omit<Slot, "code">>,
): Promise<Result<{ target: string }>> {
  const item = await openItem(db, slot);
  if (!item.ok) return item;
  const { code, side, most } = ANSWER_FILES;
  if (slot.side !== side) return fail(refuse("invalid", { reason: "upload.no-slot" }));
  const { orderId, subject } = slot;
  const [there] = await db
    .select({ files: count() })
    .from(t.materials)
    .where(
      and(
        eq(t.materials.orderId, orderId),
        eq(t.materials.code, code),
        eq(t.materials.subject, subject),
        isNull(t.materials.replacedAt),
      ),
    );
  return (there?.files ?? 0) < most
    ? item
    : fail(refuse("invalid", { reason: "upload.answer-full", params: { limit: most } }));
}

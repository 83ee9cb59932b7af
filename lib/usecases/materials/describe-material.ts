import "server-only";
import { and, eq } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import type { Actor } from "@/lib/filing/access";
import { isLetter } from "@/lib/filing/policy/materials";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { loadOwnOrder } from "../orders/store";
import { changeMaterial, type MaterialInput } from "./change-material";

export interface DescribeInput extends MaterialInput {
  /** Date printed on the document, `YYYY-MM-DD`; null = not given; absent = as it is. */
  readonly documentDate?: string | null;
  /** Of a letter: which template it follows. */
  readonly kind?: string;
}

/**
 * Notes what is printed on a document that is already in its slot: its date, and which template a letter follows.
 * Refusals: not_found; `invalid` upload.no-letter (only letters have templates).
 */
export async function describeMaterial(actor: Actor, input: DescribeInput): Promise<Result<null>> {
  const { documentDate, kind, ...material } = input;
  if (kind !== undefined) {
    const letter = await isOwnLetter(actor, material);
    if (!letter.ok) return letter;
    if (!letter.value || !isLetter(kind)) return fail(refuse("invalid", { reason: "upload.no-letter" }));
  }
  return changeMaterial(actor, material, () => ({
    ...(documentDate === undefined ? {} : { documentDate }),
    ...(kind === undefined ? {} : { code: kind }),
  }));
}

async function isOwnLetter(actor: Actor, { materialId, orderId }: MaterialInput): Promise<Result<boolean>> {
  const own = await loadOwnOrder(read(), actor, orderId);
  if (!own.ok) return own;
  const [row] = await read()
    .select({ code: t.materials.code })
    .from(t.materials)
    .where(and(eq(t.materials.id, materialId), eq(t.materials.orderId, orderId)));
  return row === undefined ? fail(refuse("not_found")) : ok(isLetter(row.code));
}

import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import type { Actor } from "@/lib/filing/access";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { decisionContext } from "../orders/context";
import { applyCommand, loadOwnOrder } from "../orders/store";

export interface DateInput {
  readonly orderId: string;
  readonly materialId: string;
  /** Date printed on the document, `YYYY-MM-DD`; null = not given. */
  readonly documentDate: string | null;
}

/** Notes the date printed on a document that is already in its slot. */
export function dateMaterial(actor: Actor, input: DateInput): Promise<Result<null>> {
  const ctx = decisionContext(actor, "applicant");
  return withTransaction(async (tx) => {
    const own = await loadOwnOrder(tx, actor, input.orderId);
    if (!own.ok) return own;
    const saved = await applyCommand(tx, own.value, { type: "save", sections: ["materials"] }, ctx);
    if (!saved.ok) return saved;
    const { materialId, orderId, documentDate } = input;
    const rows = await tx
      .update(t.materials)
      .set({ documentDate })
      .where(
        and(eq(t.materials.id, materialId), eq(t.materials.orderId, orderId), isNull(t.materials.replacedAt)),
      )
      .returning();
    return rows.length === 0 ? fail(refuse("not_found")) : ok(null);
  });
}

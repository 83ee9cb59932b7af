import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import type { Actor } from "@/lib/filing/access";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { decisionContext } from "../orders/context";
import { applyCommand, loadOwnOrder } from "../orders/store";

/** Empties a slot. The file itself is kept until the order closes, like a replaced one. */
export function removeMaterial(
  actor: Actor,
  input: { orderId: string; materialId: string },
): Promise<Result<null>> {
  const ctx = decisionContext(actor, "applicant");
  return withTransaction(async (tx) => {
    const own = await loadOwnOrder(tx, actor, input.orderId);
    if (!own.ok) return own;
    const saved = await applyCommand(tx, own.value, { type: "save", sections: ["materials"] }, ctx);
    if (!saved.ok) return saved;
    const rows = await tx
      .update(t.materials)
      .set({ replacedAt: ctx.now })
      .where(
        and(
          eq(t.materials.id, input.materialId),
          eq(t.materials.orderId, input.orderId),
          isNull(t.materials.replacedAt),
        ),
      )
      .returning();
    return rows.length === 0 ? fail(refuse("not_found")) : ok(null);
  });
}

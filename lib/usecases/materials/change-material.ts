import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import type { Actor } from "@/lib/filing/access";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { decisionContext } from "../orders/context";
import { applyCommand, loadOwnOrder } from "../orders/store";
import { isOfAnswer, openItem } from "./answer-place";

export interface MaterialInput {
  readonly orderId: string;
  readonly materialId: string;
}

/** Changes what fills a slot, or belongs to an answer not yet sent, of an own order that may be written now. */
export async function changeMaterial(
  actor: Actor,
  { orderId, materialId }: MaterialInput,
  change: (now: number) => Partial<typeof t.materials.$inferInsert>,
): Promise<Result<null>> {
  const ctx = await decisionContext(actor, "applicant");
  return withTransaction(async (tx) => {
    const own = await loadOwnOrder(tx, actor, orderId);
    if (!own.ok) return own;
    const saved = await applyCommand(tx, own.value, { type: "save", sections: ["materials"] }, ctx);
    if (!saved.ok) return saved;
    const [row] = await tx
      .update(t.materials)
      .set(change(ctx.now))
      .where(
        and(eq(t.materials.id, materialId), eq(t.materials.orderId, orderId), isNull(t.materials.replacedAt)),
      )
      .returning();
    if (row === undefined) return fail(refuse("not_found"));
    const open = isOfAnswer(row) ? await openItem(tx, row) : ok(null);
    return open.ok ? ok(null) : open;
  });
}

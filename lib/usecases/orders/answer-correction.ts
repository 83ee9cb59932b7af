import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import type { Actor } from "@/lib/filing/access";
import { decide } from "@/lib/filing/lifecycle";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { decisionContext } from "./context";
import { loadOwnOrder } from "./store";

/** Marks a correction as dealt with, or takes the mark back. */
export async function answerCorrection(
  actor: Actor,
  input: { orderId: string; correctionId: string; done: boolean },
): Promise<Result<null>> {
  return withTransaction(async (tx) => {
    const ctx = await decisionContext(actor, "applicant");
    const order = await loadOwnOrder(tx, actor, input.orderId);
    if (!order.ok) return order;
    // Answering is editing: allowed exactly when saving is.
    const allowed = decide(order.value.snapshot, { type: "save", sections: [] }, ctx);
    if (!allowed.ok) return allowed;
    const rows = await tx
      .update(t.corrections)
      .set({ answerKind: input.done ? "fixed" : null })
      .where(
        and(
          eq(t.corrections.id, input.correctionId),
          eq(t.corrections.orderId, input.orderId),
          isNull(t.corrections.resolvedAt),
        ),
      )
      .returning({ id: t.corrections.id });
    if (rows.length === 0) return fail(refuse("not_found"));
    const data = { correction: input.correctionId, done: input.done };
    await audit(tx, {
      actorId: actor.userId,
      action: "correction.answer",
      object: input.orderId,
      outcome: "done",
      data,
    });
    return ok(null);
  });
}

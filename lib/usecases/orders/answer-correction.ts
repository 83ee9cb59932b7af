import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import type { Actor } from "@/lib/filing/access";
import { decide } from "@/lib/filing/lifecycle";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { seal } from "@/lib/secrets";
import { decisionContext } from "./context";
import { answerAad } from "./correction-answers";
import type { CorrectionAnswer } from "./document/correction-answer";
import { loadOwnOrder, orderKey } from "./store";

/** Answers a rejection item, mended or explained; null takes the answer back. */
export async function answerCorrection(
  actor: Actor,
  input: { orderId: string; correctionId: string; answer: CorrectionAnswer | null },
): Promise<Result<null>> {
  return withTransaction(async (tx) => {
    const ctx = await decisionContext(actor, "applicant");
    const order = await loadOwnOrder(tx, actor, input.orderId);
    if (!order.ok) return order;
    // Answering is editing: allowed exactly when saving is.
    const allowed = decide(order.value.snapshot, { type: "save", sections: [] }, ctx);
    if (!allowed.ok) return allowed;
    const key = orderKey(order.value);
    if (!key.ok) return key;
    const { orderId, correctionId, answer } = input;
    const text = answer?.text ?? "";
    const rows = await tx
      .update(t.corrections)
      .set({
        answerKind: answer?.kind ?? null,
        answerEnc: text === "" ? null : seal(key.value, text, answerAad(orderId, correctionId)),
      })
      .where(
        and(
          eq(t.corrections.id, correctionId),
          eq(t.corrections.orderId, orderId),
          isNull(t.corrections.resolvedAt),
        ),
      )
      .returning({ id: t.corrections.id });
    if (rows.length === 0) return fail(refuse("not_found"));
    const data = { correction: correctionId, answer: answer?.kind ?? "none" };
    await audit(tx, {
      actorId: actor.userId,
      action: "correction.answer",
      object: orderId,
      outcome: "done",
      data,
    });
    return ok(null);
  });
}

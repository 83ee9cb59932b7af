import "server-only";
import { withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import type { Actor } from "@/lib/filing/access";
import { decide } from "@/lib/filing/lifecycle";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { decisionContext } from "./context";
import { type FindingKey, roundInPreparation, writeNote } from "./finding-notes";
import { judgeOrder } from "./judge-order";
import { readOwnDraft } from "./own-draft";
import { loadOwnOrder, orderKey } from "./store";

export interface AcknowledgeInput extends FindingKey {
  readonly orderId: string;
  /** For the reviewer; may be empty. */
  readonly note: string;
}

/**
 * The applicant has seen a warning of his draft and, if he likes, says something to it that the reviewer reads. Facts
 * are asked outside the transaction. Refusals: not_found (not his order), wrong_state, invalid (no such warning).
 */
export async function acknowledgeFinding(actor: Actor, input: AcknowledgeInput): Promise<Result<null>> {
  const { orderId, rule, path } = input;
  const own = await readOwnDraft(actor, orderId);
  if (!own.ok) return own;
  const { findings } = await judgeOrder(own.value.order, own.value.draft.application);
  const stands = findings.some(
    (found) => found.level === "warn" && found.rule === rule && found.path === path,
  );
  if (!stands) return fail(refuse("invalid", { path: "rule" }));
  return withTransaction(async (tx) => {
    const ctx = await decisionContext(actor, "applicant");
    const order = await loadOwnOrder(tx, actor, orderId);
    if (!order.ok) return order;
    // Saying something to a finding is editing: allowed exactly when saving is.
    const allowed = decide(order.value.snapshot, { type: "save", sections: [] }, ctx);
    if (!allowed.ok) return allowed;
    const key = orderKey(order.value);
    if (!key.ok) return key;
    await writeNote(tx, orderId, key.value, {
      ...{ kind: "acknowledged", rule, path },
      round: roundInPreparation(order.value),
      text: input.note.trim(),
      userId: actor.userId,
      at: ctx.now,
    });
    await audit(tx, {
      actorId: actor.userId,
      action: "finding.acknowledge",
      object: orderId,
      outcome: "done",
      data: { rule, path },
    });
    return ok(null);
  });
}

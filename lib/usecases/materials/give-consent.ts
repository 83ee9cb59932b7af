import "server-only";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import type { Actor } from "@/lib/filing/access";
import { decide } from "@/lib/filing/lifecycle";
import { type ConsentKind, consentVersion } from "@/lib/filing/policy/consents";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { newId } from "@/lib/ids";
import { decisionContext } from "../orders/context";
import { loadOwnOrder } from "../orders/store";

export interface ConsentInput {
  readonly orderId: string;
  readonly kind: ConsentKind;
  /** The wording that was shown. */
  readonly version: string;
}

/**
 * Records a separate consent before the first file it is about; a second time changes nothing. Refusals: not_found,
 * wrong_state, stale `consent.moved` (another wording is in force than the one that was shown).
 */
export async function giveConsent(actor: Actor, input: ConsentInput): Promise<Result<null>> {
  const { orderId, kind, version } = input;
  return withTransaction(async (tx) => {
    const own = await loadOwnOrder(tx, actor, orderId);
    if (!own.ok) return own;
    const ctx = await decisionContext(actor, "applicant");
    // Allowed exactly when a file may be put into a slot.
    const editable = decide(own.value.snapshot, { type: "save", sections: ["materials"] }, ctx);
    if (!editable.ok) return editable;
    if (version !== consentVersion(kind)) return fail(refuse("stale", { reason: "consent.moved" }));
    const added = await tx
      .insert(t.consents)
      .values({ id: newId(), orderId, kind, version, userId: actor.userId, at: ctx.now })
      .onConflictDoNothing()
      .returning({ id: t.consents.id });
    if (added.length === 0) return ok(null);
    await audit(tx, {
      actorId: actor.userId,
      action: "consent.given",
      object: orderId,
      outcome: "done",
      data: { kind, version },
    });
    return ok(null);
  });
}

import "server-only";
import { withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import { clock } from "@/lib/clock";
import type { Actor } from "@/lib/filing/access";
import type { ManualId } from "@/lib/filing/manual/form";
import { decideManual } from "@/lib/filing/manual/machine";
import { manualSlots, missingIn } from "@/lib/filing/manual/slots";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, type Result } from "@/lib/filing/shared/result";
import { detailsOf, filesOf, loadOwnManual, moveManual } from "./store";

/** Hands a request with all its documents to staff, who call. */
export async function submitManual(actor: Actor, { requestId, version }: ManualId): Promise<Result<null>> {
  return withTransaction(async (tx) => {
    const own = await loadOwnManual(tx, actor, requestId);
    if (!own.ok) return own;
    const details = detailsOf(own.value);
    if (details === null) return fail(refuse("wrong_state", { reason: "manual.erased" }));
    const slots = manualSlots(details.holder, details.applicantId);
    const missing = missingIn(slots, await filesOf(tx, requestId));
    const next = decideManual({ state: own.value.state, missing }, { type: "submit" });
    if (!next.ok) return next;
    const moved = await moveManual(tx, own.value, version, next.value, { submittedAt: clock().now() });
    if (!moved.ok) return moved;
    await audit(tx, {
      ...{ actorId: actor.userId, action: "manual.submitted", object: requestId, outcome: "done" },
    });
    return moved;
  });
}

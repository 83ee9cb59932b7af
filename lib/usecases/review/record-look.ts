import "server-only";
import { withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import type { Actor } from "@/lib/filing/access";
import { ok } from "@/lib/filing/shared/result";

/** Notes that somebody of the staff reads an order, with its personal values whole or masked; `copy`: of which round. */
export async function recordLook(actor: Actor, orderId: string, whole: boolean, copy?: number) {
  await withTransaction(async (tx) => {
    await audit(tx, {
      actorId: actor.userId,
      action: "order.viewed",
      object: orderId,
      outcome: "done",
      data: { whole, ...(copy !== undefined && { copy }) },
    });
    return ok(null);
  });
}

import "server-only";
import { withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import type { Actor } from "@/lib/filing/access";
import { isOpen } from "@/lib/filing/handover/records";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { passwordOf } from "../cancel/passwords";
import { loadOrder } from "../orders/store";
import { atDesk, holderOf, mayKeyIn, ofOther } from "./desk";

/**
 * The filing password of a cancellation, for who carries it to the authority (or a supervisor), and only while that owes
 * an answer. It is in no page and no archive: it is asked for, and each time is in the audit.
 */
export async function revealPassword(
  actor: Actor,
  { sequence }: { readonly sequence: number },
): Promise<Result<{ password: string }>> {
  return withTransaction(async (tx) => {
    const desk = await atDesk(tx, actor, sequence);
    if (!desk.ok) return desk;
    const { row } = desk.value;
    if (row.state === "received" || !isOpen(row.state))
      return fail(refuse("wrong_state", { reason: `handover.in-${row.state}` }));
    if (!mayKeyIn(actor, await holderOf(tx, sequence))) return ofOther;
    const order = await loadOrder(tx, row.orderId);
    const password = order === undefined ? null : await passwordOf(tx, order);
    if (password === null) return fail(refuse("wrong_state", { reason: "handover.no-password" }));
    await audit(tx, {
      ...{ actorId: actor.userId, action: "handover.password-shown", object: row.orderId },
      outcome: "done",
      data: { sequence },
    });
    return ok({ password });
  });
}

import { refuse } from "../../shared/refusal";
import { fail, ok, type Result } from "../../shared/result";
import { REASON_OF_STATE } from "../reasons";
import type { OrderState } from "../states";
import type { OrderEvent, OrderSnapshot } from "../types";

/** Orders that changed what is filed. */
export const MADE_FILINGS = ["APPROVED", "CANCELLED"] as const satisfies readonly OrderState[];

/**
 * An order goes with the filing it made when that goes to another account. Nobody at the order asks for it, so it is no
 * command: who may is decided where the filing moves. One that is still open, or made nothing, stays.
 */
export function decideMove(order: OrderSnapshot, accountId: string): Result<readonly OrderEvent[]> {
  if (!MADE_FILINGS.some((state) => state === order.state))
    return fail(refuse("wrong_state", { reason: REASON_OF_STATE[order.state] }));
  return ok(order.accountId === accountId ? [] : [{ type: "moved", accountId }]);
}

import type { OrderType } from "../../application/codes";
import { refuse } from "../../shared/refusal";
import { fail, ok, type Result } from "../../shared/result";
import type { DecisionContext, OrderEvent } from "../types";

/** A new order: the only decision that has no order yet. */
export interface OpenOrder {
  readonly accountId: string;
  readonly orderType: OrderType;
  readonly province: string | null;
  /** Orders of the account that are still open. */
  readonly openOrders: number;
}

/** May this account start an order now (DF §3.3 "start another order")? */
export function decideOpen(
  input: OpenOrder,
  { actor, policy }: DecisionContext,
): Result<readonly OrderEvent[]> {
  const { accountId, orderType, province } = input;
  if (actor.kind !== "applicant") return fail(refuse("forbidden", { reason: "order.wrong-actor" }));
  if (!actor.accountIds.includes(accountId)) return fail(refuse("not_found"));
  if (!policy.provider.orderTypesEnabled.includes(orderType))
    return fail(refuse("invalid", { reason: "order.type-not-offered" }));
  const limit = policy.provider.openOrdersPerAccount;
  if (input.openOrders >= limit)
    return fail(refuse("wrong_state", { reason: "order.too-many-open", params: { limit } }));
  return ok([{ type: "created", orderType, accountId, province }]);
}

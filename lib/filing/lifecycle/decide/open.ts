import type { OrderType } from "../../application/codes";
import { type Refusal, refuse } from "../../shared/refusal";
import { fail, ok, type Result } from "../../shared/result";
import { isCancellation } from "../life";
import type { DecisionActor, DecisionContext, OrderEvent } from "../types";

/** A new order: the only decision that has no order yet. */
export interface OpenOrder {
  readonly accountId: string;
  readonly orderType: OrderType;
  readonly province: string | null;
  /** Orders of the account that are still open. */
  readonly openOrders: number;
}

/** Who: the holder; staff only what is proven on the manual path (DF §11.4), and never for their own account. */
function strange({ accountId, orderType }: OpenOrder, { kind, accountIds }: DecisionActor): Refusal | null {
  const own = accountIds.includes(accountId);
  if (kind === "applicant") return own ? null : refuse("not_found");
  const staff = kind === "reviewer" || kind === "supervisor";
  if (!staff || !isCancellation(orderType)) return refuse("forbidden", { reason: "order.wrong-actor" });
  return own ? refuse("forbidden", { reason: "order.own-account" }) : null;
}

/** May this account start an order now (DF §3.3 "start another order")? */
export function decideOpen(
  input: OpenOrder,
  { actor, policy }: DecisionContext,
): Result<readonly OrderEvent[]> {
  const { accountId, orderType, province } = input;
  const stranger = strange(input, actor);
  if (stranger) return fail(stranger);
  if (!policy.provider.orderTypesEnabled.includes(orderType))
    return fail(refuse("invalid", { reason: "order.type-not-offered" }));
  const limit = policy.provider.openOrdersPerAccount;
  if (input.openOrders >= limit)
    return fail(refuse("wrong_state", { reason: "order.too-many-open", params: { limit } }));
  return ok([{ type: "created", orderType, accountId, province }]);
}

import { addHours } from "../../policy/calendar/time";
import { lifeOf } from "../life";
import type { DecisionContext, OrderEvent, OrderSnapshot } from "../types";
import { needsOverride } from "./phone";
import type { CommandOf, Deciders } from "./types";

/**
 * What a call sets going (DF §3.5), for the lead called alone. Not reached: he has so many hours to ask for a call back,
 * counted from the first miss and not prolonged by calling him again in vain; a miss after a kept promise starts anew.
 * "Call me later": that is the request, and the provider's promise runs.
 */
function afterCall(
  order: OrderSnapshot,
  { personId, role, outcome }: CommandOf<"phone">,
  { now, policy }: DecisionContext,
): readonly OrderEvent[] {
  const { requestWithinHours, providerCallsWithinHours } = policy.provider.callback;
  const requestBy = addHours(now, requestWithinHours);
  const opened: OrderEvent = { type: "callback_opened", personId, role, requestBy };
  if (outcome === "CALLBACK_REQUESTED") {
    const callBy = addHours(now, providerCallsWithinHours);
    return [opened, { type: "callback_requested", personId, callBy }];
  }
  const running = order.callbacks[personId]?.requestedAt === null;
  return outcome === "NO_ANSWER" && !running ? [opened] : [];
}

/** What the provider's staff decides. */
export const REVIEW_DECIDERS: Deciders<
  "claim" | "release" | "reassign" | "phone" | "reject" | "approve" | "intercept"
> = {
  claim: (order, _command, { actor }) =>
    order.claim !== null || actor.userId === null ? [] : [{ type: "claimed", userId: actor.userId }],
  release: () => [{ type: "released", automatic: false }],
  reassign: (order, { userId }) => [{ type: "reassigned", userId, from: order.claim?.userId ?? null }],
  phone: (order, command, ctx) => {
    const { personId, number, outcome } = command;
    const phoned = { type: "phoned", personId, number, outcome } as const;
    // Outside a review nobody waits for the lead: a call is a note.
    return order.state === "PROVIDER_REVIEW" ? [phoned, ...afterCall(order, command, ctx)] : [phoned];
  },
  reject: (order, { items }) =>
    lifeOf(order.type) === "cancellation"
      ? [{ type: "returned", cause: "provider", items }]
      : [{ type: "rejected", items, automatic: false }],
  approve: (order, command, { policy }) => [
    { type: "approved_by_provider", override: needsOverride(order, command, policy) },
  ],
  intercept: (_order, { reason }) => [{ type: "intercepted", reason }],
};

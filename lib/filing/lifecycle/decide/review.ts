import { addHours } from "../../policy/calendar/time";
import type { DecisionContext, OrderEvent, OrderSnapshot, PhoneOutcome } from "../types";
import { needsOverride } from "./phone";
import type { Deciders } from "./types";

/**
 * What a call sets going (DF §3.5). Not reached: the lead has so many hours to ask for a call back, counted from the first
 * miss and not prolonged by calling the same person again in vain; a miss after a kept promise starts anew. "Call me
 * later": that is the request, and the provider's promise runs.
 */
function afterCall(
  order: OrderSnapshot,
  personId: string,
  outcome: PhoneOutcome,
  { now, policy }: DecisionContext,
): readonly OrderEvent[] {
  const { requestWithinHours, providerCallsWithinHours } = policy.provider.callback;
  const opened: OrderEvent = { type: "callback_opened", requestBy: addHours(now, requestWithinHours) };
  if (outcome === "CALLBACK_REQUESTED")
    return [opened, { type: "callback_requested", callBy: addHours(now, providerCallsWithinHours) }];
  if (outcome !== "NO_ANSWER") return [];
  const running = order.callback !== null && order.callback.requestedAt === null;
  return running && order.calls[personId] === "NO_ANSWER" ? [] : [opened];
}

/** What the provider's staff decides. */
export const REVIEW_DECIDERS: Deciders<"claim" | "release" | "phone" | "reject" | "approve" | "intercept"> = {
  claim: (order, _command, { actor }) =>
    order.claim !== null || actor.userId === null ? [] : [{ type: "claimed", userId: actor.userId }],
  release: () => [{ type: "released", automatic: false }],
  phone: (order, { personId, outcome }, ctx) => [
    { type: "phoned", personId, outcome },
    ...afterCall(order, personId, outcome, ctx),
  ],
  reject: (_order, { items }) => [{ type: "rejected", items, automatic: false }],
  approve: (order, command, { policy }) => [
    { type: "approved_by_provider", override: needsOverride(order, command, policy) },
  ],
  intercept: (_order, { reason }) => [{ type: "intercepted", reason }],
};

import { addHours } from "../../policy/calendar/time";
import { isCancelReason } from "../../registry/cancel-reasons";
import { lifeOf } from "../life";
import type { OrderEvent, OrderSnapshot } from "../types";
import type { Deciders } from "./types";

type Returned = Extract<OrderEvent, { type: "returned" }>;
/** Where an order that files something comes back to be mended, a cancellation is over. */
const orReturned = (
  order: OrderSnapshot,
  cause: Returned["cause"],
  otherwise: OrderEvent,
  items: Returned["items"] = [],
): readonly OrderEvent[] =>
  lifeOf(order.type) === "cancellation" ? [{ type: "returned", cause, items }] : [otherwise];

/** The hand-over and what the authority reports. Notices come at least once: a repeated one writes nothing. */
export const AUTHORITY_DECIDERS: Deciders<
  | "push"
  | "push_refused"
  | "sms_started"
  | "sms_done"
  | "sms_failed"
  | "resubmit_to_authority"
  | "sms_needs_change"
  | "authority_approve"
  | "authority_reject"
  | "authority_accept"
  | "authority_cancel"
> = {
  push: (_order, { sequence }) => [{ type: "pushed", sequence }],
  push_refused: (order, { code }) => {
    // Its answer at the door is all the reason a cancellation ever gets; of codes without words there is the cause alone.
    const items = isCancelReason(code) ? [{ id: `${order.id}:refused`, code, target: "order" }] : [];
    return orReturned(order, "refused", { type: "push_refused", code }, items);
  },
  sms_started: (_order, { required }, { now, policy }) => [
    {
      type: "sms_started",
      required: [...new Set(required)],
      deadline: addHours(now, policy.provider.smsCodeValidHours),
    },
  ],
  sms_done: (order, { personId }) => {
    const done = order.sms?.done ?? [];
    if (done.includes(personId)) return [];
    const last = order.sms?.required.every((id) => id === personId || done.includes(id));
    return last
      ? [{ type: "sms_done", personId }, { type: "sms_completed" }]
      : [{ type: "sms_done", personId }];
  },
  sms_failed: (order, { cause }) => orReturned(order, cause, { type: "sms_failed", cause }),
  resubmit_to_authority: () => [{ type: "resubmitted_to_authority", automatic: false }],
  sms_needs_change: (_order, { items }) => [{ type: "rejected", items, automatic: false }],
  authority_approve: (_order, { entityNumber, services }) => [
    { type: "authority_approved", entityNumber, services },
  ],
  authority_reject: (order, { items }) =>
    orReturned(order, "rejected", { type: "authority_rejected", items }, items),
  authority_accept: () => [{ type: "authority_accepted" }],
  authority_cancel: (_order, { entityNumber, services }) => [{ type: "cancelled", entityNumber, services }],
};

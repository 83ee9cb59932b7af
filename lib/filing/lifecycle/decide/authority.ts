import { addHours } from "../../policy/calendar/time";
import type { Deciders } from "./types";

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
> = {
  push: (_order, { sequence }) => [{ type: "pushed", sequence }],
  push_refused: (_order, { code }) => [{ type: "push_refused", code }],
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
  sms_failed: (_order, { cause }) => [{ type: "sms_failed", cause }],
  resubmit_to_authority: () => [{ type: "resubmitted_to_authority", automatic: false }],
  sms_needs_change: (_order, { items }) => [{ type: "rejected", items, automatic: false }],
  authority_approve: (_order, { entityNumber, services }) => [
    { type: "authority_approved", entityNumber, services },
  ],
  authority_reject: (_order, { items }) => [{ type: "authority_rejected", items }],
};

import { addHours } from "../../policy/calendar/time";
import { isReviewedHere } from "../cancel-review";
import { isCancellation, isStaffsWord } from "../life";
import type { Deciders } from "./types";

/** What the applicant (or a lead by his link) wants. */
export const APPLICANT_DECIDERS: Deciders<
  "save" | "settle_type" | "submit" | "confirm" | "withdraw" | "abandon" | "request_callback"
> = {
  save: (_order, { sections }) => [{ type: "saved", sections }],
  settle_type: (order, { orderType, province }) =>
    order.type === orderType && order.province === province ? [] : [{ type: "typed", orderType, province }],
  submit: (order, _command, { policy }) => [
    { type: "submitted", round: order.round + 1, policyVersion: policy.version },
  ],
  // Its only round: what comes back is void, and another one is another order.
  confirm: ({ type, round }, { by, requestId, inspectionId, password }, { policy }) => [
    {
      type: "confirmed",
      by,
      round: round + 1,
      policyVersion: policy.version,
      ...(requestId !== undefined && { requestId }),
      ...(inspectionId !== undefined && { inspectionId }),
      ...(password === true && { password }),
      ...(!isStaffsWord(by) &&
        isCancellation(type) &&
        isReviewedHere(type, policy) && { review: true as const }),
    },
  ],
  withdraw: () => [{ type: "withdrawn" }],
  abandon: () => [{ type: "abandoned" }],
  request_callback: (_order, { personId, when }, { now, policy }) => [
    {
      type: "callback_requested",
      personId,
      callBy: addHours(now, policy.provider.callback.providerCallsWithinHours),
      when,
    },
  ],
};

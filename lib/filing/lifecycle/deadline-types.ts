import type { CalledRole } from "./called-roles";

/** The clock an order is running against; derived, never stored. */
export const DEADLINE_KINDS = [
  "draft_expires",
  "step_lapses",
  "reminder",
  "claim_released",
  "callback_request",
  "callback_promise",
  "push",
  "sms_expires",
  "sms_auto_resubmit",
  "provider_review_expected",
  "authority_review_expected",
  "authority_review_limit",
] as const;
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];

export interface Deadline {
  readonly kind: DeadlineKind;
  readonly at: number;
  /** Whose missed call it is about, where several leads may each have such a clock. */
  readonly personId?: string;
  readonly role?: CalledRole;
  /** Earliest expected instant, where the expectation is a range; `at` is its end. */
  readonly from?: number;
  /** true: passing it changes the order (sweep); false: an expectation or a promise shown to people. */
  readonly enforced: boolean;
  /** Dates beyond published holiday years are estimates. */
  readonly estimated: boolean;
}

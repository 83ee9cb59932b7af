/**
 * Why a cancellation comes back, beside what a filing is rejected for (DF §9). Names and what to do next:
 * `cancelReasons.<CODE>` in the catalogues.
 */
const AUTHORITY_REFUSALS = [
  "FILING_PASSWORD_MISSING",
  "FILING_PASSWORD_WRONG",
  "FILING_PASSWORD_LOCKED",
  "ONLY_ACCESS",
  "CANCELLATION_RUNNING",
] as const;

/** What a reviewer may return one for, where the provider reviews them (DF §11.2 A: "may call"). */
export const REVIEW_REASONS = ["CANCEL_NOT_WANTED", "CANCEL_NOT_SELF", "CANCEL_NOT_REACHED"] as const;
export type ReviewReason = (typeof REVIEW_REASONS)[number];

/** Time alone returned it: nobody asked for the missed call. */
export const CANCEL_REASONS = [...AUTHORITY_REFUSALS, ...REVIEW_REASONS, "CALLBACK_EXPIRED"] as const;
export type CancelReason = (typeof CANCEL_REASONS)[number];

export const isCancelReason = (code: string): code is CancelReason =>
  (CANCEL_REASONS as readonly string[]).includes(code);

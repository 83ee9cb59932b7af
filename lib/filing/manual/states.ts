/** A request while its documents are gathered, then DF §11.4. */
export const MANUAL_STATES = ["PREPARING", "SUBMITTED", "PHONE_VERIFIED", "EXECUTED", "REFUSED"] as const;
export type ManualState = (typeof MANUAL_STATES)[number];
/** What may be cancelled on this path; access needs nobody's word. */
export const MANUAL_KINDS = ["CANCEL_ENTITY", "CANCEL_SERVICE"] as const;
export type ManualKind = (typeof MANUAL_KINDS)[number];

/** What a call of staff came to. Only the person himself, and his yes, prove anything. */
export const MANUAL_CALLS = ["CONFIRMED", "DENIED", "NOT_SELF", "NO_ANSWER"] as const;
export type ManualCall = (typeof MANUAL_CALLS)[number];

/** Nothing moves any more. */
export const isOver = (state: ManualState): boolean => state === "EXECUTED" || state === "REFUSED";

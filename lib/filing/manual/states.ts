/** What moves on, and what is over. */
const OPEN = ["PREPARING", "SUBMITTED", "PHONE_VERIFIED"] as const;
const OVER = ["EXECUTED", "REFUSED", "WITHDRAWN", "LAPSED"] as const;
/** A request while its documents are gathered, then DF §11.4; or its holder took it back, or time did. */
export const MANUAL_STATES = [...OPEN, ...OVER] as const;
export type ManualState = (typeof MANUAL_STATES)[number];
export const OPEN_MANUAL: readonly ManualState[] = OPEN;
/** What may be cancelled on this path; access needs nobody's word. */
export const MANUAL_KINDS = ["CANCEL_ENTITY", "CANCEL_SERVICE"] as const;
export type ManualKind = (typeof MANUAL_KINDS)[number];

/** What a call of staff came to. Only the person himself, and his yes, prove anything. */
export const MANUAL_CALLS = ["CONFIRMED", "DENIED", "NOT_SELF", "NO_ANSWER"] as const;
export type ManualCall = (typeof MANUAL_CALLS)[number];

/** Nothing moves any more. */
export const isOver = (state: ManualState): boolean => !OPEN_MANUAL.includes(state);

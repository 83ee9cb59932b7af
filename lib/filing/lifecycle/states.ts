/** Order states (DF §3.1). Cancellations live a shorter life of their own among them and end in the last two (DF §3.2). */
export const ORDER_STATES = [
  "DRAFT",
  "PROVIDER_REVIEW",
  "PROVIDER_REJECTED",
  "READY_FOR_AUTHORITY",
  "SMS_PENDING",
  "SMS_FAILED",
  "AUTHORITY_REVIEW",
  "AUTHORITY_REJECTED",
  "APPROVED",
  "ABANDONED",
  "EXPIRED",
  "CANCELLED",
  "RETURNED",
] as const;
export type OrderState = (typeof ORDER_STATES)[number];

export const FINAL_STATES = [
  "APPROVED",
  "ABANDONED",
  "EXPIRED",
  "CANCELLED",
  "RETURNED",
] as const satisfies readonly OrderState[];
export const EDITABLE_STATES = [
  "DRAFT",
  "PROVIDER_REJECTED",
  "AUTHORITY_REJECTED",
] as const satisfies readonly OrderState[];

const among = (states: readonly OrderState[]) => (state: OrderState) => states.includes(state);
export const isFinal = among(FINAL_STATES);
/** Open = counts against "one open order per account". */
export const isOpen = (state: OrderState) => !isFinal(state);
/** The applicant may change the document (DF §3.3 row "edit data"). */
export const isEditable = among(EDITABLE_STATES);

/** The five stations an applicant sees (visual.md, overview), and what a cancellation has in place of the first two. */
export const STATIONS = ["fill", "review", "sms", "authority", "done"] as const;
export type Station = (typeof STATIONS)[number] | "confirm";
export const STATION_OF: Readonly<Record<OrderState, Station | null>> = {
  DRAFT: "fill",
  PROVIDER_REVIEW: "review",
  PROVIDER_REJECTED: "fill",
  READY_FOR_AUTHORITY: "review",
  SMS_PENDING: "sms",
  SMS_FAILED: "sms",
  AUTHORITY_REVIEW: "authority",
  AUTHORITY_REJECTED: "fill",
  APPROVED: "done",
  ABANDONED: null,
  EXPIRED: null,
  CANCELLED: "done",
  RETURNED: null,
};

/** Whose move it is: decides the tone of the state everywhere. */
export type Waiting = "you" | "others" | "done" | "refused" | "ended";
export const WAITING_OF: Readonly<Record<OrderState, Waiting>> = {
  DRAFT: "you",
  PROVIDER_REVIEW: "others",
  PROVIDER_REJECTED: "refused",
  READY_FOR_AUTHORITY: "others",
  SMS_PENDING: "you",
  SMS_FAILED: "others",
  AUTHORITY_REVIEW: "others",
  AUTHORITY_REJECTED: "refused",
  APPROVED: "done",
  ABANDONED: "ended",
  EXPIRED: "ended",
  CANCELLED: "done",
  RETURNED: "refused",
};

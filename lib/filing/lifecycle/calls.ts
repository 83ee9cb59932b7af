import type { CalledRole } from "./called-roles";

/** Phone outcomes of the reviewer's call (DF §3.5). */
export const PHONE_OUTCOMES = [
  "REACHED_OK",
  "REACHED_NOT_SELF",
  "NO_ANSWER",
  "EMPTY_NUMBER",
  "CALLBACK_REQUESTED",
] as const;
export type PhoneOutcome = (typeof PHONE_OUTCOMES)[number];

/** Which of a lead's numbers was called (DF §3.5); the number itself stays in the document. */
export const CALLED_NUMBERS = ["phone1", "phone2", "emergency"] as const;
export type CalledNumber = (typeof CALLED_NUMBERS)[number];

/** When a lead says he can be called (civil time of China), or that he has called the provider himself. */
export const CALLBACK_TIMES = ["any", "morning", "afternoon", "evening", "called"] as const;
export type CallbackTime = (typeof CALLBACK_TIMES)[number];

/** One lead's missed call (DF §3.5): until when he asks for another, then until when the provider calls him. */
export interface Callback {
  /** Absent in histories that are older than it. */
  readonly role?: CalledRole;
  readonly requestBy: number;
  readonly requestedAt: number | null;
  readonly callBy: number | null;
  /** When he can be reached, as he said when he asked. */
  readonly when?: CallbackTime;
}

import { DAY_MS, HOUR_MS } from "@/lib/filing/policy/calendar";

/**
 * The authority's own numbers (DF §3.4). They are not the provider's policy: another system decides them, and the
 * provider must live with whatever its notices say.
 */
export const SMS_VALID_MS = 24 * HOUR_MS;
/** Wrong inputs that are forgiven; the next attempt, right or wrong, returns the filing (DF §3.4 [S4]). */
export const SMS_WRONG_INPUTS = 5;
export const SMS_RESENDS_PER_DAY = 3;
export const SMS_RESEND_WINDOW_MS = DAY_MS;
export const SMS_RESEND_INTERVAL_MS = 60_000;
/** On the next day, by itself (DF §3.1 [T21]). */
export const SMS_AUTO_RESEND_HOUR = 12;
export const MINUTE_MS = 60_000;
export const NOTICES_PER_POLL = 100;
export const QUERY_LIMIT = 50;
/** The law gives the authority this long (DF §3.1 [O33 art. 12]). */
export const REVIEW_LIMIT_WORKING_DAYS = 20;

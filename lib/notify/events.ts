import type { OrderEvent } from "@/lib/filing/lifecycle/types";
import type { Params } from "@/lib/filing/shared/refusal";

/** What people are told about (DF §3.8). Each is a title and a text in `notifications.event.<name>`. */
export const NOTIFICATION_EVENTS = [
  "order_submitted",
  "provider_rejected",
  "provider_approved",
  "submitted_to_authority",
  "intercepted",
  "sms_failed",
  "authority_approved",
  "authority_rejected",
  "callback_missed",
  "reminder",
  "lapsed",
  "expired",
  "filing_cancelled",
  "filing_conflict",
  "cancel_confirmed",
  "cancel_in_review",
  "cancel_done",
  "cancel_returned",
  "migration_offered",
  "migration_given",
  "migration_taken",
  "migration_declined",
  "migration_taken_back",
  "migration_expired",
  "manual_refused",
  "manual_lapsed",
  "inspection_failed",
  "inspection_reminder",
  "inspection_overdue",
  "inspection_extended",
  "inspection_not_fixed",
  "inspection_closed",
  "inspection_ordered",
  "account_flagged",
  "account_unflagged",
  "question_answered",
] as const;
export type NotificationEvent = (typeof NOTIFICATION_EVENTS)[number];

/** What the two accounts of a migration hear; about a filing, not about an order. */
export type MigrationTold = Extract<NotificationEvent, `migration_${string}`>;
/** What the holder hears of an inspection of what he has filed. */
export type InspectionTold = Extract<NotificationEvent, `inspection_${string}`>;
/**
 * The same of a request on the manual path (what came of one that was carried out, its order tells), of the account's
 * flag, and of a question to the reviewers.
 */
export type FilingTold =
  | MigrationTold
  | InspectionTold
  | Extract<NotificationEvent, `manual_${string}` | `account_${string}` | `question_${string}`>;

/** Where a message leads that is about no order; null: nowhere. */
export function placeOf(event: string): string | null {
  // The overview says who to ask about a flag.
  if (event.startsWith("account_")) return "/console";
  return /^(migration|manual|inspection|question)_/.test(event) ? "/console/filings" : null;
}

export const isNotificationEvent = (value: string): value is NotificationEvent =>
  (NOTIFICATION_EVENTS as readonly string[]).includes(value);

/** Also sent as a text message to the account's security phone: somebody has to act, or has waited for it. */
export const BY_SMS: ReadonlySet<NotificationEvent> = new Set([
  "provider_rejected",
  "provider_approved",
  "callback_missed",
  "authority_approved",
  "authority_rejected",
  "reminder",
  "filing_cancelled",
  "cancel_done",
  "cancel_returned",
  "migration_offered",
  "migration_given",
  "inspection_failed",
  "inspection_overdue",
  "inspection_ordered",
]);

export interface Told {
  readonly event: NotificationEvent;
  /** Times are epoch milliseconds under keys that end in `At`. Nothing personal. */
  readonly params: Params;
}

/** Which events of an order people hear of, and the figures of the sentence; null: nobody needs to know. */
export function toldOf(event: OrderEvent): Told | null {
  switch (event.type) {
    case "submitted":
      return { event: "order_submitted", params: { round: event.round } };
    case "rejected":
      return { event: "provider_rejected", params: { count: event.items.length } };
    case "approved_by_provider":
      return { event: "provider_approved", params: {} };
    case "intercepted":
      return { event: "intercepted", params: {} };
    case "sms_started":
      return { event: "submitted_to_authority", params: { deadlineAt: event.deadline } };
    case "sms_failed":
      return { event: "sms_failed", params: { cause: event.cause } };
    case "authority_approved":
      return { event: "authority_approved", params: { filingNumber: event.entityNumber } };
    case "authority_rejected":
      return { event: "authority_rejected", params: { count: event.items.length } };
    case "confirmed":
      return { event: event.review ? "cancel_in_review" : "cancel_confirmed", params: {} };
    case "cancelled":
      return { event: "cancel_done", params: { filingNumber: event.entityNumber } };
    case "returned":
      return { event: "cancel_returned", params: { cause: event.cause } };
    case "callback_opened":
      return {
        event: "callback_missed",
        params: { deadlineAt: event.requestBy, role: event.role ?? "lead" },
      };
    case "reminded":
      return { event: "reminder", params: { day: event.day } };
    case "lapsed":
      return { event: "lapsed", params: {} };
    case "expired":
      return { event: "expired", params: {} };
    default:
      return null;
  }
}

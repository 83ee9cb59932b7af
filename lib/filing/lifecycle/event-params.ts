import type { OrderEvent } from "./types";

/** The figures of an event's sentence (`events.<type>.applicant` / `.staff`); booleans as words, for ICU select. */
export function eventParams(event: OrderEvent): Readonly<Record<string, string | number>> {
  switch (event.type) {
    case "submitted":
      return { round: event.round };
    case "released":
    case "resubmitted_to_authority":
      return { automatic: String(event.automatic) };
    case "phoned":
      return { outcome: event.outcome, number: event.number ?? "unknown" };
    case "callback_requested":
      return { when: event.when ?? "any" };
    case "rejected":
      return { automatic: String(event.automatic), count: event.items.length };
    case "approved_by_provider":
      return { override: String(event.override) };
    case "pushed":
      return { sequence: event.sequence };
    case "push_refused":
      return { code: event.code };
    case "sms_started":
      return { count: event.required.length };
    case "sms_failed":
      return { cause: event.cause };
    case "authority_approved":
      return { entityNumber: event.entityNumber };
    case "authority_rejected":
      return { count: event.items.length };
    case "confirmed":
      return { by: event.by, review: String(event.review ?? false) };
    case "cancelled":
      return { entityNumber: event.entityNumber };
    case "returned":
      return { cause: event.cause };
    case "reminded":
      return { day: event.day };
    default:
      return {};
  }
}

/** Did time alone do it? Then it is the system's event, also when it was noticed while somebody was asking for more. */
export const byItself = (event: OrderEvent): boolean =>
  event.type === "expired" ||
  event.type === "lapsed" ||
  event.type === "reminded" ||
  ("automatic" in event && event.automatic === true);

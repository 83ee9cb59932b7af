/** What of an order's life is told outside. What happens while somebody types, and who works on it, is not. */
export const WEBHOOK_EVENTS = [
  "created",
  "submitted",
  "withdrawn",
  "intercepted",
  "rejected",
  "approved_by_provider",
  "pushed",
  "push_refused",
  "sms_started",
  "sms_completed",
  "sms_failed",
  "resubmitted_to_authority",
  "authority_approved",
  "authority_rejected",
  "confirmed",
  "authority_accepted",
  "cancelled",
  "returned",
  "lapsed",
  "abandoned",
  "expired",
  "moved",
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

export const isWebhookEvent = (type: string): type is WebhookEvent =>
  WEBHOOK_EVENTS.some((known) => known === type);

/** What a test is called, where an event would be. */
export const TEST_EVENT = "test";

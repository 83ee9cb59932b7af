import { z } from "zod";
import { BY_SMS, NOTIFICATION_EVENTS, type NotificationEvent } from "./events";

/** What a receiver decides about together. */
export const NOTIFICATION_GROUPS = [
  "action",
  "verification",
  "result",
  "progress",
  "reminder",
  "ending",
] as const;
export type NotificationGroup = (typeof NOTIFICATION_GROUPS)[number];

/** The ways beside the console's own list, which always tells everything. */
export const CHANNELS = ["mail", "sms"] as const;
export type Channel = (typeof CHANNELS)[number];

export const GROUP_OF: Readonly<Record<NotificationEvent, NotificationGroup>> = {
  provider_rejected: "action",
  authority_rejected: "action",
  intercepted: "action",
  callback_missed: "action",
  sms_failed: "action",
  filing_cancelled: "action",
  filing_conflict: "action",
  cancel_returned: "action",
  migration_offered: "action",
  migration_given: "action",
  inspection_failed: "action",
  inspection_overdue: "action",
  inspection_not_fixed: "action",
  inspection_ordered: "action",
  account_flagged: "action",
  submitted_to_authority: "verification",
  authority_approved: "result",
  cancel_done: "result",
  manual_refused: "result",
  inspection_closed: "result",
  account_unflagged: "result",
  question_answered: "result",
  order_submitted: "progress",
  provider_approved: "progress",
  cancel_confirmed: "progress",
  cancel_in_review: "progress",
  migration_taken: "progress",
  migration_declined: "progress",
  migration_taken_back: "progress",
  migration_expired: "progress",
  inspection_extended: "progress",
  reminder: "reminder",
  inspection_reminder: "reminder",
  lapsed: "ending",
  manual_lapsed: "ending",
  expired: "ending",
};

export const eventsOf = (group: NotificationGroup): readonly NotificationEvent[] =>
  NOTIFICATION_EVENTS.filter((event) => GROUP_OF[event] === group);

/** Does anything of the group go this way at all? */
export const sendsBy = (group: NotificationGroup, channel: Channel): boolean =>
  channel === "mail" || eventsOf(group).some((event) => BY_SMS.has(event));

/**
 * Mails that cannot be turned off, because time alone then does something that cannot be taken back: a return lapses,
 * the hours of the SMS verification run out, the data of an ended draft is erased.
 */
const KEPT: ReadonlySet<NotificationGroup> = new Set(["action", "verification", "ending"]);

export const mayTurnOff = (group: NotificationGroup, channel: Channel): boolean =>
  sendsBy(group, channel) && !(channel === "mail" && KEPT.has(group));

export const PreferencesInput = z.strictObject({
  choices: z
    .array(z.strictObject({ group: z.enum(NOTIFICATION_GROUPS), channel: z.enum(CHANNELS), on: z.boolean() }))
    .max(NOTIFICATION_GROUPS.length * CHANNELS.length),
});
export type PreferencesInput = z.infer<typeof PreferencesInput>;

import type { OrderType } from "../application/codes";
import { CANCEL_TRANSITIONS } from "./cancel-transitions";
import type { GuardName } from "./guard-names";
import { lifeOf } from "./life";
import { EDITABLE_STATES, ORDER_STATES, type OrderState } from "./states";
import {
  APPLICANT,
  AT_AUTHORITY,
  AUTHORITY,
  BOTH,
  CANCELLATION,
  DRAFT,
  FAILED,
  READY,
  REJECTED,
  REVIEW,
  row,
  SMS,
  STAFF,
  SUPERVISOR,
  SYSTEM,
  type Transition,
} from "./transition-row";
import type { ActorKind, OrderCommandType } from "./types";

/** Until the order is handed to the authority, and whenever it came back. */
const ABANDONABLE = [...DRAFT, ...REVIEW, ...REJECTED, ...READY, ...FAILED];

const SUBMITTABLE: readonly GuardName[] = [
  "typeOffered",
  "findingsClosed",
  "correctionsAnswered",
  "declarationsAccepted",
];

/** The whole workflow, as data. What is not a row here cannot happen. */
export const TRANSITIONS: readonly Transition[] = [
  // Applicant: writing
  row("save", EDITABLE_STATES, APPLICANT, "same", ["saved"], "DF §3.3 edit data"),
  row("settle_type", EDITABLE_STATES, APPLICANT, "same", ["typed"], "DF §2.1", { guards: ["typeOffered"] }),
  row("submit", EDITABLE_STATES, APPLICANT, "PROVIDER_REVIEW", ["submitted"], "DF §3.2, §15 B5", {
    guards: SUBMITTABLE,
  }),
  row("withdraw", REVIEW, APPLICANT, "DRAFT", ["withdrawn"], "DF §3.3, §12 #2", {
    guards: ["withdrawOffered"],
  }),
  row("abandon", ABANDONABLE, APPLICANT, "ABANDONED", ["abandoned"], "DF §3.3, §12 #3 #43", {
    guards: ["notHandedOver", "abandonOffered"],
  }),
  row("request_callback", REVIEW, ["applicant", "lead"], "same", ["callback_requested"], "DF §3.5, §15 B11", {
    guards: ["callbackOpen"],
    ...BOTH,
  }),

  // Staff: the provider's review
  row("claim", REVIEW, STAFF, "same", ["claimed"], "DESIGN", { guards: ["unclaimed"], ...BOTH }),
  // By itself when whoever held it is no longer staff.
  row("release", REVIEW, [...STAFF, ...SYSTEM], "same", ["released"], "DESIGN", {
    guards: ["releasable"],
    ...BOTH,
  }),
  row("reassign", REVIEW, SUPERVISOR, "same", ["reassigned"], "DESIGN", {
    guards: ["otherHands"],
    ...BOTH,
  }),
  row(
    "phone",
    REVIEW,
    STAFF,
    "same",
    ["phoned", "callback_opened", "callback_requested"],
    "DF §3.5, §12 #14",
    {
      guards: ["claimedByMe"],
      ...BOTH,
    },
  ),
  row("reject", REVIEW, STAFF, "PROVIDER_REJECTED", ["rejected"], "DF §3.2, §9.1", {
    guards: ["claimedByMe", "itemsGiven"],
  }),
  row(
    "approve",
    REVIEW,
    STAFF,
    "READY_FOR_AUTHORITY",
    ["approved_by_provider"],
    "DF §3.2, §9.1, §12 #47, §15 B2 D13",
    {
      guards: ["claimedByMe", "sitesChecked", "qualificationsVerified", "errorsClosed", "phoneReached"],
    },
  ),
  row("intercept", READY, STAFF, "DRAFT", ["intercepted"], "DF §3.2", { guards: ["notHandedOver"] }),

  // The hand-over. A refused one comes back to the reviewers: pushing the same again would be refused again.
  row("push", READY, SYSTEM, "same", ["pushed"], "design.md §4", {
    guards: ["notHandedOver", "pushDelayOver"],
    ...BOTH,
  }),
  row("push_refused", READY, SYSTEM, "PROVIDER_REVIEW", ["push_refused"], "DESIGN", {
    guards: ["handedOver"],
  }),

  // SMS verification, as the authority reports it
  row("sms_started", READY, AUTHORITY, "SMS_PENDING", ["sms_started"], "DF §3.1, §3.4", {
    guards: ["handedOver", "leadsNamed"],
    ...BOTH,
  }),
  row("sms_done", SMS, AUTHORITY, "same", ["sms_done"], "DF §3.4", {
    guards: ["leadRequired"],
    note: "others to go",
    ...BOTH,
  }),
  row("sms_done", SMS, AUTHORITY, "AUTHORITY_REVIEW", ["sms_done", "sms_completed"], "DF §3.4", {
    guards: ["leadRequired"],
    note: "the last lead",
    ...BOTH,
  }),
  row("sms_failed", SMS, AUTHORITY, "SMS_FAILED", ["sms_failed"], "DF §3.1", {
    note: "time ran out, or too many wrong inputs",
  }),

  // Sending again skips the provider's review and the delay; needing a change does not.
  row(
    "resubmit_to_authority",
    FAILED,
    [...APPLICANT, ...STAFF],
    READY[0],
    ["resubmitted_to_authority"],
    "DF §12 #37",
  ),
  row("sms_needs_change", FAILED, [...STAFF, ...SYSTEM], "PROVIDER_REJECTED", ["rejected"], "DF §3.2", {
    guards: ["itemsGiven"],
  }),

  // The authority's decision
  row("authority_approve", AT_AUTHORITY, AUTHORITY, "APPROVED", ["authority_approved"], "DF §3.2"),
  row("authority_reject", AT_AUTHORITY, AUTHORITY, "AUTHORITY_REJECTED", ["authority_rejected"], "DF §3.2", {
    guards: ["itemsGiven"],
  }),

  ...CANCEL_TRANSITIONS,

  // The sweep: what time alone does
  row("sweep", ORDER_STATES, SYSTEM, "same", [], "nothing is due", BOTH),
  row("sweep", DRAFT, SYSTEM, "EXPIRED", ["expired"], "DF §4.4 draftValidityDays", {
    note: "draft idle too long",
  }),
  row("sweep", REJECTED, SYSTEM, "DRAFT", ["lapsed"], "DF §4.4 stepValidityDays", {
    note: "step idle too long",
  }),
  row("sweep", REJECTED, SYSTEM, "same", ["reminded"], "DF §4.4 rejectReminderDays", {
    note: "reminder",
  }),
  row("sweep", REVIEW, SYSTEM, "PROVIDER_REJECTED", ["rejected"], "DF §3.2, §12 #36", {
    note: "no call-back asked for",
  }),
  row("sweep", REVIEW, SYSTEM, "RETURNED", ["returned"], "DF §3.2, §12 #36", {
    note: "no call-back asked for",
    ...CANCELLATION,
  }),
  row("sweep", REVIEW, SYSTEM, "same", ["released"], "DESIGN", { note: "claim idle", ...BOTH }),
  row("sweep", FAILED, SYSTEM, READY[0], ["resubmitted_to_authority"], "DF §3.1, §12 #37", {
    note: "by itself, after a day",
  }),
];

const includes = <T>(list: readonly T[], item: T): boolean => list.includes(item);

/** Whether this kind of actor may ever give this command, whatever the state. */
export const mayCommand = (command: OrderCommandType, kind: ActorKind): boolean =>
  TRANSITIONS.some((row) => row.command === command && includes(row.by, kind));

/** The rows a command of this actor can take from a state; none = the state does not know it. */
export const rowsOf = (
  command: OrderCommandType,
  { state, type }: { readonly state: OrderState; readonly type: OrderType },
  kind: ActorKind,
): readonly Transition[] =>
  TRANSITIONS.filter(
    (row) =>
      row.command === command &&
      includes(row.from, state) &&
      includes(row.by, kind) &&
      includes(row.lives, lifeOf(type)),
  );

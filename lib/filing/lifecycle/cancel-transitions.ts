import {
  APPLICANT,
  AT_AUTHORITY,
  AUTHORITY,
  CANCELLATION,
  DRAFT,
  READY,
  REVIEW,
  row,
  SMS,
  STAFF,
  SYSTEM,
  type Transition,
} from "./transition-row";

/** After the provider's part, until the authority has answered. */
const ON_ITS_WAY = [...READY, ...SMS, ...AT_AUTHORITY];

/**
 * What is a cancellation's alone: confirmed in the transaction that opens it, so that it is never a draft to anybody
 * (DF §3.2, §11).
 */
export const CANCEL_TRANSITIONS: readonly Transition[] = [
  row("confirm", DRAFT, [...APPLICANT, ...STAFF], READY[0], ["confirmed"], "DF §3.2, §11.2 B, §11.4", {
    guards: ["byWhoMay", "typeOffered", "passwordGiven"],
    ...CANCELLATION,
  }),
  // Where the provider has cancellations reviewed (shipped: nowhere); what staff proved themselves they do not look at again.
  row("confirm", DRAFT, APPLICANT, "PROVIDER_REVIEW", ["confirmed"], "DF §3.2, §11.2 A", {
    guards: ["byWhoMay", "typeOffered", "passwordGiven"],
    note: "reviewed here first",
    ...CANCELLATION,
  }),
  row("approve", REVIEW, STAFF, READY[0], ["approved_by_provider"], "DF §3.2, §11.2 A", {
    guards: ["claimedByMe", "phoneReached"],
    note: "a cancellation passes",
    ...CANCELLATION,
  }),
  row("reject", REVIEW, STAFF, "RETURNED", ["returned"], "DF §3.2, §11.2 A", {
    guards: ["claimedByMe", "itemsGiven"],
    note: "a cancellation is returned",
    ...CANCELLATION,
  }),
  // A call about one that looks odd, whether or not anybody reviews it; it starts no wait and moves nothing.
  row("phone", ON_ITS_WAY, STAFF, "same", ["phoned"], "DF §11.2 A: may call", CANCELLATION),
  row("abandon", [...REVIEW, ...READY], APPLICANT, "ABANDONED", ["abandoned"], "DF §11.5, §12 #6", {
    guards: ["revocable", "notHandedOver"],
    note: "abandon a cancellation",
    ...CANCELLATION,
  }),
  // Nobody here could mend it: whatever does not lead to the end leaves the filing as it was.
  row("push_refused", READY, SYSTEM, "RETURNED", ["returned"], "DESIGN", {
    guards: ["handedOver"],
    ...CANCELLATION,
  }),
  row("authority_accept", READY, AUTHORITY, "AUTHORITY_REVIEW", ["authority_accepted"], "DF §3.4", {
    guards: ["handedOver", "withoutCodes"],
    note: "taken without codes",
    ...CANCELLATION,
  }),
  row("sms_failed", SMS, AUTHORITY, "RETURNED", ["returned"], "DF §3.2, §11.5", {
    note: "a cancellation lapses",
    ...CANCELLATION,
  }),
  row("authority_cancel", AT_AUTHORITY, AUTHORITY, "CANCELLED", ["cancelled"], "DF §3.2", CANCELLATION),
  row("authority_reject", AT_AUTHORITY, AUTHORITY, "RETURNED", ["returned"], "DF §3.2", {
    guards: ["itemsGiven"],
    note: "a cancellation is rejected",
    ...CANCELLATION,
  }),
];

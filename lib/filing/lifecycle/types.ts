import type { OrderType } from "../application/codes";
import type { Policy } from "../policy/types";
import type { CalledRole } from "./called-roles";
import type { Callback, CallbackTime, CalledNumber, PhoneOutcome } from "./calls";
import type { CarriesOut, ConfirmedBy, ReturnCause } from "./life";
import type { OrderState } from "./states";

/** Who acts. `system` = the sweep and the push; `authority` = a notice polled from the gateway. */
export type ActorKind = "applicant" | "lead" | "reviewer" | "supervisor" | "system" | "authority";

/** Why staff holds an order back before the hand-over; a code, because events are never erased. */
export const INTERCEPT_REASONS = ["asked", "mistake", "duplicate"] as const;
export type InterceptReason = (typeof INTERCEPT_REASONS)[number];

/** One item of a rejection: a DF §9 code, what it points at, and what to do (free wording is stored encrypted beside it). */
export interface CorrectionItem {
  readonly id: string;
  readonly code: string;
  /** Id path (`services[svc_7f].domain`), material (`materials[ORG_CERT:entity]`), or `order`. */
  readonly target: string;
}

/** An order as the machine sees it: no personal data. Rebuilt by `evolve` from its events; the row is its projection. */
export interface OrderSnapshot {
  readonly id: string;
  readonly accountId: string;
  readonly type: OrderType;
  readonly province: string | null;
  readonly state: OrderState;
  /** Business time the current state was entered, epoch ms. */
  readonly since: number;
  /** Last applicant activity in a waiting-for-applicant state; restarts the idle clock. */
  readonly touchedAt: number;
  /** 0 while never submitted; +1 per submission. */
  readonly round: number;
  /** Reviewer (user id) holding the order, since when, and when he last did something with it. */
  readonly claim: { readonly userId: string; readonly at: number; readonly activeAt: number } | null;
  /** Missed calls that wait for somebody, by person id: every lead has a wait, a promise and an end of his own. */
  readonly callbacks: Readonly<Record<string, Callback>>;
  /** Last recorded phone outcome of this round. */
  readonly phone: PhoneOutcome | null;
  /** Last outcome per person called in this round: one lead reached does not make the other reached. */
  readonly calls: Readonly<Record<string, PhoneOutcome>>;
  /** Open correction items of the last rejection. */
  readonly corrections: readonly CorrectionItem[];
  /** Highest day of `rejectReminderDays` already reminded of in this rejection; 0 = none. */
  readonly remindedDay: number;
  /** Sequence under which the order was handed to the authority; null while it can still be intercepted. */
  readonly pushed: number | null;
  /** Leads (person ids) who must verify by SMS and who already did, with the deadline, epoch ms. */
  readonly sms: {
    readonly required: readonly string[];
    readonly done: readonly string[];
    readonly deadline: number;
  } | null;
  /** Why the last SMS verification failed; kept in READY_FOR_AUTHORITY, where it means "send again at once". */
  readonly smsFailure: "timeout" | "wrong_inputs" | null;
  readonly filing: {
    readonly entityNumber: string;
    readonly services: Readonly<Record<string, string>>;
  } | null;
  /** A cancellation the provider ordered: not its holder's to take back. */
  readonly ordered?: true;
}

/** Something that happened; the list of them is timeline, audit trail and source of the projection. No personal values. */
export type OrderEvent =
  | {
      readonly type: "created";
      readonly orderType: OrderType;
      readonly accountId: string;
      readonly province: string | null;
    }
  | { readonly type: "saved"; readonly sections: readonly string[] }
  | { readonly type: "typed"; readonly orderType: OrderType; readonly province: string | null }
  | { readonly type: "submitted"; readonly round: number; readonly policyVersion: string }
  | { readonly type: "withdrawn" }
  | { readonly type: "intercepted"; readonly reason: string }
  | { readonly type: "abandoned" }
  | { readonly type: "claimed"; readonly userId: string }
  | { readonly type: "released"; readonly automatic: boolean }
  /** A supervisor gave it to somebody; `from`: who had it until then. */
  | { readonly type: "reassigned"; readonly userId: string; readonly from: string | null }
  | {
      readonly type: "phoned";
      readonly personId: string;
      /** Absent in histories that are older than it. */
      readonly number?: CalledNumber;
      readonly outcome: PhoneOutcome;
    }
  | {
      readonly type: "callback_opened";
      readonly personId: string;
      readonly role?: CalledRole;
      readonly requestBy: number;
    }
  | {
      readonly type: "callback_requested";
      readonly personId: string;
      readonly callBy: number;
      readonly when?: CallbackTime;
    }
  | { readonly type: "rejected"; readonly items: readonly CorrectionItem[]; readonly automatic: boolean }
  | { readonly type: "approved_by_provider"; readonly override: boolean }
  | { readonly type: "pushed"; readonly sequence: number }
  | { readonly type: "push_refused"; readonly code: string }
  | { readonly type: "sms_started"; readonly required: readonly string[]; readonly deadline: number }
  | { readonly type: "sms_done"; readonly personId: string }
  | { readonly type: "sms_completed" }
  | { readonly type: "sms_failed"; readonly cause: "timeout" | "wrong_inputs" }
  | { readonly type: "resubmitted_to_authority"; readonly automatic: boolean }
  | {
      readonly type: "authority_approved";
      readonly entityNumber: string;
      readonly services: Readonly<Record<string, string>>;
    }
  | { readonly type: "authority_rejected"; readonly items: readonly CorrectionItem[] }
  /** A cancellation: by whose code it was confirmed here; it goes on its way as its first and only round. */
  | (CarriesOut & {
      readonly type: "confirmed";
      readonly by: ConfirmedBy;
      /** A filing password goes with it to the authority. */
      readonly password?: true;
      /** A reviewer looks at it first. */
      readonly review?: true;
      readonly round: number;
      readonly policyVersion: string;
    })
  /** Taken without codes (cancel access): the authority looks at it at once. */
  | { readonly type: "authority_accepted" }
  /** The authority struck off what was asked; by part id, as far as it was. */
  | {
      readonly type: "cancelled";
      readonly entityNumber: string;
      readonly services: Readonly<Record<string, string>>;
    }
  /** Void, and the filing is as it was. `items`: what the authority gave as its reasons. */
  | {
      readonly type: "returned";
      readonly cause: ReturnCause;
      readonly items: readonly CorrectionItem[];
      /** Time alone did it. */
      readonly automatic?: true;
    }
  | { readonly type: "reminded"; readonly day: number }
  | { readonly type: "lapsed" }
  | { readonly type: "expired" }
  | { readonly type: "moved"; readonly accountId: string };

export type OrderEventType = OrderEvent["type"];

/** What somebody wants. Every command is a row family in the transition table. */
export type OrderCommand =
  | { readonly type: "save"; readonly sections: readonly string[] }
  | { readonly type: "settle_type"; readonly orderType: OrderType; readonly province: string | null }
  | {
      readonly type: "submit";
      readonly blockingFindings: number;
      readonly declarationsAccepted: boolean;
      readonly unansweredCorrections: number;
    }
  | (CarriesOut & {
      readonly type: "confirm";
      readonly by: ConfirmedBy;
      /** Whether a filing password goes with it; the password itself is in no command. */
      readonly password?: boolean;
    })
  | { readonly type: "withdraw" }
  | { readonly type: "intercept"; readonly reason: string }
  | { readonly type: "abandon" }
  | { readonly type: "claim" }
  | { readonly type: "release" }
  | { readonly type: "reassign"; readonly userId: string }
  | {
      readonly type: "phone";
      readonly personId: string;
      readonly role: CalledRole;
      readonly number: CalledNumber;
      readonly outcome: PhoneOutcome;
    }
  | { readonly type: "request_callback"; readonly personId: string; readonly when: CallbackTime }
  | { readonly type: "reject"; readonly items: readonly CorrectionItem[] }
  | {
      readonly type: "approve";
      readonly openErrors: number;
      readonly overrideReason: string | null;
      /** Person ids of the leads who must have been reached (DF §3.5): one lead's word is not the other's. */
      readonly leads: readonly string[];
      /** Filed services the reviewer has not looked at in this round (DF §15 B2). */
      readonly uncheckedSites: number;
      /** Services whose finance qualification nobody verified in this round (DF §15 D13). */
      readonly openQualifications: number;
    }
  | { readonly type: "push"; readonly sequence: number }
  | { readonly type: "push_refused"; readonly code: string }
  | { readonly type: "sms_started"; readonly required: readonly string[] }
  | { readonly type: "sms_done"; readonly personId: string }
  | { readonly type: "sms_failed"; readonly cause: "timeout" | "wrong_inputs" }
  | { readonly type: "resubmit_to_authority" }
  | { readonly type: "sms_needs_change"; readonly items: readonly CorrectionItem[] }
  | {
      readonly type: "authority_approve";
      readonly entityNumber: string;
      readonly services: Readonly<Record<string, string>>;
    }
  | { readonly type: "authority_reject"; readonly items: readonly CorrectionItem[] }
  | { readonly type: "authority_accept" }
  | {
      readonly type: "authority_cancel";
      readonly entityNumber: string;
      readonly services: Readonly<Record<string, string>>;
    }
  /** The sweep: applies whatever deadline has passed at `now`. */
  | { readonly type: "sweep" };

export type OrderCommandType = OrderCommand["type"];

export interface DecisionActor {
  readonly kind: ActorKind;
  readonly userId: string | null;
  /** Accounts the user belongs to: nobody reviews an order of an account he belongs to. */
  readonly accountIds: readonly string[];
}

export interface DecisionContext {
  readonly actor: DecisionActor;
  /** Business time, epoch ms. */
  readonly now: number;
  readonly policy: Policy;
}

export * from "./called-roles";
export * from "./calls";
export * from "./deadline-types";

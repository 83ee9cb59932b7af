/** What the lifecycle's tests share: a policy of their own, an order in any state, a command that fits. */
import { chinaCalendar } from "../policy/calendar";
import { DEFAULT_PROVIDER } from "../policy/provider";
import { PROVINCES_BY_CODE } from "../policy/provinces";
import type { Policy, ProviderPolicy } from "../policy/types";
import { evolveAll } from "./evolve";
import type { OrderState } from "./states";
import type {
  ActorKind,
  CorrectionItem,
  DecisionActor,
  DecisionContext,
  OrderCommand,
  OrderCommandType,
  OrderEvent,
  OrderSnapshot,
} from "./types";

/** A Monday morning in an ordinary week. */
export const T0 = Date.parse("2026-03-09T10:00:00+08:00");

const PROVIDER: ProviderPolicy = {
  ...DEFAULT_PROVIDER,
  entitiesPerAccount: 1,
  openOrdersPerAccount: 1,
  websitesPerOrder: { unit: 10, person: 1 },
  appsPerOrder: { unit: 10, person: 1 },
  accountRealNameWaitHours: { person: 24, unit: 0 },
  domainRealNameWait: { hereNaturalDays: 3, elsewhereWorkingDays: 3 },
  accountNameMustMatch: true,
  certificateMinRemainingMonths: 3,
  remarkMinLength: 15,
  resourceMinPrepaidMonths: 3,
  resourceMinRemainingDays: 30,
  providerReviewWorkingDays: [1, 2],
  authorityReviewMaxWorkingDays: 20,
  stepValidityDays: 45,
  eraseEndedAfterDays: 30,
  draftValidityDays: 30,
  rejectReminderDays: [5, 10, 15],
  smsCodeValidHours: 24,
  smsMaxWrongInputs: 5,
  smsResendMaxPer24h: 3,
  smsFailedAutoResubmitHours: 24,
  callback: { requestWithinHours: 24, providerCallsWithinHours: 24, secondCallAfterMinutes: 60 },
  phoneCheck: "always",
  pushDelayMinutes: 10,
  withdraw: { unclaimedReview: true, claimedReview: false },
  abandon: { providerReview: true, readyForAuthority: true },
  claimHours: 4,
  upload: {
    imageMinSide: 1,
    videoMaxBytes: 50_000_000,
    imageMaxBytes: 1,
    maxPixels: 1,
    accountQuotaBytes: 1,
  },
  orderTypesEnabled: [
    "FIRST_FILING",
    "NEW_SERVICE_LOCAL",
    "CANCEL_ENTITY",
    "CANCEL_SERVICE",
    "CANCEL_ACCESS",
  ],
  naturesEnabled: [4, 5],
};

export const policyWith = (provider: Partial<ProviderPolicy> = {}): Policy => ({
  version: "test-1",
  provider: { ...PROVIDER, ...provider },
  provinces: PROVINCES_BY_CODE,
  phoneSegments: new Set(),
  suffixes: new Set(),
  calendar: chinaCalendar,
});
export const POLICY = policyWith();

export const ACCOUNT = "acc_1";
export const REVIEWER = "usr_reviewer";
export const ITEMS: readonly CorrectionItem[] = [
  { id: "cor_1", code: "DOC_UNCLEAR", target: "materials[ORG_CERT:entity]" },
];

/** Somebody of each kind who is as entitled as his kind can be. */
export const ACTORS: Readonly<Record<ActorKind, DecisionActor>> = {
  applicant: { kind: "applicant", userId: "usr_applicant", accountIds: [ACCOUNT] },
  lead: { kind: "lead", userId: null, accountIds: [] },
  reviewer: { kind: "reviewer", userId: REVIEWER, accountIds: [] },
  supervisor: { kind: "supervisor", userId: REVIEWER, accountIds: [] },
  system: { kind: "system", userId: null, accountIds: [] },
  authority: { kind: "authority", userId: null, accountIds: [] },
};

export const ctxOf = (kind: ActorKind, now: number, policy: Policy = POLICY): DecisionContext => ({
  actor: ACTORS[kind],
  now,
  policy,
});

const NEW_ORDER: OrderSnapshot = {
  id: "ord_1",
  accountId: ACCOUNT,
  type: "FIRST_FILING",
  province: "440000",
  state: "DRAFT",
  since: T0,
  touchedAt: T0,
  round: 0,
  claim: null,
  callbacks: {},
  phone: null,
  calls: {},
  corrections: [],
  remindedDay: 0,
  pushed: null,
  sms: null,
  smsFailure: null,
  filing: null,
};

const SUBMITTED: OrderEvent = { type: "submitted", round: 1, policyVersion: "test-1" };
const APPROVED: OrderEvent[] = [SUBMITTED, { type: "approved_by_provider", override: false }];
const SMS: OrderEvent[] = [
  ...APPROVED,
  { type: "pushed", sequence: 1 },
  { type: "sms_started", required: ["ppl_a"], deadline: T0 + 24 * 3_600_000 },
];
const WITH_AUTHORITY: OrderEvent[] = [
  ...SMS,
  { type: "sms_done", personId: "ppl_a" },
  { type: "sms_completed" },
];

/** A shortest way into each state. */
const WAY: Readonly<Record<OrderState, readonly OrderEvent[]>> = {
  DRAFT: [],
  PROVIDER_REVIEW: [SUBMITTED],
  PROVIDER_REJECTED: [SUBMITTED, { type: "rejected", items: ITEMS, automatic: false }],
  READY_FOR_AUTHORITY: APPROVED,
  SMS_PENDING: SMS,
  SMS_FAILED: [...SMS, { type: "sms_failed", cause: "timeout" }],
  AUTHORITY_REVIEW: WITH_AUTHORITY,
  AUTHORITY_REJECTED: [...WITH_AUTHORITY, { type: "authority_rejected", items: ITEMS }],
  APPROVED: [
    ...WITH_AUTHORITY,
    {
      type: "authority_approved",
      entityNumber: "粤ICP备2026000001号",
      services: { svc_a: "粤ICP备2026000001号-1" },
    },
  ],
  ABANDONED: [{ type: "abandoned" }],
  EXPIRED: [{ type: "expired" }],
  CANCELLED: [{ type: "cancelled", entityNumber: "粤ICP备2026000001号", services: {} }],
  RETURNED: [{ type: "returned", cause: "timeout", items: [] }],
};

/** An order that came into `state` at T0, with what the test wants different. */
export const orderIn = (state: OrderState, more: Partial<OrderSnapshot> = {}): OrderSnapshot => ({
  ...evolveAll(NEW_ORDER, WAY[state], T0),
  ...more,
});

/** Each command with input nothing is wrong with. */
export const GOOD: { readonly [T in OrderCommandType]: Extract<OrderCommand, { type: T }> } = {
  save: { type: "save", sections: ["entity"] },
  settle_type: { type: "settle_type", orderType: "NEW_SERVICE_LOCAL", province: "440000" },
  submit: { type: "submit", blockingFindings: 0, declarationsAccepted: true, unansweredCorrections: 0 },
  withdraw: { type: "withdraw" },
  intercept: { type: "intercept", reason: "asked for" },
  abandon: { type: "abandon" },
  claim: { type: "claim" },
  release: { type: "release" },
  reassign: { type: "reassign", userId: "usr_colleague" },
  phone: { type: "phone", personId: "ppl_a", role: "entity", number: "phone1", outcome: "REACHED_OK" },
  request_callback: { type: "request_callback", personId: "ppl_a", when: "any" },
  reject: { type: "reject", items: ITEMS },
  approve: {
    ...{ type: "approve", openErrors: 0, overrideReason: null, leads: [] },
    ...{ uncheckedSites: 0, openQualifications: 0 },
  },
  push: { type: "push", sequence: 7 },
  push_refused: { type: "push_refused", code: "1064" },
  sms_started: { type: "sms_started", required: ["ppl_a", "ppl_b"] },
  sms_done: { type: "sms_done", personId: "ppl_a" },
  sms_failed: { type: "sms_failed", cause: "timeout" },
  resubmit_to_authority: { type: "resubmit_to_authority" },
  sms_needs_change: { type: "sms_needs_change", items: ITEMS },
  authority_approve: { type: "authority_approve", entityNumber: "粤ICP备2026000001号", services: {} },
  authority_reject: { type: "authority_reject", items: ITEMS },
  confirm: { type: "confirm", by: "PHONE" },
  authority_accept: { type: "authority_accept" },
  authority_cancel: { type: "authority_cancel", entityNumber: "粤ICP备2026000001号", services: {} },
  sweep: { type: "sweep" },
};
export const COMMANDS = Object.keys(GOOD) as OrderCommandType[];

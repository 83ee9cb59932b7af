import { describe, expect, it } from "vitest";
import { emptyApplication } from "../application/access";
import type { Refusal } from "../shared/refusal";
import { calledRole } from "./called";
import { decide, decideOpen } from "./decide";
import { evolveAll } from "./evolve";
import { ORDER_REASONS, type OrderReason, REASON_OF_STATE } from "./reasons";
import type { OrderState } from "./states";
import { ACCOUNT, ctxOf, GOOD, ITEMS, orderIn, POLICY, policyWith, REVIEWER, T0 } from "./testing";
import type {
  ActorKind,
  DecisionActor,
  OrderCommand,
  OrderEvent,
  OrderSnapshot,
  PhoneOutcome,
} from "./types";

const HOUR = 3_600_000;
const MINE = { userId: REVIEWER, at: T0, activeAt: T0 };
const THEIRS = { ...MINE, userId: "usr_other" };
const NEVER_CALLED = { claim: MINE };
const REACHED = { claim: MINE, calls: { ppl_a: "REACHED_OK" } as const };
const MISSED = { claim: MINE, calls: { ppl_a: "REACHED_OK", ppl_b: "NO_ANSWER" } as const };
const REQUESTED = { requestBy: T0 + HOUR, requestedAt: T0, callBy: T0 + 24 * HOUR };
const NO_WITHDRAW = policyWith({ withdraw: { unclaimedReview: false, claimedReview: false } });
const NO_ABANDON = policyWith({ abandon: { providerReview: false, readyForAuthority: false } });
const approve = (
  openErrors: number,
  overrideReason: string | null,
  leads: readonly string[] = [],
  { sites = 0, qualifications = 0 } = {},
): OrderCommand => ({
  ...{ type: "approve", openErrors, overrideReason, leads },
  ...{ uncheckedSites: sites, openQualifications: qualifications },
});

type Case = readonly [
  reason: OrderReason,
  code: Refusal["code"],
  kind: ActorKind,
  command: OrderCommand,
  state: OrderState,
  more?: Partial<OrderSnapshot>,
  policy?: typeof POLICY,
];

const CASES: readonly Case[] = [
  ["order.wrong-actor", "forbidden", "reviewer", GOOD.reassign, "PROVIDER_REVIEW"],
  [
    "order.already-theirs",
    "wrong_state",
    "supervisor",
    { ...GOOD.reassign, userId: "usr_other" },
    "PROVIDER_REVIEW",
    { claim: THEIRS },
  ],
  [
    "order.sites-unchecked",
    "invalid",
    "reviewer",
    approve(0, "known", [], { sites: 1 }),
    "PROVIDER_REVIEW",
    REACHED,
  ],
  [
    "order.qualifications-open",
    "invalid",
    "supervisor",
    approve(0, "known", [], { qualifications: 1 }),
    "PROVIDER_REVIEW",
    REACHED,
  ],
  ["order.wrong-actor", "forbidden", "reviewer", GOOD.submit, "DRAFT"],
  ["order.wrong-actor", "forbidden", "lead", GOOD.abandon, "DRAFT"],
  [
    "order.type-not-offered",
    "invalid",
    "applicant",
    { ...GOOD.settle_type, orderType: "CHANGE_ENTITY" },
    "DRAFT",
  ],
  ["order.type-not-offered", "invalid", "applicant", GOOD.submit, "DRAFT", { type: "CHANGE_ENTITY" }],
  ["order.findings-open", "invalid", "applicant", { ...GOOD.submit, blockingFindings: 3 }, "DRAFT"],
  [
    "order.corrections-unanswered",
    "invalid",
    "applicant",
    { ...GOOD.submit, unansweredCorrections: 1 },
    "PROVIDER_REJECTED",
  ],
  [
    "order.declarations-missing",
    "invalid",
    "applicant",
    { ...GOOD.submit, declarationsAccepted: false },
    "DRAFT",
  ],
  ["order.withdraw-claimed", "wrong_state", "applicant", GOOD.withdraw, "PROVIDER_REVIEW", { claim: MINE }],
  [
    "order.withdraw-not-offered",
    "wrong_state",
    "applicant",
    GOOD.withdraw,
    "PROVIDER_REVIEW",
    {},
    NO_WITHDRAW,
  ],
  ["order.abandon-not-offered", "wrong_state", "applicant", GOOD.abandon, "PROVIDER_REVIEW", {}, NO_ABANDON],
  [
    "order.abandon-not-offered",
    "wrong_state",
    "applicant",
    GOOD.abandon,
    "READY_FOR_AUTHORITY",
    {},
    NO_ABANDON,
  ],
  ["order.handed-over", "wrong_state", "applicant", GOOD.abandon, "READY_FOR_AUTHORITY", { pushed: 7 }],
  ["order.handed-over", "wrong_state", "reviewer", GOOD.intercept, "READY_FOR_AUTHORITY", { pushed: 7 }],
  ["order.handed-over", "wrong_state", "system", GOOD.push, "READY_FOR_AUTHORITY", { pushed: 7 }],
  ["order.not-handed-over", "wrong_state", "system", GOOD.push_refused, "READY_FOR_AUTHORITY"],
  ["order.not-handed-over", "wrong_state", "authority", GOOD.sms_started, "READY_FOR_AUTHORITY"],
  ["order.push-too-early", "wrong_state", "system", GOOD.push, "READY_FOR_AUTHORITY"],
  ["order.claimed-by-other", "wrong_state", "reviewer", GOOD.claim, "PROVIDER_REVIEW", { claim: THEIRS }],
  ["order.claimed-by-other", "wrong_state", "reviewer", GOOD.release, "PROVIDER_REVIEW", { claim: THEIRS }],
  ["order.claimed-by-other", "wrong_state", "supervisor", GOOD.reject, "PROVIDER_REVIEW", { claim: THEIRS }],
  ["order.not-claimed", "wrong_state", "supervisor", GOOD.release, "PROVIDER_REVIEW"],
  ["order.not-claimed", "wrong_state", "system", GOOD.release, "PROVIDER_REVIEW"],
  ["order.not-claimed", "wrong_state", "reviewer", GOOD.phone, "PROVIDER_REVIEW"],
  ["order.not-claimed", "wrong_state", "reviewer", GOOD.approve, "PROVIDER_REVIEW"],
  [
    "order.items-missing",
    "invalid",
    "reviewer",
    { type: "reject", items: [] },
    "PROVIDER_REVIEW",
    { claim: MINE },
  ],
  ["order.items-missing", "invalid", "system", { type: "sms_needs_change", items: [] }, "SMS_FAILED"],
  [
    "order.items-missing",
    "invalid",
    "authority",
    { type: "authority_reject", items: [] },
    "AUTHORITY_REVIEW",
  ],
  ["order.phone-missing", "invalid", "reviewer", approve(0, null), "PROVIDER_REVIEW", NEVER_CALLED],
  ["order.phone-missing", "invalid", "reviewer", approve(0, "  "), "PROVIDER_REVIEW", NEVER_CALLED],
  ["order.phone-not-reached", "invalid", "reviewer", approve(0, null), "PROVIDER_REVIEW", MISSED],
  [
    "order.phone-missing",
    "invalid",
    "reviewer",
    approve(0, null, ["ppl_a", "ppl_b"]),
    "PROVIDER_REVIEW",
    REACHED,
  ],
  [
    "order.phone-not-reached",
    "invalid",
    "reviewer",
    approve(0, null),
    "PROVIDER_REVIEW",
    MISSED,
    policyWith({ phoneCheck: "on-defect" }),
  ],
  ["order.errors-open", "invalid", "supervisor", approve(2, ""), "PROVIDER_REVIEW", REACHED],
  ["order.errors-open", "invalid", "reviewer", approve(2, null), "PROVIDER_REVIEW", REACHED],
  [
    "order.override-supervisor-only",
    "forbidden",
    "reviewer",
    approve(2, "known"),
    "PROVIDER_REVIEW",
    REACHED,
  ],
  ["order.no-callback-open", "wrong_state", "lead", GOOD.request_callback, "PROVIDER_REVIEW"],
  [
    "order.callback-already-requested",
    "wrong_state",
    "lead",
    GOOD.request_callback,
    "PROVIDER_REVIEW",
    { callbacks: { ppl_a: REQUESTED } },
  ],
  [
    "order.sms-nobody",
    "invalid",
    "authority",
    { type: "sms_started", required: [] },
    "READY_FOR_AUTHORITY",
    { pushed: 7 },
  ],
  [
    "order.irrevocable",
    "wrong_state",
    "applicant",
    GOOD.abandon,
    "READY_FOR_AUTHORITY",
    { type: "CANCEL_ENTITY" },
  ],
  ["order.irrevocable", "wrong_state", "reviewer", GOOD.intercept, "SMS_PENDING", { type: "CANCEL_SERVICE" }],
  [
    "order.cancellation-fixed",
    "wrong_state",
    "applicant",
    GOOD.save,
    "SMS_PENDING",
    { type: "CANCEL_ENTITY" },
  ],
  [
    "order.sms-needed",
    "wrong_state",
    "authority",
    GOOD.authority_accept,
    "READY_FOR_AUTHORITY",
    { type: "CANCEL_SERVICE", pushed: 7 },
  ],
  ["order.sms-not-required", "invalid", "authority", { type: "sms_done", personId: "ppl_z" }, "SMS_PENDING"],
];

const judge = (order: OrderSnapshot, command: OrderCommand, kind: ActorKind, now = T0, policy = POLICY) =>
  decide(order, command, ctxOf(kind, now, policy));
/** The events of a decision that must be allowed. */
const happens = (...args: Parameters<typeof judge>): readonly OrderEvent[] => {
  const decision = judge(...args);
  if (!decision.ok) throw new Error(JSON.stringify(decision.error));
  return decision.value;
};

describe("refusals", () => {
  it.each(CASES.map((given) => ({ given, name: given.slice(0, 3).join(" / ") })))("$name", ({ given }) => {
    const [reason, code, kind, command, state, more, policy] = given;
    const decision = judge(orderIn(state, more), command, kind, T0, policy);
    expect(decision).toMatchObject({ ok: false, error: { code, reason } });
  });

  it("count what is in the way", () => {
    const decision = judge(orderIn("DRAFT"), { ...GOOD.submit, blockingFindings: 3 }, "applicant");
    expect(decision).toEqual({
      ok: false,
      error: { code: "invalid", reason: "order.findings-open", params: { count: 3 } },
    });
  });

  it("a stranger learns nothing, whatever he asks for", () => {
    const actor: DecisionActor = { kind: "applicant", userId: "usr_x", accountIds: ["acc_other"] };
    for (const command of Object.values(GOOD))
      expect(decide(orderIn("DRAFT"), command, { actor, now: T0, policy: POLICY })).toEqual({
        ok: false,
        error: { code: "not_found" },
      });
  });

  it.each(["reviewer", "supervisor"] as const)("a %s keeps off orders of his own account", (kind) => {
    const actor: DecisionActor = { kind, userId: REVIEWER, accountIds: [ACCOUNT] };
    for (const command of [GOOD.claim, GOOD.reject, GOOD.approve, GOOD.intercept, GOOD.resubmit_to_authority])
      expect(
        decide(orderIn("PROVIDER_REVIEW", REACHED), command, { actor, now: T0, policy: POLICY }),
      ).toEqual({
        ok: false,
        error: { code: "forbidden", reason: "order.own-account" },
      });
  });

  it("are all reached by a test", () => {
    const elsewhere = [
      "order.own-account",
      "order.too-many-open",
      "order.not-their-order",
      "order.password-missing",
      "order.change-chosen",
      ...Object.values(REASON_OF_STATE),
    ];
    expect(new Set([...CASES.map(([reason]) => reason), ...elsewhere])).toEqual(new Set(ORDER_REASONS));
  });
});

describe("a cancellation", () => {
  const of = (state: OrderState, type: "CANCEL_ENTITY" | "CANCEL_ACCESS" = "CANCEL_ENTITY") =>
    orderIn(state, { type, pushed: 7 });
  it("is confirmed once, as its only round", () => {
    const [event] = happens(orderIn("DRAFT", { type: "CANCEL_ENTITY" }), GOOD.confirm, "applicant");
    expect(event).toEqual({ type: "confirmed", by: "PHONE", round: 1, policyVersion: "test-1" });
    const closed = policyWith({ orderTypesEnabled: ["FIRST_FILING"] });
    expect(
      judge(orderIn("DRAFT", { type: "CANCEL_ENTITY" }), GOOD.confirm, "applicant", T0, closed),
    ).toMatchObject({ error: { reason: "order.type-not-offered" } });
  });
  it("is confirmed by staff's word only from staff, and by a code only from others", () => {
    const draft = orderIn("DRAFT", { type: "CANCEL_ENTITY" });
    const word = { type: "confirm", by: "STAFF", requestId: "req_1" } as const;
    expect(happens(draft, word, "reviewer")).toEqual([
      { type: "confirmed", by: "STAFF", requestId: "req_1", round: 1, policyVersion: "test-1" },
    ]);
    const wrong = { error: { code: "forbidden", reason: "order.wrong-actor" } };
    expect(judge(draft, word, "applicant")).toMatchObject(wrong);
    expect(judge(draft, GOOD.confirm, "supervisor")).toMatchObject(wrong);
  });
  it("that the provider ordered is not its holder's to take back, whatever policy says of his own", () => {
    const draft = orderIn("DRAFT", { type: "CANCEL_ACCESS" });
    const word = { type: "confirm", by: "INSPECTION", inspectionId: "ins_1" } as const;
    const [event] = happens(draft, word, "reviewer");
    expect(event).toMatchObject({ by: "INSPECTION", inspectionId: "ins_1" });
    expect(judge(draft, word, "applicant")).toMatchObject({ error: { reason: "order.wrong-actor" } });
    const cancel = { ...POLICY.provider.cancel, revocableUntil: "authority" as const };
    const open = policyWith({ cancel });
    const ready = (more: object) => orderIn("READY_FOR_AUTHORITY", { type: "CANCEL_ACCESS", ...more });
    expect(judge(ready({}), GOOD.abandon, "applicant", T0, open)).toMatchObject({ ok: true });
    expect(judge(ready({ ordered: true }), GOOD.abandon, "applicant", T0, open)).toMatchObject({
      error: { reason: "order.irrevocable" },
    });
  });
  it.each([
    ["timeout", GOOD.sms_failed, "SMS_PENDING", "authority"],
    ["wrong_inputs", { type: "sms_failed", cause: "wrong_inputs" }, "SMS_PENDING", "authority"],
    ["refused", GOOD.push_refused, "READY_FOR_AUTHORITY", "system"],
    ["rejected", GOOD.authority_reject, "AUTHORITY_REVIEW", "authority"],
  ] as const)("is void: %s", (cause, command, state, kind) => {
    const items = cause === "rejected" ? GOOD.authority_reject.items : [];
    expect(happens(of(state), command, kind)).toEqual([{ type: "returned", cause, items }]);
  });
  it("keeps the authority's answer at the door where there are words for it", () => {
    const refused = { type: "push_refused", code: "FILING_PASSWORD_WRONG" } as const;
    expect(happens(of("READY_FOR_AUTHORITY"), refused, "system")).toEqual([
      {
        ...{ type: "returned", cause: "refused" },
        items: [{ id: "ord_1:refused", code: "FILING_PASSWORD_WRONG", target: "order" }],
      },
    ]);
  });
  const cancelling = (more: Partial<typeof POLICY.provider.cancel>) =>
    policyWith({ cancel: { ...POLICY.provider.cancel, ...more } });
  it("wants the filing password where the provider does, and never from staff who had papers instead", () => {
    const policy = cancelling({ filingPassword: { entity: "required", service: "optional" } });
    const draft = (type: "CANCEL_ENTITY" | "CANCEL_SERVICE" | "CANCEL_ACCESS") => orderIn("DRAFT", { type });
    const confirm = (password?: boolean) =>
      ({ type: "confirm", by: "PHONE", ...(password !== undefined && { password }) }) as const;
    const missing = { error: { code: "invalid", path: "password", reason: "order.password-missing" } };
    expect(judge(draft("CANCEL_ENTITY"), confirm(), "applicant", T0, policy)).toMatchObject(missing);
    expect(judge(draft("CANCEL_ENTITY"), confirm(false), "applicant", T0, policy)).toMatchObject(missing);
    expect(judge(draft("CANCEL_ENTITY"), confirm(true), "applicant", T0, policy)).toMatchObject({
      value: [{ type: "confirmed", password: true }],
    });
    for (const type of ["CANCEL_SERVICE", "CANCEL_ACCESS"] as const)
      expect(judge(draft(type), confirm(), "applicant", T0, policy)).toMatchObject({ ok: true });
    const word = { type: "confirm", by: "STAFF", requestId: "req_1" } as const;
    expect(judge(draft("CANCEL_ENTITY"), word, "reviewer", T0, policy)).toMatchObject({ ok: true });
  });
  it.each([
    ["off", "CANCEL_ENTITY", false],
    ["entity", "CANCEL_ENTITY", true],
    ["entity", "CANCEL_SERVICE", false],
    ["entity", "CANCEL_ACCESS", false],
    ["all", "CANCEL_SERVICE", true],
    ["all", "CANCEL_ACCESS", true],
  ] as const)("with the review %s, %s is put before a reviewer: %s", (review, type, reviewed) => {
    const draft = orderIn("DRAFT", { type });
    const decision = judge(draft, GOOD.confirm, "applicant", T0, cancelling({ review }));
    if (!decision.ok) throw new Error(JSON.stringify(decision.error));
    const after = evolveAll(draft, decision.value, T0);
    expect(after.state).toBe(reviewed ? "PROVIDER_REVIEW" : "READY_FOR_AUTHORITY");
    // What staff proved themselves they do not look at again.
    const word = { type: "confirm", by: "STAFF", requestId: "req_1" } as const;
    const carried = judge(draft, word, "reviewer", T0, cancelling({ review }));
    expect(carried.ok && evolveAll(draft, carried.value, T0).state).toBe("READY_FOR_AUTHORITY");
  });
  it("in a review is called about, passed on, given back, or comes back when nobody asks for the call", () => {
    const policy = cancelling({ review: "all" });
    const claim = { userId: REVIEWER, at: T0, activeAt: T0 };
    const held = orderIn("PROVIDER_REVIEW", { type: "CANCEL_ENTITY", claim });
    const approve = { ...GOOD.approve, leads: ["ppl_a"] } as const;
    expect(judge(held, approve, "reviewer", T0, policy)).toMatchObject({
      error: { reason: "order.phone-missing" },
    });
    const called = { ...held, calls: { ppl_a: "REACHED_OK" as const } };
    expect(judge(called, approve, "reviewer", T0, policy)).toMatchObject({
      value: [{ type: "approved_by_provider", override: false }],
    });
    expect(judge(held, GOOD.reject, "reviewer", T0, policy)).toMatchObject({
      value: [{ type: "returned", cause: "provider" }],
    });
    const missed = judge(held, { ...GOOD.phone, outcome: "NO_ANSWER" }, "reviewer", T0, policy);
    if (!missed.ok) throw new Error("a call must be noted");
    const waiting = evolveAll(held, missed.value, T0);
    const hours = policy.provider.callback.requestWithinHours * 3_600_000;
    expect(judge(waiting, { type: "sweep" }, "system", T0 + hours - 1, policy)).toMatchObject({ ok: true });
    expect(judge(waiting, { type: "sweep" }, "system", T0 + hours, policy)).toMatchObject({
      value: [
        { type: "returned", cause: "provider", automatic: true, items: [{ code: "CALLBACK_EXPIRED" }] },
      ],
    });
  });
  it("on its way may be called about, which is a note and starts no wait", () => {
    for (const state of ["READY_FOR_AUTHORITY", "SMS_PENDING", "AUTHORITY_REVIEW"] as const)
      expect(happens(of(state), { ...GOOD.phone, outcome: "NO_ANSWER" }, "reviewer")).toMatchObject([
        { type: "phoned", outcome: "NO_ANSWER" },
      ]);
    const filing = orderIn("SMS_PENDING", {});
    expect(judge(filing, GOOD.phone, "reviewer")).toMatchObject({ error: { code: "wrong_state" } });
  });
  it("may be taken back from the review where the provider lets it, until it is handed over", () => {
    const review = orderIn("PROVIDER_REVIEW", { type: "CANCEL_ENTITY" });
    expect(judge(review, GOOD.abandon, "applicant")).toMatchObject({
      error: { reason: "order.irrevocable" },
    });
    const policy = cancelling({ revocableUntil: "authority" });
    expect(judge(review, GOOD.abandon, "applicant", T0, policy)).toMatchObject({ ok: true });
  });
  it("of access goes on without codes, and ends like the others", () => {
    expect(happens(of("READY_FOR_AUTHORITY", "CANCEL_ACCESS"), GOOD.authority_accept, "authority")).toEqual([
      { type: "authority_accepted" },
    ]);
    expect(happens(of("AUTHORITY_REVIEW"), GOOD.authority_cancel, "authority")).toMatchObject([
      { type: "cancelled" },
    ]);
  });
});

describe("opening an order", () => {
  const input = { accountId: ACCOUNT, orderType: "FIRST_FILING", province: null, openOrders: 0 } as const;
  it("starts a draft", () => {
    expect(decideOpen(input, ctxOf("applicant", T0))).toEqual({
      ok: true,
      value: [{ type: "created", orderType: "FIRST_FILING", accountId: ACCOUNT, province: null }],
    });
  });
  it("is staff's for a cancellation that was proven to them (DF §11.4)", () => {
    const cancel = { ...input, orderType: "CANCEL_ENTITY" } as const;
    expect(decideOpen(cancel, ctxOf("reviewer", T0))).toMatchObject({ ok: true });
    expect(decideOpen({ ...cancel, openOrders: 1 }, ctxOf("reviewer", T0))).toMatchObject({
      error: { reason: "order.too-many-open" },
    });
    const ctx = ctxOf("supervisor", T0);
    const own = { ...ctx, actor: { ...ctx.actor, accountIds: [ACCOUNT] } };
    expect(decideOpen(cancel, own)).toMatchObject({
      error: { code: "forbidden", reason: "order.own-account" },
    });
  });
  it.each([
    [
      "one is open already",
      "applicant",
      { openOrders: 1 },
      { code: "wrong_state", reason: "order.too-many-open", params: { limit: 1 } },
    ],
    [
      "the type is not offered",
      "applicant",
      { orderType: "CHANGE_ENTITY" },
      { code: "invalid", reason: "order.type-not-offered" },
    ],
    ["it is somebody else's account", "applicant", { accountId: "acc_other" }, { code: "not_found" }],
    ["it is staff who asks", "reviewer", {}, { code: "forbidden", reason: "order.wrong-actor" }],
    [
      "the authority would cancel by an order",
      "authority",
      { orderType: "CANCEL_ENTITY" },
      { code: "forbidden", reason: "order.wrong-actor" },
    ],
  ] as const)("is refused when %s", (_why, kind, more, error) => {
    expect(decideOpen({ ...input, ...more }, ctxOf(kind, T0))).toEqual({ ok: false, error });
  });
});

describe("writing and submitting", () => {
  it("counts rounds and keeps the policy it is judged by", () => {
    const order = orderIn("PROVIDER_REJECTED", {
      corrections: ITEMS,
      calls: { ppl_a: "NO_ANSWER" },
      phone: "NO_ANSWER",
    });
    const events = happens(order, GOOD.submit, "applicant");
    expect(events).toEqual([{ type: "submitted", round: 2, policyVersion: "test-1" }]);
    expect(evolveAll(order, events, T0)).toMatchObject({
      round: 2,
      corrections: [],
      calls: {},
      phone: null,
      claim: null,
    });
  });
  it("settles a type once", () => {
    const same = { type: "settle_type", orderType: "FIRST_FILING", province: "440000" } as const;
    expect(happens(orderIn("DRAFT"), same, "applicant")).toEqual([]);
  });
  it("may withdraw a claimed order where the provider allows it", () => {
    const policy = policyWith({ withdraw: { unclaimedReview: false, claimedReview: true } });
    expect(
      happens(orderIn("PROVIDER_REVIEW", { claim: MINE }), GOOD.withdraw, "applicant", T0, policy),
    ).toEqual([{ type: "withdrawn" }]);
  });
});

describe("claims", () => {
  it("a second click by the holder writes nothing", () => {
    expect(happens(orderIn("PROVIDER_REVIEW", { claim: MINE }), GOOD.claim, "reviewer")).toEqual([]);
  });
  it("a supervisor takes an order out of somebody's hands", () => {
    expect(happens(orderIn("PROVIDER_REVIEW", { claim: THEIRS }), GOOD.release, "supervisor")).toEqual([
      { type: "released", automatic: false },
    ]);
  });
  it("the system takes it out of the hands of who is no longer staff, and finds nothing where nobody holds it", () => {
    expect(happens(orderIn("PROVIDER_REVIEW", { claim: THEIRS }), GOOD.release, "system")).toEqual([
      { type: "released", automatic: false },
    ]);
  });
  it("end when the order leaves the review", () => {
    for (const command of [GOOD.reject, GOOD.approve]) {
      const order = orderIn("PROVIDER_REVIEW", REACHED);
      expect(evolveAll(order, happens(order, command, "reviewer"), T0).claim).toBeNull();
    }
  });
  it("are renewed by a call", () => {
    const order = orderIn("PROVIDER_REVIEW", { claim: MINE });
    const later = evolveAll(order, happens(order, GOOD.phone, "reviewer", T0 + HOUR), T0 + HOUR);
    expect(later.claim).toEqual({ userId: REVIEWER, at: T0, activeAt: T0 + HOUR });
  });
});

describe("calls", () => {
  const call = (order: OrderSnapshot, outcome: PhoneOutcome, personId = "ppl_a", now = T0) =>
    evolveAll(
      order,
      happens(order, { type: "phone", personId, role: "entity", number: "phone1", outcome }, "reviewer", now),
      now,
    );
  const fresh = orderIn("PROVIDER_REVIEW", { claim: MINE });

  const asks = (order: OrderSnapshot, personId: string, now: number) =>
    evolveAll(order, happens(order, { ...GOOD.request_callback, personId }, "lead", now), now);
  const OPEN = { role: "entity", requestBy: T0 + 24 * HOUR, requestedAt: null, callBy: null };

  it("missed: the lead has 24 hours to ask for a call back, not prolonged by a second miss", () => {
    const once = call(fresh, "NO_ANSWER");
    expect(once.callbacks).toEqual({ ppl_a: OPEN });
    expect(call(once, "NO_ANSWER", "ppl_a", T0 + HOUR).callbacks).toEqual(once.callbacks);
  });
  it("missed again after a kept promise: the lead's clock starts anew", () => {
    const asked = asks(call(fresh, "NO_ANSWER"), "ppl_a", T0 + HOUR);
    expect(asked.callbacks).toEqual({
      ppl_a: { ...OPEN, when: "any", requestedAt: T0 + HOUR, callBy: T0 + 25 * HOUR },
    });
    expect(call(asked, "NO_ANSWER", "ppl_a", T0 + 2 * HOUR).callbacks).toEqual({
      ppl_a: { ...OPEN, requestBy: T0 + 26 * HOUR },
    });
  });
  it("'call me later' is the request itself", () => {
    expect(call(fresh, "CALLBACK_REQUESTED").callbacks.ppl_a).toMatchObject({
      requestedAt: T0,
      callBy: T0 + 24 * HOUR,
    });
  });
  it.each(["REACHED_OK", "REACHED_NOT_SELF", "EMPTY_NUMBER"] as const)("%s ends the waiting", (outcome) => {
    expect(call(call(fresh, "NO_ANSWER"), outcome).callbacks).toEqual({});
  });

  describe("of two leads", () => {
    const both = call(call(fresh, "NO_ANSWER", "ppl_a"), "NO_ANSWER", "ppl_b", T0 + HOUR);

    it("each has his own 24 hours; calling one again in vain prolongs neither", () => {
      expect(both.callbacks).toEqual({ ppl_a: OPEN, ppl_b: { ...OPEN, requestBy: T0 + 25 * HOUR } });
      for (const personId of ["ppl_a", "ppl_b"])
        expect(call(both, "NO_ANSWER", personId, T0 + 2 * HOUR).callbacks).toEqual(both.callbacks);
    });
    it("one asks, in whichever order, and the other may still ask; neither asks twice", () => {
      const one = asks(both, "ppl_b", T0 + 2 * HOUR);
      expect(one.callbacks.ppl_a).toEqual(OPEN);
      expect(one.callbacks.ppl_b).toMatchObject({ requestedAt: T0 + 2 * HOUR, callBy: T0 + 26 * HOUR });
      const two = asks(one, "ppl_a", T0 + 3 * HOUR);
      expect(two.callbacks.ppl_a?.callBy).toBe(T0 + 27 * HOUR);
      expect(two.callbacks.ppl_b).toEqual(one.callbacks.ppl_b);
      for (const personId of ["ppl_a", "ppl_b"])
        expect(judge(two, { ...GOOD.request_callback, personId }, "lead", T0 + 4 * HOUR)).toMatchObject({
          error: { reason: "order.callback-already-requested" },
        });
      expect(judge(two, { ...GOOD.request_callback, personId: "ppl_c" }, "lead")).toMatchObject({
        error: { reason: "order.no-callback-open" },
      });
    });
    it("a miss of the second leaves the promise to the first as it is", () => {
      const promised = asks(call(fresh, "NO_ANSWER", "ppl_a"), "ppl_a", T0 + HOUR);
      const later = call(promised, "NO_ANSWER", "ppl_b", T0 + 2 * HOUR);
      expect(later.callbacks.ppl_a).toEqual(promised.callbacks.ppl_a);
      expect(later.callbacks.ppl_b).toMatchObject({ requestBy: T0 + 26 * HOUR, requestedAt: null });
    });
    it("one reached does not end the waiting for the other", () => {
      const one = call(both, "REACHED_OK", "ppl_b");
      expect(one.callbacks).toEqual({ ppl_a: OPEN });
      expect(judge(one, GOOD.approve, "reviewer").ok).toBe(false);
      expect(judge(call(one, "REACHED_OK", "ppl_a"), GOOD.approve, "reviewer").ok).toBe(true);
    });
    it("the order goes back for the one whose time passed, and names only him", () => {
      const passes = (order: OrderSnapshot, now: number) => happens(order, GOOD.sweep, "system", now);
      const named = (order: OrderSnapshot, now: number) =>
        passes(order, now).flatMap((event) =>
          event.type === "rejected" ? event.items.map(({ target }) => target) : [event.type],
        );
      const claimless = { ...both, claim: null };
      expect(named(claimless, T0 + 24 * HOUR - 1)).toEqual([]);
      expect(named(claimless, T0 + 24 * HOUR)).toEqual(["people[ppl_a].phone1"]);
      expect(named(claimless, T0 + 25 * HOUR)).toEqual(["people[ppl_a].phone1", "people[ppl_b].phone1"]);
      const asked = { ...asks(both, "ppl_a", T0 + 2 * HOUR), claim: null };
      expect(named(asked, T0 + 25 * HOUR - 1)).toEqual([]);
      expect(named(asked, T0 + 25 * HOUR)).toEqual(["people[ppl_b].phone1"]);
    });
  });
});

describe("what somebody called answers for", () => {
  it.each([
    ["ppl_a", "both"],
    ["ppl_b", "entity"],
    ["ppl_c", "service"],
    ["ppl_d", null],
  ] as const)("%s: %s", (personId, role) => {
    const app = {
      ...emptyApplication(),
      entity: { entityLead: personId === "ppl_b" ? "ppl_b" : "ppl_a" },
      services: ["ppl_a", "ppl_c"].map((lead, index) => ({
        id: `svc_000${index}`,
        kind: "WEBSITE" as const,
        lead,
      })),
    };
    expect(calledRole(app as never, personId)).toBe(role);
  });
});

describe("approving", () => {
  const approved = (
    more: Partial<OrderSnapshot>,
    command: OrderCommand,
    kind: ActorKind,
    phoneCheck: "always" | "on-defect" = "always",
  ) => happens(orderIn("PROVIDER_REVIEW", more), command, kind, T0, policyWith({ phoneCheck }));
  it.each([
    ["all in order", REACHED, approve(0, null), "reviewer", false],
    ["every lead reached", REACHED, approve(0, null, ["ppl_a"]), "reviewer", false],
    ["a lead never called, with reason", REACHED, approve(0, "met", ["ppl_a", "ppl_b"]), "reviewer", true],
    ["a reason nobody needed", REACHED, approve(0, "because"), "reviewer", false],
    ["a lead not reached, with reason", MISSED, approve(0, "known customer"), "reviewer", true],
    ["nobody called, with reason", NEVER_CALLED, approve(0, "known customer"), "reviewer", true],
    ["errors open, with a supervisor's reason", REACHED, approve(1, "registry is late"), "supervisor", true],
  ] as const)("%s", (_case, more, command, kind, override) => {
    expect(approved(more, command, kind)).toEqual([{ type: "approved_by_provider", override }]);
  });
  it("needs no call where the provider only calls on a defect", () => {
    expect(approved(NEVER_CALLED, approve(0, null), "reviewer", "on-defect")).toEqual([
      { type: "approved_by_provider", override: false },
    ]);
  });
});

describe("the authority's part", () => {
  it("names each lead once and gives them 24 hours", () => {
    const order = orderIn("READY_FOR_AUTHORITY", { pushed: 7 });
    expect(happens(order, { type: "sms_started", required: ["ppl_a", "ppl_a"] }, "authority")).toEqual([
      { type: "sms_started", required: ["ppl_a"], deadline: T0 + 24 * HOUR },
    ]);
  });
  it("moves on with the last lead, and a repeated notice writes nothing", () => {
    const sms = { required: ["ppl_a", "ppl_b"], done: ["ppl_b"], deadline: T0 + 24 * HOUR };
    const order = orderIn("SMS_PENDING", { sms });
    expect(happens(order, { type: "sms_done", personId: "ppl_b" }, "authority")).toEqual([]);
    expect(
      happens(order, { type: "sms_done", personId: "ppl_a" }, "authority").map((event) => event.type),
    ).toEqual(["sms_done", "sms_completed"]);
  });
  it("takes a resubmission at once, and a refused hand-over comes back to the reviewers", () => {
    const failed = orderIn("SMS_FAILED");
    const again = evolveAll(failed, happens(failed, GOOD.resubmit_to_authority, "applicant"), T0);
    expect(again).toMatchObject({ state: "READY_FOR_AUTHORITY", pushed: null, sms: null, round: 1 });
    const pushed = evolveAll(again, happens(again, GOOD.push, "system"), T0);
    expect(pushed.pushed).toBe(7);
    const back = evolveAll(pushed, happens(pushed, GOOD.push_refused, "system"), T0);
    expect(back).toMatchObject({ state: "PROVIDER_REVIEW", pushed: null, smsFailure: null, claim: null });
  });
  it("sends the numbers", () => {
    const order = orderIn("AUTHORITY_REVIEW");
    const after = evolveAll(order, happens(order, GOOD.authority_approve, "authority"), T0);
    expect(after).toMatchObject({ state: "APPROVED", filing: { entityNumber: "粤ICP备2026000001号" } });
  });
});

import { describe, expect, it } from "vitest";
import { DAY_MS, dayOf, HOUR_MS } from "../policy/calendar/time";
import { deadlinesOf, nextSweepAt } from "./deadlines";
import { decide } from "./decide";
import { byItself } from "./event-params";
import { evolveAll, replay } from "./evolve";
import { ORDER_STATES, type OrderState } from "./states";
import { ctxOf, GOOD, orderIn, POLICY, policyWith, REVIEWER, T0 } from "./testing";
import type { DeadlineKind, OrderCommand, OrderEvent, OrderSnapshot } from "./types";

const sweep = (order: OrderSnapshot, now: number) => decide(order, GOOD.sweep, ctxOf("system", now));
const swept = (order: OrderSnapshot, now: number): readonly OrderEvent[] => {
  const decision = sweep(order, now);
  if (!decision.ok) throw new Error(JSON.stringify(decision.error));
  return decision.value;
};
const claim = { userId: REVIEWER, at: T0, activeAt: T0 };
const missed = {
  calls: { ppl_a: "NO_ANSWER", ppl_b: "REACHED_OK" } as const,
  callbacks: { ppl_a: { requestBy: T0 + 24 * HOUR_MS, requestedAt: null, callBy: null } },
};
const callbackItem = {
  id: "ord_1:1:callback:ppl_a",
  code: "CALLBACK_EXPIRED",
  target: "people[ppl_a].phone1",
};

const ENFORCED: readonly (readonly [DeadlineKind, OrderState, Partial<OrderSnapshot>, number, OrderEvent])[] =
  [
    ["draft_expires", "DRAFT", {}, 30 * DAY_MS, { type: "expired" }],
    ["draft_expires", "DRAFT", { touchedAt: T0 + DAY_MS }, 31 * DAY_MS, { type: "expired" }],
    ["step_lapses", "PROVIDER_REJECTED", { remindedDay: 15 }, 45 * DAY_MS, { type: "lapsed" }],
    ["step_lapses", "AUTHORITY_REJECTED", { remindedDay: 15 }, 45 * DAY_MS, { type: "lapsed" }],
    ["reminder", "PROVIDER_REJECTED", {}, 5 * DAY_MS, { type: "reminded", day: 5 }],
    ["reminder", "PROVIDER_REJECTED", { remindedDay: 5 }, 10 * DAY_MS, { type: "reminded", day: 10 }],
    ["reminder", "AUTHORITY_REJECTED", { remindedDay: 10 }, 15 * DAY_MS, { type: "reminded", day: 15 }],
    ["claim_released", "PROVIDER_REVIEW", { claim }, 4 * HOUR_MS, { type: "released", automatic: true }],
    [
      "callback_request",
      "PROVIDER_REVIEW",
      missed,
      24 * HOUR_MS,
      { type: "rejected", items: [callbackItem], automatic: true },
    ],
    [
      "sms_auto_resubmit",
      "SMS_FAILED",
      {},
      24 * HOUR_MS,
      { type: "resubmitted_to_authority", automatic: true },
    ],
  ];

describe("deadlines the sweep enforces", () => {
  it.each(ENFORCED)("%s in %s, on both sides", (kind, state, more, after, event) => {
    const order = orderIn(state, more);
    const at = T0 + after;
    expect(deadlinesOf(order, POLICY)).toContainEqual(
      expect.objectContaining({ kind, at, enforced: true, estimated: false }),
    );
    expect(nextSweepAt(order, POLICY)).toBe(at);
    expect(swept(order, at - 1)).toEqual([]);
    expect(swept(order, at)).toEqual([event]);
    expect(byItself(event)).toBe(true);
    expect(swept(order, at + 1)).toEqual([event]);
    expect(swept(evolveAll(order, [event], at), at)).toEqual([]);
  });

  it("sends one reminder for days it slept through", () => {
    const order = orderIn("PROVIDER_REJECTED");
    const events = swept(order, T0 + 12 * DAY_MS);
    expect(events).toEqual([{ type: "reminded", day: 10 }]);
    expect(nextSweepAt(evolveAll(order, events, T0 + 12 * DAY_MS), POLICY)).toBe(T0 + 15 * DAY_MS);
  });

  it("reminds anew after the next rejection, and a new order owes no reminder yet", () => {
    const order = orderIn("PROVIDER_REJECTED", { remindedDay: 15 });
    const round: readonly OrderEvent[] = [
      { type: "submitted", round: 2, policyVersion: "test-1" },
      { type: "rejected", items: [callbackItem], automatic: false },
    ];
    const again = evolveAll(order, round, T0);
    expect(again.remindedDay).toBe(0);
    expect(nextSweepAt(again, POLICY)).toBe(T0 + 5 * DAY_MS);
    const created: OrderEvent = {
      type: "created",
      orderType: "FIRST_FILING",
      accountId: "acc_1",
      province: null,
    };
    expect(replay("ord_1", [{ event: created, at: T0 }]).remindedDay).toBe(0);
  });

  it("lets an idle claim go without touching the review, and lapsing keeps the data", () => {
    const reviewed = orderIn("PROVIDER_REVIEW", { claim });
    expect(evolveAll(reviewed, swept(reviewed, T0 + 4 * HOUR_MS), T0)).toMatchObject({
      state: "PROVIDER_REVIEW",
      claim: null,
    });
    const rejected = orderIn("PROVIDER_REJECTED");
    const at = T0 + 45 * DAY_MS;
    expect(evolveAll(rejected, swept(rejected, at), at)).toMatchObject({
      state: "DRAFT",
      round: 1,
      corrections: rejected.corrections,
      touchedAt: at,
    });
  });

  it("prefers the rejection when the claim ran out as well", () => {
    const order = orderIn("PROVIDER_REVIEW", { claim, ...missed });
    expect(swept(order, T0 + 24 * HOUR_MS).map((event) => event.type)).toEqual(["rejected"]);
  });

  it("never rejects because the provider did not call back", () => {
    const ppl_a = { requestBy: T0 + HOUR_MS, requestedAt: T0, callBy: T0 + 24 * HOUR_MS };
    const order = orderIn("PROVIDER_REVIEW", { calls: missed.calls, callbacks: { ppl_a } });
    expect(swept(order, T0 + 100 * DAY_MS)).toEqual([]);
    expect(nextSweepAt(order, POLICY)).toBeNull();
  });
});

describe("a passed deadline counts before the sweep comes by", () => {
  const on = (
    order: OrderSnapshot,
    command: OrderCommand,
    kind: "applicant" | "reviewer" | "system" | "lead",
    now: number,
  ) => decide(order, command, ctxOf(kind, now));
  it("an expired draft takes no more edits", () => {
    const at = T0 + 30 * DAY_MS;
    expect(on(orderIn("DRAFT"), GOOD.save, "applicant", at - 1)).toMatchObject({ ok: true });
    expect(on(orderIn("DRAFT"), GOOD.save, "applicant", at)).toMatchObject({
      ok: false,
      error: { reason: "order.is-expired" },
    });
  });
  it("a lapsed step is a draft again and may be submitted", () => {
    const decision = on(orderIn("PROVIDER_REJECTED"), GOOD.submit, "applicant", T0 + 45 * DAY_MS);
    expect(decision.ok && decision.value.map((event) => event.type)).toEqual(["lapsed", "submitted"]);
  });
  it("a stale claim gives way to a new one, and no longer decides", () => {
    const order = orderIn("PROVIDER_REVIEW", { claim: { ...claim, userId: "usr_other" } });
    const at = T0 + 4 * HOUR_MS;
    expect(on(order, GOOD.claim, "reviewer", at - 1).ok).toBe(false);
    const decision = on(order, GOOD.claim, "reviewer", at);
    expect(decision.ok && decision.value).toEqual([
      { type: "released", automatic: true },
      { type: "claimed", userId: REVIEWER },
    ]);
    const mine = orderIn("PROVIDER_REVIEW", { claim });
    expect(on(mine, GOOD.reject, "reviewer", at - 1).ok).toBe(true);
    expect(on(mine, GOOD.reject, "reviewer", at)).toMatchObject({ error: { reason: "order.not-claimed" } });
  });
  it("a call back can be asked for until the very end", () => {
    const order = orderIn("PROVIDER_REVIEW", missed);
    expect(on(order, GOOD.request_callback, "lead", T0 + 24 * HOUR_MS - 1).ok).toBe(true);
    expect(on(order, GOOD.request_callback, "lead", T0 + 24 * HOUR_MS)).toMatchObject({
      error: { reason: "order.is-rejected" },
    });
  });
  it("a reminder does not come with the edit that makes it needless", () => {
    const decision = on(orderIn("PROVIDER_REJECTED"), GOOD.save, "applicant", T0 + 6 * DAY_MS);
    expect(decision.ok && decision.value.map((event) => event.type)).toEqual(["saved"]);
  });
});

describe("the push", () => {
  const ready = orderIn("READY_FOR_AUTHORITY");
  const at = T0 + 10 * 60_000;
  const push = (order: OrderSnapshot, now: number) => decide(order, GOOD.push, ctxOf("system", now)).ok;
  it("waits so that the order can be intercepted, on both sides", () => {
    expect(deadlinesOf(ready, POLICY)).toEqual([{ kind: "push", at, enforced: true, estimated: false }]);
    expect([at - 1, at].map((now) => push(ready, now))).toEqual([false, true]);
  });
  it("does not wait when the order is only sent again", () => {
    const again = orderIn("READY_FOR_AUTHORITY", { smsFailure: "timeout" });
    expect(deadlinesOf(again, POLICY)).toMatchObject([{ kind: "push", at: T0 }]);
    expect(push(again, T0)).toBe(true);
  });
  it("is owed once, and not by the sweep", () => {
    expect(deadlinesOf(orderIn("READY_FOR_AUTHORITY", { pushed: 7 }), POLICY)).toEqual([]);
    expect(swept(ready, at)).toEqual([]);
    expect(nextSweepAt(ready, POLICY)).toBeNull();
  });
});

describe("what people are told to expect", () => {
  const days = (order: OrderSnapshot) =>
    Object.fromEntries(
      deadlinesOf(order, POLICY).map(({ kind, from, at, estimated, enforced }) => {
        expect(enforced).toBe(false);
        return [kind, [from === undefined ? null : dayOf(from), dayOf(at), estimated]];
      }),
    );
  it("review: one to two working days, the provider's promise to call back beside it", () => {
    expect(days(orderIn("PROVIDER_REVIEW"))).toEqual({
      provider_review_expected: ["2026-03-10", "2026-03-11", false],
    });
    const ppl_a = { requestBy: T0, requestedAt: T0, callBy: T0 + DAY_MS };
    expect(days(orderIn("PROVIDER_REVIEW", { callbacks: { ppl_a } }))).toMatchObject({
      callback_promise: [null, "2026-03-10", false],
    });
  });
  it("SMS: the authority's 24 hours, which we only show", () => {
    expect(days(orderIn("SMS_PENDING"))).toEqual({ sms_expires: [null, "2026-03-10", false] });
  });
  it("authority: what the province usually takes, and what the law allows", () => {
    expect(days(orderIn("AUTHORITY_REVIEW"))).toEqual({
      authority_review_expected: ["2026-03-18", "2026-03-20", false],
      authority_review_limit: [null, "2026-04-07", false],
    });
  });
  it("both also where the province usually takes longer than the law allows", () => {
    expect(days(orderIn("AUTHORITY_REVIEW", { province: "320000" }))).toEqual({
      authority_review_expected: ["2026-03-20", "2026-04-21", false],
      authority_review_limit: [null, "2026-04-07", false],
    });
  });
  it("only the law where the province is not known; an estimate where the year is not published", () => {
    const since = Date.parse("2026-12-14T10:00:00+08:00");
    expect(days(orderIn("AUTHORITY_REVIEW", { province: null, since }))).toEqual({
      authority_review_limit: [null, "2027-01-12", true],
    });
  });
  it("nothing when nothing is running", () => {
    for (const state of ["APPROVED", "ABANDONED", "EXPIRED"] as const)
      expect(deadlinesOf(orderIn(state), POLICY)).toEqual([]);
  });
});

describe("policy", () => {
  it("sets every number", () => {
    const policy = policyWith({
      draftValidityDays: 2,
      stepValidityDays: 9,
      rejectReminderDays: [3, 9],
      smsFailedAutoResubmitHours: 1,
    });
    const first = (state: OrderState) => nextSweepAt(orderIn(state), policy);
    expect(first("DRAFT")).toBe(T0 + 2 * DAY_MS);
    expect(first("SMS_FAILED")).toBe(T0 + HOUR_MS);
    const rejected = deadlinesOf(orderIn("PROVIDER_REJECTED"), policy);
    expect(rejected.map(({ kind, at }) => [kind, (at - T0) / DAY_MS])).toEqual([
      ["reminder", 3],
      ["step_lapses", 9],
    ]);
  });
  it("lists deadlines soonest first in every state", () => {
    for (const state of ORDER_STATES) {
      const times = deadlinesOf(
        orderIn(state, state === "PROVIDER_REVIEW" ? { claim, ...missed } : {}),
        POLICY,
      ).map(({ at }) => at);
      expect(times).toEqual([...times].sort((a, b) => a - b));
    }
  });
});

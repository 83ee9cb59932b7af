import { describe, expect, it } from "vitest";
import { type LoggedCall, secondCallsOf } from "./second-call";
import { orderIn, POLICY, policyWith, T0 } from "./testing";

const MINUTE = 60_000;
const OPEN = { ppl_a: { requestBy: T0 + 1e8, requestedAt: null, callBy: null } };
const miss = (at: number, more: Partial<LoggedCall> = {}): LoggedCall => ({
  ...{ personId: "ppl_a", round: 1, number: "phone1", outcome: "NO_ANSWER", at },
  ...more,
});
const due = (calls: readonly LoggedCall[], callbacks: object = OPEN, policy = POLICY) => [
  ...secondCallsOf(orderIn("PROVIDER_REVIEW", { callbacks: callbacks as typeof OPEN }), calls, policy),
];

describe("the second call", () => {
  it("is due an hour after the only miss, or when the provider says", () => {
    expect(due([miss(T0)])).toEqual([["ppl_a", T0 + 60 * MINUTE]]);
    const callback = { ...POLICY.provider.callback, secondCallAfterMinutes: 15 };
    expect(due([miss(T0)], OPEN, policyWith({ callback }))).toEqual([["ppl_a", T0 + 15 * MINUTE]]);
  });

  it("is waited for once: after two misses in a row nobody is called again", () => {
    expect(due([miss(T0), miss(T0 + 60 * MINUTE)])).toEqual([]);
    const between = miss(T0 + MINUTE, { outcome: "CALLBACK_REQUESTED" });
    expect(due([miss(T0), between, miss(T0 + 2 * MINUTE)])).toEqual([["ppl_a", T0 + 62 * MINUTE]]);
  });

  it("is still to come when the emergency number was tried as well, an hour after that", () => {
    const emergency = miss(T0 + 2 * MINUTE, { number: "emergency" });
    expect(due([miss(T0), emergency])).toEqual([["ppl_a", T0 + 62 * MINUTE]]);
    expect(due([miss(T0), emergency, miss(T0 + 63 * MINUTE)])).toEqual([]);
    expect(due([miss(T0), emergency, miss(T0 + 63 * MINUTE, { number: "emergency" })])).toEqual([]);
    // Before calls said so, contact 1 was called.
    expect(due([miss(T0, { number: null }), miss(T0 + MINUTE)])).toEqual([]);
  });

  it.each([
    ["another's miss", [miss(T0, { personId: "ppl_b" })], OPEN],
    ["a miss of an earlier round", [miss(T0, { round: 0 })], OPEN],
    ["no call at all", [], OPEN],
    ["a wait that is over", [miss(T0)], {}],
    ["a call that was promised", [miss(T0)], { ppl_a: { requestBy: T0, requestedAt: T0, callBy: T0 + 1 } }],
  ])("is not waited for after %s", (_name, calls, callbacks) => expect(due(calls, callbacks)).toEqual([]));

  it("ends with the review", () => {
    const rejected = orderIn("PROVIDER_REJECTED", { callbacks: OPEN });
    expect(secondCallsOf(rejected, [miss(T0)], POLICY).size).toBe(0);
  });
});

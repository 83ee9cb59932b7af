import { describe, expect, it, test } from "vitest";
import { decide } from "../lifecycle";
import { evolveAll } from "../lifecycle/evolve";
import { ctxOf, GOOD, orderIn, T0 } from "../lifecycle/testing";
import type { OrderEvent, OrderSnapshot } from "../lifecycle/types";
import { REJECTIONS } from "../policy";
import { DAY_MS, HOUR_MS } from "../policy/calendar";
import { BOOK, findingsOf, rejectionOf, ruleById } from ".";
import { CASES } from "./cases";

const codesOf = (id: string): readonly string[] => {
  const rule = ruleById(id);
  return [...(rule?.rejection ?? []), ...Object.values(rule?.rejectionBy ?? {})];
};
const reasonsIn = ([id, , ctx]: (typeof CASES)[number]): readonly (string | null)[] => {
  const rule = ruleById(id);
  return rule ? findingsOf(rule, ctx).map(rejectionOf) : [];
};
/** Reasons of every row, worked out once. */
const ROWS = CASES.map((row) => ({ codes: codesOf(row[0]), reasons: reasonsIn(row) }));

describe("reasons of rejection", () => {
  test.each(REJECTIONS.filter(({ foundBy }) => foundBy === "rule").map(({ code }) => code))(
    "%s is foreseen by a rule that speaks with it in one row and is silent of it in another",
    (code) => {
      const rows = ROWS.filter(({ codes }) => codes.includes(code));
      expect(rows.some(({ reasons }) => reasons.includes(code))).toBe(true);
      expect(rows.some(({ reasons }) => !reasons.includes(code))).toBe(true);
    },
  );

  it("are found by rules, by time or by the reviewer, each by one of them", () => {
    const finders = new Set(REJECTIONS.map(({ foundBy }) => foundBy));
    expect([...finders].sort()).toEqual(["lifecycle", "reviewer", "rule"]);
    expect(REJECTIONS.filter(({ foundBy }) => foundBy === "lifecycle").map(({ code }) => code)).toEqual([
      "SMS_TIMEOUT",
      "SMS_FAILED",
      "CALLBACK_EXPIRED",
      "ORDER_EXPIRED",
    ]);
  });

  it("that a rule names are in the catalogue", () => {
    const known = new Set<string>(REJECTIONS.map(({ code }) => code));
    expect(BOOK.flatMap(({ id }) => codesOf(id)).filter((code) => !known.has(code))).toEqual([]);
  });
});

describe("reasons time brings about", () => {
  const decided = (
    order: OrderSnapshot,
    command: (typeof GOOD)["sweep"] | (typeof GOOD)["sms_failed"],
    now: number,
  ): readonly OrderEvent[] => {
    const decision = decide(order, command, ctxOf(command.type === "sweep" ? "system" : "authority", now));
    if (!decision.ok) throw new Error(JSON.stringify(decision.error));
    return decision.value;
  };
  const swept = (order: OrderSnapshot, now: number) => decided(order, GOOD.sweep, now);

  test.each([
    ["SMS_TIMEOUT", "timeout"],
    ["SMS_FAILED", "wrong_inputs"],
  ] as const)("%s: the authority reports %s, and time alone does not", (_, cause) => {
    const pending = orderIn("SMS_PENDING");
    const events = decided(pending, { type: "sms_failed", cause }, T0 + HOUR_MS);
    expect(evolveAll(pending, events, T0 + HOUR_MS)).toMatchObject({
      state: "SMS_FAILED",
      smsFailure: cause,
    });
    expect(swept(pending, T0 + 30 * DAY_MS)).toEqual([]);
  });

  it("CALLBACK_EXPIRED: nobody asked for the call in time, and not a millisecond before", () => {
    const waiting = orderIn("PROVIDER_REVIEW", {
      calls: { ppl_a: "NO_ANSWER" },
      callbacks: { ppl_a: { requestBy: T0 + 24 * HOUR_MS, requestedAt: null, callBy: null } },
    });
    expect(swept(waiting, T0 + 24 * HOUR_MS)).toMatchObject([
      { type: "rejected", automatic: true, items: [{ code: "CALLBACK_EXPIRED" }] },
    ]);
    expect(swept(waiting, T0 + 24 * HOUR_MS - 1)).toEqual([]);
  });

  it("ORDER_EXPIRED: 45 days of standing still after a rejection, and not a millisecond before", () => {
    const rejected = orderIn("PROVIDER_REJECTED", { remindedDay: 15 });
    expect(swept(rejected, T0 + 45 * DAY_MS)).toEqual([{ type: "lapsed" }]);
    expect(swept(rejected, T0 + 45 * DAY_MS - 1)).toEqual([]);
  });
});

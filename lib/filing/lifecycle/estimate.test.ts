import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addHours, chinaCalendar, dayOf, shiftDay, startOfDay } from "../policy/calendar";
import { PROVINCES } from "../policy/provinces";
import { type DecisionEstimate, estimateDecision, type Waiting } from "./estimate";
import { ORDER_STATES } from "./states";
import { POLICY, policyWith } from "./testing";

const at = (iso: string) => Date.parse(`${iso}+08:00`);
const order = (over: Partial<Waiting>): Waiting => ({
  state: "AUTHORITY_REVIEW",
  province: "110000",
  since: at("2026-03-09T10:00:00"),
  pushed: null,
  sms: null,
  ...over,
});
const ofOrder = (over: Partial<Waiting>, now = over.since ?? at("2026-03-09T10:00:00"), policy = POLICY) =>
  estimateDecision(order(over), policy, now);
const days = (found: DecisionEstimate | null) => found && [dayOf(found.earliest), dayOf(found.latest)];

/** The n-th working day after a day, one by one: what the estimate must agree with. */
function nthWorkingDay(from: string, n: number): string {
  let day = from;
  for (let left = n; left > 0; ) {
    day = shiftDay(day, 1);
    if (chinaCalendar.dayOf(day).working) left -= 1;
  }
  return day;
}

describe("at the authority", () => {
  it.each(PROVINCES)("$name: $days working days, both ends", ({ code, days: [min, max] }) => {
    for (const since of ["2026-03-09T10:00:00", "2026-02-06T23:30:00", "2026-12-21T09:00:00"]) {
      const day = since.slice(0, 10);
      const found = ofOrder({ province: code, since: at(since) });
      expect(days(found)).toEqual([nthWorkingDay(day, min), nthWorkingDay(day, max)]);
      expect(found?.parts).toMatchObject([
        { step: "authority_review", amount: [min, max], source: "S4: 备案审核" },
      ]);
      expect(found?.legal).toMatchObject({ workingDays: 20, exceeded: ["320000", "530000"].includes(code) });
      expect(dayOf(found?.legal.latest ?? 0)).toBe(nthWorkingDay(day, 20));
    }
  });

  it.each([
    ["320000", "2026-03-20", "2026-04-21", "2026-04-07"],
    ["530000", "2026-03-31", "2026-04-08", "2026-04-07"],
  ])("%s usually takes longer than the law allows, and both are said", (province, from, to, limit) => {
    const found = ofOrder({ province });
    expect(days(found)).toEqual([from, to]);
    expect(found?.legal).toMatchObject({ exceeded: true, source: "O33: art. 12; S4: 备案审核" });
    expect(dayOf(found?.legal.latest ?? 0)).toBe(limit);
  });

  it.each([
    // Shanghai, 3 to 4 working days.
    ["2026-02-11T10:00:00", "2026-02-14", "2026-02-24", "over the Spring Festival and its make-up Saturday"],
    ["2026-09-29T10:00:00", "2026-10-09", "2026-10-10", "over the National Day and its make-up Saturday"],
    ["2026-04-30T10:00:00", "2026-05-08", "2026-05-09", "over the Labour Day and its make-up Saturday"],
    ["2026-12-30T10:00:00", "2027-01-05", "2027-01-06", "over the change of the year"],
    ["2026-03-14T10:00:00", "2026-03-18", "2026-03-19", "from a Saturday"],
  ])("from %s: %s to %s (%s)", (since, from, to) => {
    expect(days(ofOrder({ province: "310000", since: at(since) }))).toEqual([from, to]);
  });

  it("is an estimate as soon as a year without published holidays is looked at", () => {
    const inYear = ofOrder({ province: "310000", since: at("2026-12-25T10:00:00") });
    expect([days(inYear), inYear?.estimated]).toEqual([["2026-12-30", "2026-12-31"], false]);
    expect(inYear?.legal.estimated).toBe(true);
    const beyond = ofOrder({ province: "310000", since: at("2026-12-28T10:00:00") });
    expect([days(beyond), beyond?.estimated]).toEqual([["2026-12-31", "2027-01-04"], true]);
    expect(beyond?.parts.map((part) => part.estimated)).toEqual([true]);
  });

  it("without a province it is what the law allows", () => {
    const found = ofOrder({ province: null });
    expect(found?.parts).toMatchObject([{ amount: [1, 20], source: "O33: art. 12; S4: 备案审核" }]);
    expect(found?.legal.exceeded).toBe(false);
    expect(found?.latest).toBe(found?.legal.latest);
  });
});

describe("before the authority", () => {
  const since = at("2026-03-09T10:00:00");
  const steps = (over: Partial<Waiting>) => ofOrder({ province: "310000", since, ...over });

  it("sums what lies ahead of a submission", () => {
    const found = steps({ state: "PROVIDER_REVIEW" });
    expect(found?.parts.map(({ step, unit, amount }) => [step, unit, amount])).toEqual([
      ["provider_review", "working-days", [1, 2]],
      ["hand_over", "minutes", [10, 10]],
      ["sms", "hours", [0, 24]],
      ["authority_review", "working-days", [3, 4]],
    ]);
    // Review on the 10th or 11th, verified at once or a day later, decided 3 or 4 working days after that.
    expect(days(found)).toEqual(["2026-03-13", "2026-03-18"]);
    for (const [index, part] of (found?.parts ?? []).entries())
      expect(part.begins).toEqual(
        index === 0 ? { earliest: since, latest: since } : found?.parts[index - 1]?.ends,
      );
  });

  it("leaves out what is done", () => {
    expect(days(steps({ state: "READY_FOR_AUTHORITY" }))).toEqual(["2026-03-12", "2026-03-16"]);
    const pending = {
      state: "SMS_PENDING",
      sms: { required: [], done: [], deadline: addHours(since, 5) },
    } as const;
    expect(days(steps(pending))).toEqual(["2026-03-12", "2026-03-13"]);
    expect(days(steps({ state: "SMS_PENDING", sms: null }))).toEqual(["2026-03-12", "2026-03-16"]);
    expect(days(steps({ state: "SMS_FAILED" }))).toEqual(["2026-03-12", "2026-03-17"]);
    expect(steps({ state: "SMS_FAILED" })?.parts.map(({ step }) => step)).toEqual([
      "resend",
      "sms",
      "authority_review",
    ]);
  });

  it("counts no interception once the order is handed over", () => {
    const over = steps({ state: "READY_FOR_AUTHORITY", pushed: 1 });
    expect(over?.parts[0]?.amount).toEqual([0, 0]);
  });

  it("says nothing where nobody but the applicant, or nobody at all, is waited for", () => {
    const silent = ORDER_STATES.filter((state) => steps({ state }) === null);
    expect(silent).toEqual([
      "DRAFT",
      "PROVIDER_REJECTED",
      "AUTHORITY_REJECTED",
      "APPROVED",
      "ABANDONED",
      "EXPIRED",
      "CANCELLED",
      "RETURNED",
    ]);
  });

  it("of a cancellation: no province tells how long, and access asks nobody for a code", () => {
    const of = (type: "CANCEL_ENTITY" | "CANCEL_ACCESS") =>
      steps({ state: "READY_FOR_AUTHORITY", type })?.parts.map(({ step, amount }) => [step, ...amount]);
    expect(of("CANCEL_ENTITY")).toEqual([
      ["hand_over", 0, 0],
      ["sms", 0, 24],
      ["authority_review", 0, 20],
    ]);
    expect(of("CANCEL_ACCESS")?.map(([step]) => step)).toEqual(["hand_over", "authority_review"]);
  });

  it("names no source of the books where the provider set the value himself", () => {
    const policy = policyWith({ providerReviewWorkingDays: [2, 3] });
    const found = ofOrder({ state: "PROVIDER_REVIEW", since }, since, policy);
    expect(found?.parts[0]).toMatchObject({ amount: [2, 3], source: null });
    expect(ofOrder({ state: "PROVIDER_REVIEW", since })?.parts[0]?.source).toBe("S4: 备案审核");
  });
});

describe("as time goes on", () => {
  it("what is late moves everything after it, and is called late", () => {
    const since = at("2026-03-09T10:00:00");
    const now = at("2026-03-16T10:00:00");
    const late = estimateDecision(
      order({ state: "PROVIDER_REVIEW", province: "310000", since }),
      POLICY,
      now,
    );
    expect(late?.overdue).toBe(true);
    expect(days(late)).toEqual(["2026-03-19", "2026-03-23"]);
    const onLastDay = at("2026-03-11T23:59:00");
    const inTime = estimateDecision(order({ state: "PROVIDER_REVIEW", since }), POLICY, onLastDay);
    expect(inTime?.overdue).toBe(false);
  });

  it("never lies in the past, never ends before it begins, and says the same whatever has passed within it", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          "PROVIDER_REVIEW",
          "READY_FOR_AUTHORITY",
          "SMS_PENDING",
          "SMS_FAILED",
          "AUTHORITY_REVIEW",
        ),
        fc.constantFrom(...PROVINCES.map(({ code }) => code)),
        fc.integer({ min: startOfDay("2026-01-01"), max: startOfDay("2027-06-01") }),
        fc.integer({ min: 0, max: 60 * 24 }),
        (state, province, since, hours) => {
          const now = addHours(since, hours);
          const found = estimateDecision(order({ state, province, since }), POLICY, now);
          expect(found?.earliest).toBeGreaterThanOrEqual(now);
          expect(found?.latest).toBeGreaterThanOrEqual(found?.earliest ?? Number.POSITIVE_INFINITY);
          for (const { begins, ends } of found?.parts ?? []) {
            expect(ends.earliest).toBeGreaterThanOrEqual(begins.earliest);
            expect(ends.latest).toBeGreaterThanOrEqual(begins.latest);
          }
        },
      ),
    );
  });
});

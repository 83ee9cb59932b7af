import { expect, it } from "vitest";
import { policyAt } from "../policy";
import { DAY_MS } from "../policy/calendar/time";
import { deadlineFrom, endOfDay, firstLetterDay, lastDay, remindersOf } from "./time";

const at = (text: string) => Date.parse(`${text}+08:00`);

it("ten working days, the last one whole", () => {
  const now = at("2026-11-23T10:00:00");
  const deadline = deadlineFrom(now, policyAt(now));
  expect(lastDay(deadline)).toBe("2026-12-07");
  expect(deadline).toBe(at("2026-12-08T00:00:00"));
  expect(deadline).toBe(endOfDay("2026-12-07"));
});

it("a letter that staff type leaves five days at least", () => {
  const now = at("2026-11-23T23:59:59");
  expect(firstLetterDay(now, policyAt(now))).toBe("2026-11-28");
  expect(firstLetterDay(now + 1000, policyAt(now))).toBe("2026-11-29");
});

it("the clock reminds three days and one day before, and when it is over; what is past is not made up for", () => {
  const deadline = at("2026-12-08T00:00:00");
  const policy = policyAt(deadline);
  const days = (now: number) => remindersOf(deadline, now, policy).map((when) => (deadline - when) / DAY_MS);
  expect(days(at("2026-11-23T10:00:00"))).toEqual([3, 1, 0]);
  expect(days(at("2026-12-05T00:00:00") - 1)).toEqual([3, 1, 0]);
  expect(days(at("2026-12-05T00:00:00"))).toEqual([1, 0]);
  expect(days(deadline + 1)).toEqual([0]);
});

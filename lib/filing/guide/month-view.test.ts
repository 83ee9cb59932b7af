import { expect, it } from "vitest";
import { estimateDecision } from "../lifecycle/estimate";
import { policyAt } from "../policy";
import { monthsOf } from "./month-view";

const since = Date.parse("2026-09-28T09:00:00+08:00");
const policy = policyAt(since);
const order = { state: "PROVIDER_REVIEW", province: "310000", since, pushed: null, sms: null } as const;

it("draws whole weeks of every month the count touches, with what each day is", () => {
  const estimate = estimateDecision(order, policy, since);
  if (estimate === null) throw new Error("no estimate");
  const months = monthsOf("2026-09-28", estimate, policy.calendar);
  expect(months.map(({ month }) => month)).toEqual(["2026-09", "2026-10", "2026-11"]);
  for (const { weeks } of months) for (const week of weeks) expect(week).toHaveLength(7);
  const days = months.flatMap(({ weeks }) => weeks.flat()).filter((day) => day !== null);
  expect(days).toHaveLength(30 + 31 + 30);
  const find = (day: string) => days.find((one) => one.day === day);
  expect(find("2026-09-28")?.marks).toEqual(["start"]);
  expect(find("2026-09-29")?.marks).toEqual(["provider_review"]);
  expect(find("2026-10-01")).toMatchObject({ working: false, holiday: "national", makeUp: false });
  expect(find("2026-10-10")).toMatchObject({ working: true, makeUp: true, holiday: null });
  expect(days.filter(({ marks }) => marks.includes("limit"))).toHaveLength(1);
  expect(days.filter(({ marks }) => marks.includes("decision"))[0]?.day).toBe("2026-10-09");
  // Monday first.
  expect(months[1]?.weeks[0]?.map((day) => day?.day.slice(8) ?? "")).toEqual([
    "",
    "",
    "",
    "01",
    "02",
    "03",
    "04",
  ]);
});

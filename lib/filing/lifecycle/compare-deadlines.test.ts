import { expect, test } from "vitest";
import { DAY_MS } from "../policy/calendar/time";
import { movedDeadlines } from "./compare-deadlines";
import { orderIn, POLICY, policyWith, T0 } from "./testing";

const draft = orderIn("DRAFT");
const days = (draftValidityDays: number, from: number) =>
  movedDeadlines(draft, POLICY, policyWith({ draftValidityDays }), T0 + from * DAY_MS);
const moved = (before: number, after: number) => [
  { kind: "draft_expires", before: T0 + before * DAY_MS, after: T0 + after * DAY_MS },
];

test("another validity moves the end of a draft", () => {
  expect(days(40, 0)).toEqual(moved(30, 40));
  expect(days(20, 0)).toEqual(moved(30, 20));
  expect(days(30, 0)).toEqual([]);
});

test("nothing runs out before the policy is there, and what has run out by then is left alone", () => {
  expect(days(20, 25)).toEqual(moved(30, 25));
  expect(days(20, 30)).toEqual(moved(30, 30).slice(1));
  expect(days(20, 31)).toEqual([]);
  expect(days(40, 31)).toEqual([]);
});

test("reminders that would have been due before are not made up for", () => {
  const rejected = orderIn("PROVIDER_REJECTED");
  const other = policyWith({ rejectReminderDays: [2, 10, 15] });
  expect(movedDeadlines(rejected, POLICY, other, T0)).toEqual([
    { kind: "reminder", before: T0 + 5 * DAY_MS, after: T0 + 2 * DAY_MS },
  ]);
  expect(movedDeadlines(rejected, POLICY, other, T0 + 6 * DAY_MS)).toEqual([]);
});

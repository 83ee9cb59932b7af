import { describe, expect, it } from "vitest";
import { deskHref, filtersOf, filtersOfQuery, type QueueFilters, queryOf, queueHref } from "./queue-filters";

const USER = "01900000-0000-7000-8000-000000000000";
const FULL: QueueFilters = {
  ...{
    province: "330000",
    type: "FIRST_FILING",
    kind: "person",
    round: "again",
    by: USER,
    due: "2026-11-25",
  },
};

describe("the filters of an address", () => {
  it("come back as they went, in one order", () => {
    expect(filtersOf(FULL as Record<string, string>)).toEqual(FULL);
    expect(filtersOfQuery(queryOf(FULL))).toEqual(FULL);
    const turned = Object.fromEntries(Object.entries(FULL).reverse());
    expect(queryOf(turned)).toBe(queryOf(FULL));
  });

  it.each([
    ["province", "999999"],
    ["province", "constructor"],
    ["type", "SOMETHING"],
    ["kind", "robot"],
    ["round", "3"],
    ["by", "somebody"],
    ["by", "' or 1=1 --"],
    ["due", "2026-02-30"],
    ["due", "2026-13-01"],
    ["due", "tomorrow"],
    ["due", ""],
    ["unknown", "x"],
  ])("leave out %s=%s", (key, value) => expect(filtersOf({ [key]: value })).toEqual({}));

  it("take the last day of February, nobody as reviewer, and no lists", () => {
    expect(filtersOf({ due: "2028-02-29", by: "none" })).toEqual({ due: "2028-02-29", by: "none" });
    expect(filtersOf({ kind: ["unit", "person"] })).toEqual({});
  });

  it("make the addresses of a view and of an order opened from it", () => {
    expect(queueHref("mine", {})).toBe("/review/queue/mine");
    expect(queueHref("due", { kind: "unit" }, "saved=x")).toBe("/review/queue/due?kind=unit&saved=x");
    expect(deskHref("o1", "due", { kind: "unit" })).toBe("/review/orders/o1?view=due&kind=unit");
  });
});

import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { addDays, addMonths, ageOn, isDay } from "./dates";

/** The machine's own calendar as the oracle. */
const byCalendar = (value: string) => {
  const parsed = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().slice(0, 10) === value;
};
const pad = (n: number, length: number) => String(n).padStart(length, "0");

describe("a day", () => {
  test.each([
    ["2024-02-29", true],
    ["2023-02-29", false],
    ["1900-02-29", false],
    ["2000-02-29", true],
    ["2026-04-31", false],
    ["2026-12-31", true],
    ["2026-00-10", false],
    ["2026-13-10", false],
    ["2026-01-00", false],
    ["2026-1-1", false],
    ["2026-01-01 ", false],
    [undefined, false],
  ])("%s: %s", (value, real) => expect(isDay(value)).toBe(real));

  it("is what the calendar of the machine says", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9999 }),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 0, max: 32 }),
        (y, m, d) => {
          const value = `${pad(y, 4)}-${pad(m, 2)}-${pad(d, 2)}`;
          expect(isDay(value)).toBe(byCalendar(value));
        },
      ),
    );
  });
});

describe("arithmetic of days", () => {
  it("keeps to the end of shorter months, and counts whole years", () => {
    expect(addMonths("2026-11-30", 3)).toBe("2027-02-28");
    expect(addMonths("2026-11-21", 3)).toBe("2027-02-21");
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(ageOn("2008-11-22", "2026-11-21")).toBe(17);
    expect(ageOn("2008-11-21", "2026-11-21")).toBe(18);
  });
});

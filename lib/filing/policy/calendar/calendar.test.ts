import chineseDays from "chinese-days/dist/chinese-days.json";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chinaCalendar } from "./calendar";
import { HOLIDAYS } from "./holidays";
import {
  addNaturalDays,
  addWorkingDays,
  DAY_MS,
  dayOf,
  latestStart,
  shiftDay,
  startOfDay,
  weekdayOf,
  workingDaysBetween,
} from "./time";

const daysOf = (year: number): string[] => {
  const days: string[] = [];
  for (let day = `${year}-01-01`; day.startsWith(String(year)); day = shiftDay(day, 1)) days.push(day);
  return days;
};
const at = (iso: string) => Date.parse(`${iso}+08:00`);

/** The library's data, not its functions: those answer by the machine's zone (wrong in New York). */
const { holidays, workdays } = chineseDays as Record<"holidays" | "workdays", Record<string, string>>;
const oracle = (day: string) => day in workdays || (!(day in holidays) && weekdayOf(day) % 6 !== 0);

describe("chinaCalendar", () => {
  it.each([2024, 2025, 2026])("agrees with chinese-days on every day of %i", (year) => {
    const days = daysOf(year);
    expect(days.length).toBe(year % 4 === 0 ? 366 : 365);
    const differing = days.filter((day) => chinaCalendar.dayOf(day).working !== oracle(day));
    expect(differing).toEqual([]);
    expect(chinaCalendar.dayOf(`${year}-07-01`).certainty).toBe("published");
    expect(HOLIDAYS[year]?.notice).toMatch(/国办发明电〔\d{4}〕\d+号/);
  });

  it("only makes weekends up, and only in published years", () => {
    for (const [year, { worked, status }] of Object.entries(HOLIDAYS)) {
      for (const day of worked) expect([0, 6], `${year}-${day}`).toContain(weekdayOf(`${year}-${day}`));
      if (status === "estimated") expect(worked).toEqual([]);
    }
  });

  it("estimates 2027 with its statutory days, unlike the library", () => {
    expect(chinaCalendar.dayOf("2027-01-01")).toEqual({ working: false, certainty: "estimated" });
    expect(chinaCalendar.dayOf("2027-01-04")).toEqual({ working: true, certainty: "estimated" });
    for (const day of ["2027-02-05", "2027-02-08", "2027-04-05", "2027-06-09", "2027-09-15", "2027-10-01"])
      expect(chinaCalendar.dayOf(day).working, day).toBe(false);
  });

  it("knows weekends and fixed days of years nobody entered", () => {
    expect(chinaCalendar.dayOf("2031-10-01")).toEqual({ working: false, certainty: "estimated" });
    expect(chinaCalendar.dayOf("2031-10-08")).toEqual({ working: true, certainty: "estimated" });
    expect(chinaCalendar.dayOf("2031-10-11").working).toBe(false);
  });
});

describe("civil time", () => {
  it("is Asia/Shanghai whatever the server's zone", () => {
    expect(dayOf(at("2026-11-21T00:00:00"))).toBe("2026-11-21");
    expect(dayOf(at("2026-11-21T00:00:00") - 1)).toBe("2026-11-20");
    expect(startOfDay("2026-11-21")).toBe(Date.UTC(2026, 10, 20, 16));
    expect(weekdayOf("2026-11-21")).toBe(6);
  });

  it("agrees with Intl on any instant", () => {
    const format = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" });
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2040, 0) }), (ms) => {
        expect(dayOf(ms)).toBe(format.format(ms));
        expect(startOfDay(dayOf(ms))).toBeLessThanOrEqual(ms);
        expect(startOfDay(dayOf(ms)) + DAY_MS).toBeGreaterThan(ms);
      }),
    );
  });

  it("counts a natural day as 24 hours", () => {
    expect(addNaturalDays(at("2026-03-08T01:30:00"), 1)).toBe(at("2026-03-09T01:30:00"));
  });
});

describe("working days", () => {
  const add = (iso: string, n: number) => {
    const { at: ms, estimated } = addWorkingDays(at(iso), n, chinaCalendar);
    return { day: dayOf(ms), midnight: ms === startOfDay(dayOf(ms)), estimated };
  };
  it.each([
    ["2026-11-18T09:00:00", 1, "2026-11-19", "the day after"],
    ["2026-11-18T23:59:59", 1, "2026-11-19", "however late the day began"],
    ["2026-11-20T09:00:00", 1, "2026-11-23", "over a weekend"],
    ["2026-11-21T09:00:00", 1, "2026-11-23", "from a Saturday"],
    ["2026-09-30T09:00:00", 1, "2026-10-08", "over the National Day holiday"],
    ["2026-10-09T09:00:00", 1, "2026-10-10", "onto a make-up Saturday"],
    ["2026-02-13T09:00:00", 3, "2026-02-25", "over the Spring Festival with its make-up Saturday before"],
    ["2026-11-20T09:00:00", 20, "2026-12-18", "the legal maximum"],
  ])("%s + %i = %s (%s)", (from, n, day) => {
    expect(add(from, n)).toEqual({ day, midnight: true, estimated: false });
  });

  it("is an estimate as soon as it looks into a year without notice", () => {
    expect(add("2026-12-30T09:00:00", 1)).toEqual({ day: "2026-12-31", midnight: true, estimated: false });
    expect(add("2026-12-30T09:00:00", 2)).toEqual({ day: "2027-01-04", midnight: true, estimated: true });
  });

  it("needs nothing to pass for zero days", () => {
    expect(addWorkingDays(at("2026-10-01T12:00:00"), 0, chinaCalendar)).toEqual({
      at: at("2026-10-01T12:00:00"),
      estimated: false,
    });
  });

  it("adding and counting are two views of one thing", () => {
    const instant = fc.integer({ min: at("2024-01-01T00:00:00"), max: at("2027-06-01T00:00:00") });
    fc.assert(
      fc.property(
        instant,
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: -2, max: 60 * DAY_MS }),
        (t, n, later) => {
          const due = addWorkingDays(t, n, chinaCalendar).at;
          expect(workingDaysBetween(t, due, chinaCalendar).days).toBe(n);
          expect(workingDaysBetween(t, due - 1, chinaCalendar).days).toBe(n - 1);
          expect(due <= t + later).toBe(workingDaysBetween(t, t + later, chinaCalendar).days >= n);
        },
      ),
    );
  });
});

describe("the last start of a wait", () => {
  it.each(["2026-03-13", "2026-03-15", "2026-03-16", "2026-10-08"])(
    "is the other side of it, due %s",
    (day) => {
      for (const n of [0, 1, 2, 20]) {
        const last = latestStart(day, n, chinaCalendar);
        expect(dayOf(addWorkingDays(last, n, chinaCalendar).at) <= day, `${n} in time`).toBe(true);
        expect(dayOf(addWorkingDays(last + 1, n, chinaCalendar).at) > day, `${n} too late`).toBe(true);
      }
    },
  );
});

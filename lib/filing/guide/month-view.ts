import type { DecisionEstimate, EstimateStep } from "../lifecycle/estimate";
import { dayOf, shiftDay, weekdayOf } from "../policy/calendar";
import { HOLIDAYS, type Holiday } from "../policy/calendar/holidays";
import type { WorkingCalendar } from "../policy/types";

/** What a day is in the count of an estimate. */
export type DayMark = "start" | EstimateStep | "decision" | "limit";

export interface CalendarDay {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly working: boolean;
  /** A weekend day that is worked. */
  readonly makeUp: boolean;
  readonly holiday: Holiday | null;
  readonly marks: readonly DayMark[];
}
export interface CalendarMonth {
  /** `YYYY-MM`. */
  readonly month: string;
  /** Weeks from Monday on; null outside the month. */
  readonly weeks: readonly (readonly (CalendarDay | null)[])[];
}

/** The holiday a day belongs to, of the years that are entered. */
function holidayOf(day: string): Holiday | null {
  const monthDay = day.slice(5);
  const found = HOLIDAYS[Number(day.slice(0, 4))]?.off.find(
    ([from, to]) => from <= monthDay && monthDay <= to,
  );
  return found?.[2] ?? null;
}

function marksOf(day: string, start: string, estimate: DecisionEstimate): readonly DayMark[] {
  const marks: DayMark[] = day === start ? ["start"] : [];
  for (const { step, unit, begins, ends } of estimate.parts) {
    const isLast = step === "authority_review";
    const counted = unit === "working-days" && !isLast;
    if (counted && dayOf(begins.earliest) < day && day <= dayOf(ends.latest)) marks.push(step);
  }
  if (dayOf(estimate.earliest) <= day && day <= dayOf(estimate.latest)) marks.push("decision");
  if (day === dayOf(estimate.legal.latest)) marks.push("limit");
  return marks;
}

/** The months from a start to the last day of an estimate, day by day. */
export function monthsOf(
  start: string,
  estimate: DecisionEstimate,
  calendar: WorkingCalendar,
): readonly CalendarMonth[] {
  const end = dayOf(Math.max(estimate.latest, estimate.legal.latest)).slice(0, 7);
  const months: CalendarMonth[] = [];
  for (
    let first = `${start.slice(0, 7)}-01`;
    first.slice(0, 7) <= end;
    first = `${shiftDay(first, 31).slice(0, 7)}-01`
  )
    months.push(monthOf(first, start, estimate, calendar));
  return months;
}

function monthOf(
  first: string,
  start: string,
  estimate: DecisionEstimate,
  calendar: WorkingCalendar,
): CalendarMonth {
  const month = first.slice(0, 7);
  const cells: (CalendarDay | null)[] = Array.from({ length: (weekdayOf(first) + 6) % 7 }, () => null);
  for (let day = first; day.startsWith(month); day = shiftDay(day, 1)) {
    const { working } = calendar.dayOf(day);
    const makeUp = working && weekdayOf(day) % 6 === 0;
    cells.push({
      day,
      working,
      makeUp,
      holiday: working ? null : holidayOf(day),
      marks: marksOf(day, start, estimate),
    });
  }
  while (cells.length % 7 !== 0) cells.push(null);
  const weeks = Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
  return { month, weeks };
}

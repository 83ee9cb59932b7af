import type { DayKind, WorkingCalendar } from "../types";
import { FIXED_DAYS_OFF, HOLIDAYS, type HolidayYear } from "./holidays";
import { dayOfNumber, numberOfDay, weekdayOf } from "./time";

const isWeekend = (day: string): boolean => weekdayOf(day) % 6 === 0;

function isWorking(day: string, year: HolidayYear | undefined): boolean {
  const monthDay = day.slice(5);
  if (year === undefined) return !isWeekend(day) && !FIXED_DAYS_OFF.includes(monthDay);
  if (year.worked.includes(monthDay)) return true;
  return !isWeekend(day) && !year.off.some(([from, to]) => from <= monthDay && monthDay <= to);
}

const kind = (working: boolean, certainty: DayKind["certainty"]): DayKind => ({ working, certainty });
/** The four answers there are, shared: a walk over many days makes nothing. */
const KINDS = {
  published: { true: kind(true, "published"), false: kind(false, "published") },
  estimated: { true: kind(true, "estimated"), false: kind(false, "estimated") },
} as const;

function kindOf(day: string): DayKind {
  const year = HOLIDAYS[Number(day.slice(0, 4))];
  return KINDS[year?.status ?? "estimated"][isWorking(day, year) ? "true" : "false"];
}

/** Days asked before; emptied when it has seen some twenty years, so that it cannot grow without end. */
const seen = new Map<number, DayKind>();
const SEEN_LIMIT = 8000;

function onDay(number: number): DayKind {
  const known = seen.get(number);
  if (known !== undefined) return known;
  if (seen.size >= SEEN_LIMIT) seen.clear();
  const found = kindOf(dayOfNumber(number));
  seen.set(number, found);
  return found;
}

/** The mainland's calendar of working days. Years without a published notice answer with certainty `estimated`. */
export const chinaCalendar: WorkingCalendar = { onDay, dayOf: (day) => onDay(numberOfDay(day)) };

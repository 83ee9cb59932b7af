import type { WorkingCalendar } from "../types";

/**
 * Civil time of the product is Asia/Shanghai: UTC+8 all year, since 1991 without summer time. So it is plain
 * arithmetic on epoch milliseconds, and the server's own zone never matters.
 */
export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
const OFFSET_MS = 8 * HOUR_MS;

/** The civil day of an instant, `YYYY-MM-DD`. */
export const dayOf = (ms: number): string => new Date(ms + OFFSET_MS).toISOString().slice(0, 10);

/** The instant a civil day begins, 00:00 Asia/Shanghai. */
export const startOfDay = (day: string): number => Date.parse(`${day}T00:00:00.000Z`) - OFFSET_MS;

/** Number of the civil day of an instant, counted from 1970-01-01. */
const dayNumber = (ms: number): number => Math.floor((ms + OFFSET_MS) / DAY_MS);
const startOfNumber = (number: number): number => number * DAY_MS - OFFSET_MS;
/** The civil day of a number. */
export const dayOfNumber = (number: number): string => dayOf(startOfNumber(number));
/** The number of a civil day, counted from 1970-01-01. */
export const numberOfDay = (day: string): number => dayNumber(startOfDay(day));

/** The civil day `n` days after (or before) a civil day. */
export const shiftDay = (day: string, n: number): string => dayOf(startOfDay(day) + n * DAY_MS);

/** 0 = Sunday … 6 = Saturday. */
export const weekdayOf = (day: string): number => new Date(startOfDay(day) + OFFSET_MS).getUTCDay();

/** Hours are exact. */
export const addHours = (ms: number, hours: number): number => ms + hours * HOUR_MS;

/** n natural days = n × 24 hours. */
export const addNaturalDays = (ms: number, n: number): number => ms + n * DAY_MS;

/** An answer of the calendar; `estimated` when any day it looked at lies in a year without a published notice. */
export interface WorkingInstant {
  readonly at: number;
  readonly estimated: boolean;
}

/**
 * The instant from which "n working days since `ms` have passed" is true: 00:00 of the n-th working day *after* the
 * civil day of `ms` (design.md §2, Time). For n ≤ 0 nothing has to pass, so it is `ms` itself. Read as a promise ("within
 * n working days") the whole of that civil day still counts: show the day, not the hour.
 */
export function addWorkingDays(ms: number, n: number, calendar: WorkingCalendar): WorkingInstant {
  if (n <= 0) return { at: ms, estimated: false };
  let day = dayNumber(ms);
  let left = n;
  let estimated = false;
  while (left > 0) {
    day += 1;
    const found = calendar.onDay(day);
    if (found.certainty === "estimated") estimated = true;
    if (found.working) left -= 1;
  }
  return { at: startOfNumber(day), estimated };
}

/** The last instant from which n working days are over on that civil day or before; the other way round than above. */
export function latestStart(dueDay: string, n: number, calendar: WorkingCalendar): number {
  const due = startOfDay(dueDay);
  let start = due;
  while (addWorkingDays(start, n, calendar).at > due) start -= DAY_MS;
  return start + DAY_MS - 1;
}

/**
 * How many working days have passed from `from` to `to`: those after the civil day of `from`, up to and including the
 * civil day of `to`. So `addWorkingDays(t, n) <= now` says the same as `workingDaysBetween(t, now) >= n`.
 */
export function workingDaysBetween(
  from: number,
  to: number,
  calendar: WorkingCalendar,
): { readonly days: number; readonly estimated: boolean } {
  const last = dayNumber(to);
  let days = 0;
  let estimated = false;
  for (let day = dayNumber(from) + 1; day <= last; day += 1) {
    const found = calendar.onDay(day);
    if (found.certainty === "estimated") estimated = true;
    if (found.working) days += 1;
  }
  return { days, estimated };
}

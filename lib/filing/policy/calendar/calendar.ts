import type { WorkingCalendar } from "../types";
import { FIXED_DAYS_OFF, HOLIDAYS, type HolidayYear } from "./holidays";
import { weekdayOf } from "./time";

const isWeekend = (day: string): boolean => weekdayOf(day) % 6 === 0;

function isWorking(day: string, year: HolidayYear | undefined): boolean {
  const monthDay = day.slice(5);
  if (year === undefined) return !isWeekend(day) && !FIXED_DAYS_OFF.includes(monthDay);
  if (year.worked.includes(monthDay)) return true;
  return !isWeekend(day) && !year.off.some(([from, to]) => from <= monthDay && monthDay <= to);
}

/** The mainland's calendar of working days. Years without a published notice answer with certainty `estimated`. */
export const chinaCalendar: WorkingCalendar = {
  dayOf(day) {
    const year = HOLIDAYS[Number(day.slice(0, 4))];
    return { working: isWorking(day, year), certainty: year?.status ?? "estimated" };
  },
};

import { addWorkingDays, DAY_MS, dayOf, shiftDay, startOfDay } from "../policy/calendar/time";
import type { Policy } from "../policy/types";

/** The end of a civil day, which is the beginning of the next. */
export const endOfDay = (day: string): number => startOfDay(shiftDay(day, 1));
/** The last day on which it may still be mended. */
export const lastDay = (deadline: number): string => dayOf(deadline - 1);

/** The provider's own deadline, counted from when it told the owner. */
export const deadlineFrom = (now: number, { provider, calendar }: Policy): number =>
  endOfDay(dayOf(addWorkingDays(now, provider.inspection.workingDays, calendar).at));

/** The earliest last day of a letter that staff type. */
export const firstLetterDay = (now: number, { provider }: Policy): string =>
  shiftDay(dayOf(now), provider.inspection.letterDays);

/** When the clock reminds: so many days before the end that are still to come, and at the end itself. */
export const remindersOf = (deadline: number, now: number, { provider }: Policy): readonly number[] =>
  [...provider.inspection.reminderDays.map((days) => deadline - days * DAY_MS), deadline]
    .filter((at) => at > now || at === deadline)
    .sort((a, b) => a - b);

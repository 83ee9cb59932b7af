/** Civil days as text, `YYYY-MM-DD`. Instants and working days: `policy/calendar`. */

const ZERO = 48;
const HYPHEN = 45;

/** The number written in these digits; NaN when one of them is none. Nothing is cut out: rules ask it often. */
function numberAt(text: string, from: number, to: number): number {
  let number = 0;
  for (let i = from; i < to; i += 1) {
    const digit = text.charCodeAt(i) - ZERO;
    if (digit < 0 || digit > 9) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}

/** A real calendar day in the form `YYYY-MM-DD`? */
export function isDay(value: string | undefined): value is string {
  if (value === undefined || value.length !== 10) return false;
  if (value.charCodeAt(4) !== HYPHEN || value.charCodeAt(7) !== HYPHEN) return false;
  const year = numberAt(value, 0, 4);
  const month = numberAt(value, 5, 7);
  const day = numberAt(value, 8, 10);
  if (!(year >= 0 && month >= 1 && month <= 12 && day >= 1)) return false;
  // Up to the 28th every month has the day; the calendar is asked for the rest only.
  return day <= 28 || day <= lastDayOf(year, month);
}

const digits = (value: string, at: number): number => numberAt(value, at, at + 2);
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const lastDayOf = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (LENGTHS[month - 1] ?? 0);

/** The same day n months later; the last of the month when that month is shorter. */
export function addMonths(day: string, months: number): string {
  const count = Number(day.slice(0, 4)) * 12 + digits(day, 5) - 1 + months;
  const year = Math.floor(count / 12);
  const month = count - year * 12 + 1;
  const last = Math.min(digits(day, 8), lastDayOf(year, month));
  return `${String(year).padStart(4, "0")}-${twoDigits(month)}-${twoDigits(last)}`;
}

const twoDigits = (value: number): string => (value < 10 ? `0${value}` : String(value));

/** Completed years of life on a day. */
export function ageOn(birth: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return day.slice(5) < birth.slice(5) ? years - 1 : years;
}

/** The day n days later, or earlier for a negative n. */
export const addDays = (day: string, n: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10);

import { type Locale, TIME_ZONE } from "./locales";

const DAY_MS = 86_400_000;

/** One shape for both languages: numeric parts, en-GB order, 24 hours. */
const PARTS = new Intl.DateTimeFormat("en-GB", {
  timeZone: TIME_ZONE,
  year: "numeric",
  month: "short",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
});
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"];

type CivilParts = { year: string; month: string; day: string; time: string; second: string };

function civil(ms: number): CivilParts {
  const part = (type: string) => PARTS.formatToParts(ms).find((p) => p.type === type)?.value ?? "";
  return {
    year: part("year"),
    month: part("month"),
    day: part("day"),
    time: `${part("hour")}:${part("minute")}`,
    second: part("second"),
  };
}

function monthNumber(name: string): string {
  return String(MONTHS.findIndex((m) => name.startsWith(m.slice(0, 3))) + 1).padStart(2, "0");
}

/** The civil day as `2026-11-21`: value of date inputs, key of calendars, `datetime` of days. */
export function isoDay(ms: number): string {
  const { year, month, day } = civil(ms);
  return `${year}-${monthNumber(month)}-${day}`;
}

/** `2026-11-21` in Chinese, `21 Nov 2026` in English. */
export function formatDate(ms: number, locale: Locale): string {
  const { year, month, day } = civil(ms);
  return locale === "en" ? `${Number(day)} ${month.slice(0, 3)} ${year}` : isoDay(ms);
}

/** `14:03`, 24 hours, in both languages. */
export function formatTime(ms: number): string {
  return civil(ms).time;
}

/** `14:03:09`, for waits of seconds. */
export function formatTimeSeconds(ms: number): string {
  const { time, second } = civil(ms);
  return `${time}:${second}`;
}

/** Date and minute: `2026-11-21 14:03`, `21 Nov 2026, 14:03`. */
export function formatDateTime(ms: number, locale: Locale): string {
  return `${formatDate(ms, locale)}${locale === "en" ? "," : ""} ${formatTime(ms)}`;
}

/** Date and second, for audit rows. */
export function formatDateTimeSeconds(ms: number, locale: Locale): string {
  return `${formatDateTime(ms, locale)}:${civil(ms).second}`;
}

/** Civil days from `now` to `ms`; negative when past. */
export function dayDistance(ms: number, now: number): number {
  return Math.round((Date.parse(isoDay(ms)) - Date.parse(isoDay(now))) / DAY_MS);
}

/** "today", "tomorrow", "in 3 days", "2 days ago", counted in civil days. */
export function formatRelativeDays(ms: number, now: number, locale: Locale): string {
  return new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(dayDistance(ms, now), "day");
}

/** Bytes for people: `812 KB`, `3.4 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const kilobytes = bytes / 1024;
  return kilobytes < 1000 ? `${Math.round(kilobytes)} KB` : `${(kilobytes / 1024).toFixed(1)} MB`;
}

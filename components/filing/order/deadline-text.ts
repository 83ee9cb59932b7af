import type { Deadline } from "@/lib/filing/lifecycle/types";
import { DAY_MS } from "@/lib/filing/policy/calendar/time";
import { formatDate, formatDateTime } from "@/lib/messages/format";
import type { Locale } from "@/lib/messages/locales";

/** Working-day expectations are days, everything else has an hour. */
const BY_DAY: readonly Deadline["kind"][] = [
  "provider_review_expected",
  "authority_review_expected",
  "authority_review_limit",
  "draft_expires",
  "step_lapses",
];

/** Placeholders of `deadlines.<kind>.text`. */
export function deadlineParams(deadline: Deadline, locale: Locale): { date: string; from: string } {
  const byDay = BY_DAY.includes(deadline.kind);
  const write = (ms: number) => (byDay ? formatDate(ms, locale) : formatDateTime(ms, locale));
  return { date: write(deadline.at), from: write(deadline.from ?? deadline.at) };
}

/** A day counted in whole remaining days; below a day it is urgent. */
const _isUrgent = (deadline: Deadline, now: number): boolean =>
  deadline.enforced && deadline.at - now < DAY_MS;

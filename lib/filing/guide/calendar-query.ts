import type { Waiting } from "../lifecycle/estimate";
import { dayOf, startOfDay } from "../policy/calendar";
import type { Policy } from "../policy/types";
import { isDay } from "../shared/dates";
import { chosen, firstValues, type Query } from "./query";

export const CALENDAR_STEPS = ["submitted", "authority"] as const;

export interface CalendarQuery {
  readonly province: string;
  /** `YYYY-MM-DD`. */
  readonly from: string;
  readonly step: (typeof CALENDAR_STEPS)[number];
  /** The order the estimate is asked about. */
  readonly order: Waiting;
}

const BEIJING = "110000";
/** Years a count may begin in: what people ask about, and a bound for the walk. */
const FIRST_DAY = "2020-01-01";
const LAST_DAY = "2099-12-31";

/** What an address asks the calendar; nonsense is today, in Beijing, submitted. */
export function readCalendarQuery(query: Query, policy: Policy, now: number): CalendarQuery {
  const values = firstValues(query);
  const code = values.province ?? "";
  const day = values.from ?? "";
  const province = Object.hasOwn(policy.provinces, code) ? code : BEIJING;
  const from = isDay(day) && FIRST_DAY <= day && day <= LAST_DAY ? day : dayOf(now);
  const step = chosen(CALENDAR_STEPS).parse(values.step) ?? "submitted";
  const state = step === "submitted" ? "PROVIDER_REVIEW" : "AUTHORITY_REVIEW";
  return {
    province,
    from,
    step,
    order: { state, province, since: startOfDay(from), pushed: null, sms: null },
  };
}

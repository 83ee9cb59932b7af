import { personById } from "@/lib/filing/application/access";
import type { ApplicationDraft } from "@/lib/filing/application/draft";
import type { OrderSnapshot } from "@/lib/filing/lifecycle/types";
import { dayOf, HOUR_MS, shiftDay, startOfDay } from "@/lib/filing/policy/calendar/time";
import type { Policy } from "@/lib/filing/policy/types";
import { maskPhone } from "@/lib/filing/shared/mask";
import { maskName } from "./names";

export interface LeadView {
  readonly personId: string;
  /** Masked. */
  readonly name: string;
  readonly phone: string;
  readonly done: boolean;
}

/** What somebody waiting for a code needs to know. */
export interface SmsView {
  readonly leads: readonly LeadView[];
  readonly deadline: number;
  /** Left of it, whole hours and the minutes beyond them; both 0 when it has passed. */
  readonly left: { readonly hours: number; readonly minutes: number };
  /** When the authority sends again by itself; null when that has passed, or comes after the deadline. */
  readonly autoResendAt: number | null;
  readonly resends: number;
  readonly wrongInputs: number;
  readonly validHours: number;
}

const MINUTE_MS = 60_000;

/** The SMS verification an order is in; null outside that state. */
export function smsOf(
  { state, sms, since }: OrderSnapshot,
  app: ApplicationDraft,
  { provider }: Policy,
  now: number,
): SmsView | null {
  if (state !== "SMS_PENDING" || sms === null) return null;
  const left = Math.max(0, sms.deadline - now);
  const again = startOfDay(shiftDay(dayOf(since), 1)) + provider.smsAutoResendHour * HOUR_MS;
  return {
    leads: sms.required.map((personId) => leadOf(personId, app, sms.done.includes(personId))),
    deadline: sms.deadline,
    left: {
      hours: Math.floor(left / HOUR_MS),
      minutes: Math.floor((left % HOUR_MS) / MINUTE_MS),
    },
    autoResendAt: again > now && again < sms.deadline ? again : null,
    resends: provider.smsResendMaxPer24h,
    wrongInputs: provider.smsMaxWrongInputs,
    validHours: provider.smsCodeValidHours,
  };
}

function leadOf(personId: string, app: ApplicationDraft, done: boolean): LeadView {
  const person = personById(app, personId);
  const phone = person?.phone1 === undefined ? "" : maskPhone(person.phone1);
  return { personId, name: maskName(person?.name), phone, done };
}

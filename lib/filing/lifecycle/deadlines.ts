import { addHours, addNaturalDays, addWorkingDays } from "../policy/calendar/time";
import type { Policy } from "../policy/types";
import { cancelDays, reviewDays } from "./cancel-review";
import { isCancellation, lifeOf } from "./life";
import type { Callback, Deadline, DeadlineKind, OrderSnapshot } from "./types";

const MINUTE_MS = 60_000;

const enforced = (kind: DeadlineKind, at: number): Deadline => ({
  kind,
  at,
  enforced: true,
  estimated: false,
});
const promised = (kind: DeadlineKind, at: number): Deadline => ({
  kind,
  at,
  enforced: false,
  estimated: false,
});

/** An expectation of `[min, max]` working days since the state was entered, as the days it may fall on. */
function expected(
  kind: DeadlineKind,
  order: OrderSnapshot,
  days: readonly [number, number],
  policy: Policy,
): Deadline {
  const from = addWorkingDays(order.since, days[0], policy.calendar);
  const to = addWorkingDays(order.since, days[1], policy.calendar);
  return { kind, at: to.at, from: from.at, enforced: false, estimated: to.estimated };
}

function whileRejected(order: OrderSnapshot, policy: Policy): Deadline[] {
  const { stepValidityDays, rejectReminderDays } = policy.provider;
  return [
    enforced("step_lapses", addNaturalDays(order.touchedAt, stepValidityDays)),
    ...rejectReminderDays
      .filter((day) => day > order.remindedDay && day < stepValidityDays)
      .map((day) => enforced("reminder", addNaturalDays(order.touchedAt, day))),
  ];
}

/** A missed call runs against the lead until he asks, and against the provider from then on. */
function callbackClock([personId, { role, requestBy, callBy }]: readonly [string, Callback]): Deadline {
  const clock =
    callBy === null ? enforced("callback_request", requestBy) : promised("callback_promise", callBy);
  return { ...clock, personId, ...(role ? { role } : {}) };
}

function whileReviewed(order: OrderSnapshot, policy: Policy): Deadline[] {
  const { claim } = order;
  const deadlines = [expected("provider_review_expected", order, reviewDays(order, policy), policy)];
  if (claim) deadlines.push(enforced("claim_released", addHours(claim.activeAt, policy.provider.claimHours)));
  return [...deadlines, ...Object.entries(order.callbacks).map(callbackClock)];
}

/** Is there a time before the hand-over in which it can be stopped? Not of a cancellation, unless the provider wants so. */
export const mayHoldBack = ({ type }: Pick<OrderSnapshot, "type">, { provider }: Policy): boolean =>
  lifeOf(type) === "filing" || provider.cancel.revocableUntil === "authority";

/**
 * When the order goes to the authority: after the interception delay; at once when it is only sent again after SMS, and
 * when nobody could hold it back any more (a cancellation).
 */
export function pushAt(order: OrderSnapshot, policy: Policy): number {
  const held = order.smsFailure === null && mayHoldBack(order, policy);
  return order.since + (held ? policy.provider.pushDelayMinutes * MINUTE_MS : 0);
}

/** Working days the authority usually takes: a province's for what is filed; for cancellations no province tells (§11.8). */
export function usualDays(
  { type, province }: Pick<OrderSnapshot, "type" | "province">,
  policy: Policy,
): readonly [number, number] | null {
  if (isCancellation(type)) return cancelDays(type, policy);
  return (province === null ? undefined : policy.provinces[province]?.days) ?? null;
}

/**
 * What the province usually takes and what the law allows; some provinces (江苏, 云南) usually take longer than the
 * law allows, so both are shown.
 */
function whileAtAuthority(order: OrderSnapshot, policy: Policy): Deadline[] {
  const usual = usualDays(order, policy);
  const limit = addWorkingDays(order.since, policy.provider.authorityReviewMaxWorkingDays, policy.calendar);
  const legal: Deadline = {
    kind: "authority_review_limit",
    at: limit.at,
    enforced: false,
    estimated: limit.estimated,
  };
  return usual ? [expected("authority_review_expected", order, usual, policy), legal] : [legal];
}

function deadlines(order: OrderSnapshot, policy: Policy): Deadline[] {
  switch (order.state) {
    case "DRAFT":
      return [enforced("draft_expires", addNaturalDays(order.touchedAt, policy.provider.draftValidityDays))];
    case "PROVIDER_REJECTED":
    case "AUTHORITY_REJECTED":
      return whileRejected(order, policy);
    case "PROVIDER_REVIEW":
      return whileReviewed(order, policy);
    case "READY_FOR_AUTHORITY":
      return order.pushed === null ? [enforced("push", pushAt(order, policy))] : [];
    case "SMS_PENDING":
      // The authority counts these hours and tells us with `sms_failed`; our sweep must not be quicker.
      return order.sms ? [promised("sms_expires", order.sms.deadline)] : [];
    case "SMS_FAILED":
      return [
        enforced("sms_auto_resubmit", addHours(order.since, policy.provider.smsFailedAutoResubmitHours)),
      ];
    case "AUTHORITY_REVIEW":
      return whileAtAuthority(order, policy);
    default:
      return [];
  }
}

/** Every clock the order runs against now, soonest first. Passed ones stay in the list until something happens. */
export const deadlinesOf = (order: OrderSnapshot, policy: Policy): readonly Deadline[] =>
  deadlines(order, policy).sort((a, b) => a.at - b.at);

/**
 * When the order next needs the sweep; null = time alone does nothing to it. Stored in the row, so that the sweep is an
 * indexed query. The push is not the sweep's: it has its own row in the outbox.
 */
export const nextSweepAt = (order: OrderSnapshot, policy: Policy): number | null =>
  deadlinesOf(order, policy).find(({ kind, enforced }) => enforced && kind !== "push")?.at ?? null;

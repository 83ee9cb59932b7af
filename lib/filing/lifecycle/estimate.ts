import { addHours, addWorkingDays, dayOf } from "../policy/calendar/time";

import { COLUMN_SOURCES } from "../policy/provinces/master";
import { shippedSource } from "../policy/shipped-source";
import type { Policy, Source } from "../policy/types";
import { reviewDays } from "./cancel-review";
import { mayHoldBack, usualDays } from "./deadlines";
import { lifeOf } from "./life";
import type { OrderSnapshot } from "./types";

/** What can still lie between an order and the authority's decision, in this order. */
export const ESTIMATE_STEPS = ["provider_review", "hand_over", "resend", "sms", "authority_review"] as const;
export type EstimateStep = (typeof ESTIMATE_STEPS)[number];
export type EstimateUnit = "working-days" | "hours" | "minutes";

/** Two instants, earliest and latest; those counted in working days are 00:00 of a civil day: show the day. */
export interface Span {
  readonly earliest: number;
  readonly latest: number;
}

/** One step of the sum: how long it takes, when it begins and ends, and who says so. */
export interface EstimatePart {
  readonly step: EstimateStep;
  readonly unit: EstimateUnit;
  readonly amount: readonly [min: number, max: number];
  readonly begins: Span;
  readonly ends: Span;
  /** A day was looked at whose year has no published holidays yet. */
  readonly estimated: boolean;
  /** Null: a value the provider set himself. */
  readonly source: Source | null;
}

/** The law's own limit for the authority, counted from when its review begins. */
export interface LegalLimit extends Span {
  readonly workingDays: number;
  readonly estimated: boolean;
  /** The usual range of the province ends later than the law allows (江苏, 云南): both are facts, show both. */
  readonly exceeded: boolean;
  readonly source: Source | null;
}

export interface DecisionEstimate extends Span {
  readonly parts: readonly EstimatePart[];
  readonly legal: LegalLimit;
  readonly estimated: boolean;
  /** The step the order is in has lasted longer than it usually does; the dates start from today. */
  readonly overdue: boolean;
}

/** What the estimate asks of an order. */
export type Waiting = Pick<OrderSnapshot, "state" | "province" | "since" | "pushed" | "sms"> &
  Partial<Pick<OrderSnapshot, "type">>;
type Typed = Waiting & Pick<OrderSnapshot, "type">;

const MINUTE_MS = 60_000;

interface Step {
  readonly step: EstimateStep;
  readonly unit: EstimateUnit;
  readonly amount: readonly [number, number];
  readonly source: Source | null;
  /** An end that is known already, instead of the sum. */
  readonly deadline?: number;
}

/**
 * When the authority may be expected to decide: from where the order stands, the sum of what still lies ahead (DF §4.4:
 * the provider's review, the codes' validity, the range of the province). Null in states that wait for nobody, or for
 * the applicant to correct.
 */
export function estimateDecision(order: Waiting, policy: Policy, now: number): DecisionEstimate | null {
  const steps = stepsAhead(order, policy);
  if (steps.length === 0) return null;
  const parts: EstimatePart[] = [];
  let begins: Span = { earliest: order.since, latest: order.since };
  let overdue = false;
  for (const step of steps) {
    const { ends, estimated } = endsOf(step, begins, policy);
    if (parts.length === 0) overdue = dayOf(ends.latest) < dayOf(now);
    // What is under way cannot end in the past, so neither does anything after it.
    const clamped = { earliest: Math.max(ends.earliest, now), latest: Math.max(ends.latest, now) };
    const { step: name, unit, amount, source } = step;
    parts.push({ step: name, unit, amount, source, begins, ends: clamped, estimated });
    begins = clamped;
  }
  const last = parts.at(-1);
  if (last === undefined) return null;
  const legal = legalLimit(last, policy, dayOf(now));
  return { ...last.ends, parts, legal, overdue, estimated: parts.some((part) => part.estimated) };
}

function stepsAhead(waiting: Waiting, policy: Policy): readonly Step[] {
  const { provider } = policy;
  const order: Typed = { type: "FIRST_FILING", ...waiting };
  const day = dayOf(order.since);
  const review: Step = {
    step: "provider_review",
    unit: "working-days",
    amount: reviewDays(order, policy),
    source:
      lifeOf(order.type) === "filing"
        ? shippedSource("providerReviewWorkingDays", provider.providerReviewWorkingDays, day)
        : shippedSource("cancel.reviewWorkingDays", provider.cancel.reviewWorkingDays, day),
  };
  const delay = order.pushed === null && mayHoldBack(order, policy) ? provider.pushDelayMinutes : 0;
  const handOver: Step = {
    step: "hand_over",
    unit: "minutes",
    amount: [delay, delay],
    source: shippedSource("pushDelayMinutes", provider.pushDelayMinutes, day),
  };
  const hours = provider.smsCodeValidHours;
  const sms: Step = {
    step: "sms",
    unit: "hours",
    amount: [0, hours],
    source: shippedSource("smsCodeValidHours", hours, day),
  };
  const resend: Step = {
    step: "resend",
    unit: "hours",
    amount: [0, provider.smsFailedAutoResubmitHours],
    source: shippedSource("smsFailedAutoResubmitHours", provider.smsFailedAutoResubmitHours, day),
  };
  const authority = authorityStep(order, policy, day);
  switch (order.state) {
    case "PROVIDER_REVIEW":
      return order.type === "CANCEL_ACCESS"
        ? [review, handOver, authority]
        : [review, handOver, sms, authority];
    case "READY_FOR_AUTHORITY":
      return order.type === "CANCEL_ACCESS" ? [handOver, authority] : [handOver, sms, authority];
    case "SMS_PENDING":
      return [order.sms === null ? sms : { ...sms, deadline: order.sms.deadline }, authority];
    case "SMS_FAILED":
      return [resend, sms, authority];
    case "AUTHORITY_REVIEW":
      return [authority];
    default:
      return [];
  }
}

/** The province's usual range; while no province is chosen, all that the law allows. */
function authorityStep(order: Typed, policy: Policy, day: string): Step {
  const usual = usualDays(order, policy);
  const limit = policy.provider.authorityReviewMaxWorkingDays;
  return {
    step: "authority_review",
    unit: "working-days",
    amount: usual ?? [1, limit],
    source: sourceOfDays(order, policy, day),
  };
}

function sourceOfDays(order: Typed, policy: Policy, day: string): Source | null {
  const { provider } = policy;
  const { workingDays } = provider.cancel;
  if (lifeOf(order.type) === "cancellation") return shippedSource("cancel.workingDays", workingDays, day);
  if (usualDays(order, policy) !== null) return COLUMN_SOURCES.days;
  const limit = provider.authorityReviewMaxWorkingDays;
  return shippedSource("authorityReviewMaxWorkingDays", limit, day);
}

function endsOf(step: Step, begins: Span, policy: Policy): { ends: Span; estimated: boolean } {
  const [min, max] = step.amount;
  if (step.unit !== "working-days") {
    const add = (ms: number, n: number) => (step.unit === "hours" ? addHours(ms, n) : ms + n * MINUTE_MS);
    const latest = step.deadline ?? add(begins.latest, max);
    return { ends: { earliest: add(begins.earliest, min), latest }, estimated: false };
  }
  const earliest = addWorkingDays(begins.earliest, min, policy.calendar);
  const latest = addWorkingDays(begins.latest, max, policy.calendar);
  return {
    ends: { earliest: earliest.at, latest: latest.at },
    estimated: earliest.estimated || latest.estimated,
  };
}

function legalLimit(authority: EstimatePart, policy: Policy, day: string): LegalLimit {
  const workingDays = policy.provider.authorityReviewMaxWorkingDays;
  const earliest = addWorkingDays(authority.begins.earliest, workingDays, policy.calendar);
  const latest = addWorkingDays(authority.begins.latest, workingDays, policy.calendar);
  return {
    workingDays,
    earliest: earliest.at,
    latest: latest.at,
    estimated: earliest.estimated || latest.estimated,
    exceeded: authority.amount[1] > workingDays,
    source: shippedSource("authorityReviewMaxWorkingDays", workingDays, day),
  };
}

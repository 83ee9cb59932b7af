import {
  type Deadline,
  type DecisionEstimate,
  deadlinesOf,
  estimateDecision,
  type OrderSnapshot,
  reviewDays,
} from "@/lib/filing/lifecycle";
import { workingDaysBetween } from "@/lib/filing/policy/calendar/time";
import type { Policy } from "@/lib/filing/policy/types";

/** Who has to act before anything moves. */
export type WaitingFor = "you" | "reviewer" | "leads" | "authority" | "system";

export interface WaitView {
  readonly who: WaitingFor;
  /** Dates to show, most telling first: what changes the order, then what may be expected. */
  readonly deadlines: readonly Deadline[];
  /** Working days: the usual range, the limit, and how many have passed. */
  readonly bar: {
    readonly from: number;
    readonly to: number;
    readonly max: number;
    readonly elapsed: number;
  } | null;
  /** When the authority may be expected to decide; null while the applicant has to act. */
  readonly decision: DecisionEstimate | null;
}

/** Our own housekeeping is no date an applicant waits for. */
const INTERNAL: readonly Deadline["kind"][] = ["claim_released", "reminder"];

/** The wait an order is in now; null when it is over. */
export function waitOf(order: OrderSnapshot, policy: Policy, now: number): WaitView | null {
  const who = waitingFor(order);
  if (who === null) return null;
  const deadlines = deadlinesOf(order, policy).filter(({ kind }) => !INTERNAL.includes(kind));
  return { who, deadlines, bar: barOf(order, policy, now), decision: estimateDecision(order, policy, now) };
}

function waitingFor(order: OrderSnapshot): WaitingFor | null {
  switch (order.state) {
    case "DRAFT":
    case "PROVIDER_REJECTED":
    case "AUTHORITY_REJECTED":
      return "you";
    case "PROVIDER_REVIEW":
      return Object.values(order.callbacks).some(({ requestedAt }) => requestedAt === null)
        ? "you"
        : "reviewer";
    case "READY_FOR_AUTHORITY":
      return "system";
    case "SMS_PENDING":
      return "leads";
    case "SMS_FAILED":
      return "reviewer";
    case "AUTHORITY_REVIEW":
      return "authority";
    default:
      return null;
  }
}

function barOf(order: OrderSnapshot, policy: Policy, now: number): WaitView["bar"] {
  const elapsed = () => workingDaysBetween(order.since, now, policy.calendar).days;
  if (order.state === "PROVIDER_REVIEW") {
    const [from, to] = reviewDays(order, policy);
    return { from, to, max: to + 1, elapsed: elapsed() };
  }
  if (order.state !== "AUTHORITY_REVIEW") return null;
  const legal = policy.provider.authorityReviewMaxWorkingDays;
  const usual = order.province === null ? undefined : policy.provinces[order.province]?.days;
  const [from, to] = usual ?? [1, legal];
  return { from, to, max: Math.max(legal, to), elapsed: elapsed() };
}

import type { Policy } from "../policy/types";
import type { CalledNumber, OrderSnapshot, PhoneOutcome } from "./types";

/** A call as the log has it. */
export interface LoggedCall {
  readonly personId: string;
  readonly round: number;
  /** Null in calls that are older than the question; those were made to contact 1. */
  readonly number: CalledNumber | null;
  readonly outcome: PhoneOutcome | string;
  readonly at: number;
}

const MINUTE_MS = 60_000;

/** The misses since anything else came of calling him, newest first. */
function missesInARow(calls: readonly LoggedCall[]): readonly LoggedCall[] {
  const newestFirst = calls.toSorted((a, b) => b.at - a.at);
  const end = newestFirst.findIndex(({ outcome }) => outcome !== "NO_ANSWER");
  return end < 0 ? newestFirst : newestFirst.slice(0, end);
}

/** Missed on one number twice; the emergency number tried after contact 1 is still the first call. */
const missedTwice = (misses: readonly LoggedCall[]): boolean =>
  new Set(misses.map(({ number }) => number ?? "phone1")).size < misses.length;

/**
 * When each lead who missed one call is to be called a second time (DF §3.5), by person id. Not whom a call was promised
 * to: that is another clock; and not who has missed two.
 */
export function secondCallsOf(
  order: OrderSnapshot,
  calls: readonly LoggedCall[],
  policy: Policy,
): ReadonlyMap<string, number> {
  const due = new Map<string, number>();
  if (order.state !== "PROVIDER_REVIEW") return due;
  for (const [personId, { requestedAt }] of Object.entries(order.callbacks)) {
    if (requestedAt !== null) continue;
    const his = calls.filter((call) => call.personId === personId && call.round === order.round);
    const misses = missesInARow(his);
    const [missed] = misses;
    if (missed !== undefined && !missedTwice(misses))
      due.set(personId, missed.at + policy.provider.callback.secondCallAfterMinutes * MINUTE_MS);
  }
  return due;
}

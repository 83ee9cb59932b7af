import type { Policy } from "../policy/types";
import { deadlinesOf } from "./deadlines";
import type { DeadlineKind, OrderSnapshot } from "./types";

export interface MovedDeadline {
  readonly kind: DeadlineKind;
  /** Null where there was, or will be, none. */
  readonly before: number | null;
  readonly after: number | null;
}

/**
 * Clocks of an order that another policy, in force from `from`, would move. What has run out by then is left alone, and
 * nothing runs out before the policy is there.
 */
export function movedDeadlines(
  order: OrderSnapshot,
  before: Policy,
  after: Policy,
  from: number,
): readonly MovedDeadline[] {
  const [old, now] = [deadlinesOf(order, before), deadlinesOf(order, after)];
  const kinds = new Set([...old, ...now].map(({ kind }) => kind));
  return [...kinds].flatMap((kind) => {
    const mine = old.filter((one) => one.kind === kind);
    const was = mine.filter(({ at }) => at >= from);
    if (was.length === 0 && mine.length > 0) return [];
    const will = now
      .filter((one) => one.kind === kind && (kind !== "reminder" || one.at >= from))
      .map((one) => ({ ...one, at: Math.max(one.at, from) }));
    if (JSON.stringify(was) === JSON.stringify(will)) return [];
    return [{ kind, before: was[0]?.at ?? null, after: will[0]?.at ?? null }];
  });
}

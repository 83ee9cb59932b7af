import "server-only";
import { systemClock } from "@/lib/clock";
import { limitsStore, type RefusalCount } from "./store";

const HOUR_MS = 3_600_000;

/** What strangers are refused is counted per operation, code and hour; never written call by call. */
export function countRefusal(operation: string, code: string): void {
  const now = systemClock().now();
  limitsStore().countRefusal(operation, code, now - (now % HOUR_MS));
}

/** Refusals since a moment, most frequent first. */
export const refusalCounts = (since: number): readonly RefusalCount[] => limitsStore().refusalsSince(since);

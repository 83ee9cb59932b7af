import "server-only";
import { env } from "@/lib/env";
import { CLOCK_OVERRIDE, type Clock, type ClockOverride } from ".";

/** Business time of a replay: stands still until it is moved, forwards only. */
export interface ReplayClock extends Clock {
  advance(ms: number): void;
  /** A moment already passed changes nothing. */
  moveTo(at: number): void;
}

let replays = 0;
/** Is a made-up past being written just now? */
export const isReplaying = (): boolean => replays > 0;

function startingAt(start: number): ReplayClock {
  let at = start;
  return {
    now: () => at,
    advance: (ms) => {
      at += Math.max(0, ms);
    },
    moveTo: (moment) => {
      at = Math.max(at, moment);
    },
  };
}

/**
 * Does work under a business clock of its own, which begins at `start`; the system clock stays what it is. The one
 * before is put back, whatever happens. Sandbox only: nobody else's past is made up.
 */
export async function withReplayClock<T>(
  start: number,
  work: (clock: ReplayClock) => Promise<T>,
): Promise<T> {
  if (env.MODE !== "sandbox") throw new Error("Only a sandbox replays.");
  const holder = globalThis as { [CLOCK_OVERRIDE]?: ClockOverride };
  const before = holder[CLOCK_OVERRIDE];
  const clock = startingAt(start);
  replays += 1;
  holder[CLOCK_OVERRIDE] = { ...before, business: clock };
  try {
    return await work(clock);
  } finally {
    replays -= 1;
    if (before === undefined) delete holder[CLOCK_OVERRIDE];
    else holder[CLOCK_OVERRIDE] = before;
  }
}

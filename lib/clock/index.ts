import "server-only";
import { env } from "@/lib/env";
import { storedOffset } from "./offset";

export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
}

/** Tests put their own clocks here (lib/clock/testing.ts); one place for every copy of this module. */
export interface ClockOverride {
  business?: Clock;
  system?: Clock;
}
export const CLOCK_OVERRIDE = Symbol.for("icp.clock");

const overrides = (): ClockOverride =>
  (globalThis as { [CLOCK_OVERRIDE]?: ClockOverride })[CLOCK_OVERRIDE] ?? {};

const system: Clock = { now: () => Date.now() };
const business: Clock = {
  now: () => systemClock().now() + (env.MODE === "sandbox" ? storedOffset() : 0),
};

/** Never moved: sessions, tokens, rate limits, leases, ids. */
export const systemClock = (): Clock => overrides().system ?? system;

/** Business time: orders, events, deadlines, policy, messages. In the sandbox it can be moved, forwards only. */
export const clock = (): Clock => overrides().business ?? business;

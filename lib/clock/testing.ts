import "server-only";
import { CLOCK_OVERRIDE, type ClockOverride } from ".";

/** A clock that stands still until a test moves it. */
export class TestClock {
  constructor(private at: number) {}
  now(): number {
    return this.at;
  }
  advance(ms: number): void {
    this.at += ms;
  }
}

/** Lets both clocks stand at a moment; returns them. `resetTestClocks` gives the real ones back. */
export function setTestClocks(at: number): { business: TestClock; system: TestClock } {
  const clocks = { business: new TestClock(at), system: new TestClock(at) };
  (globalThis as { [CLOCK_OVERRIDE]?: ClockOverride })[CLOCK_OVERRIDE] = clocks;
  return clocks;
}

export function resetTestClocks(): void {
  delete (globalThis as { [CLOCK_OVERRIDE]?: ClockOverride })[CLOCK_OVERRIDE];
}

import "server-only";
import { and, asc, gt, isNotNull } from "drizzle-orm";
import { read } from "@/db/client";
import { nextEffectAt } from "@/db/queries/due-work";
import * as t from "@/db/schema";
import { type ReplayClock, withReplayClock } from "@/lib/clock/replay";
import { chinaCalendar } from "@/lib/filing/policy/calendar";
import { DAY_MS, dayOf, shiftDay, startOfDay } from "@/lib/filing/policy/calendar/time";
import type { Result } from "@/lib/filing/shared/result";
import { runDueWork } from "@/lib/work/run";

const MINUTE_MS = 60_000;

/** Something somebody does at a moment. The clock is there for what takes time itself: ten uploads, say. */
export interface Step {
  readonly at: number;
  readonly act: (clock: ReplayClock) => Promise<void>;
}

/** When, and what: one line of a story. */
export type Beat = readonly [at: number, act: Step["act"]];

/** The steps of one order, in order; a step planned too early happens a little after the one before. */
export function story(...steps: readonly Beat[]): readonly Step[] {
  const out: Step[] = [];
  for (const [planned, act] of steps) {
    const before = out.at(-1)?.at ?? 0;
    out.push({ at: planned > before ? planned : before + 25 * MINUTE_MS, act });
  }
  return out;
}

/** `hh:mm` in Shanghai, so many days before `now`, or on the last working day before that. */
export function workdayBefore(now: number, days: number, time: string): number {
  let day = dayOf(now - days * DAY_MS);
  while (!chinaCalendar.dayOf(day).working) day = shiftDay(day, -1);
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return startOfDay(day) + (hours * 60 + minutes) * MINUTE_MS;
}

const QUIET_MS = 4 * 60 * MINUTE_MS;

/**
 * The first of the given times of day that is not about to come. Reminders fall on the same time of a later day: of a
 * rejection at half past ten on a Friday one would go out on Wednesday at half past ten, in the middle of whatever
 * somebody tries (or tests) there that morning.
 */
export function quietHour(now: number, times: readonly [string, ...string[]]): string {
  const ahead = (time: string) => {
    const [hours = 0, minutes = 0] = time.split(":").map(Number);
    const at = startOfDay(dayOf(now)) + (hours * 60 + minutes) * MINUTE_MS;
    return at > now - 60 * MINUTE_MS && at < now + QUIET_MS;
  };
  return times.find((time) => !ahead(time)) ?? times[0];
}

export const minutesBefore = (now: number, minutes: number): number => now - minutes * MINUTE_MS;

/** The value, or an exception: what a story does must be possible, else the story is wrong. */
export async function must<T>(what: string, result: Promise<Result<T>>): Promise<T> {
  const answer = await result;
  if (answer.ok) return answer.value;
  throw new Error(`situations: ${what} was refused: ${JSON.stringify(answer.error)}`);
}

/** The next moment something happens by itself: a delivery that waits, or a deadline. */
async function nextMoment(now: number): Promise<number | undefined> {
  const effectAt = await nextEffectAt(read(), now);
  const [order] = await read()
    .select({ at: t.orders.nextSweepAt })
    .from(t.orders)
    .where(and(isNotNull(t.orders.nextSweepAt), gt(t.orders.nextSweepAt, now)))
    .orderBy(asc(t.orders.nextSweepAt))
    .limit(1);
  const moments = [effectAt, order?.at].filter((at) => at !== undefined && at !== null);
  return moments.length === 0 ? undefined : Math.min(...moments);
}

/** Lets time pass until `at`, stopping wherever the provider or the authority does something by itself. */
async function letPass(clock: ReplayClock, at: number): Promise<void> {
  for (;;) {
    const next = await nextMoment(clock.now());
    if (next === undefined || next > at) break;
    clock.moveTo(next);
    await runDueWork();
  }
  clock.moveTo(at);
}

/** Plays all stories on one business clock, which ends at `end`: what one does others see, as it would have been. */
export async function replayStories(stories: readonly (readonly Step[])[], end: number): Promise<void> {
  const steps = stories.flat().sort((a, b) => a.at - b.at);
  const first = steps[0];
  if (first === undefined) return;
  await withReplayClock(first.at, async (clock) => {
    for (const step of steps) {
      await letPass(clock, step.at);
      await step.act(clock);
      await runDueWork();
    }
    await letPass(clock, end);
    await runDueWork();
  });
}

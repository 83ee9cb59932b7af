import "server-only";
import { and, isNull } from "drizzle-orm";
import { z } from "zod";
import { read } from "@/db/client";
import { nextEffectAt } from "@/db/queries/due-work";
import * as t from "@/db/schema";
import { clock } from "@/lib/clock";
import { advanceClock, clockOffset } from "@/lib/clock/sandbox";
import { env } from "@/lib/env";
import { deadlinesOf, isOpen } from "@/lib/filing/lifecycle";
import type { DeadlineKind } from "@/lib/filing/lifecycle/types";
import { addWorkingDays } from "@/lib/filing/policy/calendar";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { isDeliveryPaused, pauseDelivery, resumeDelivery } from "@/lib/work/pause";
import { deliverNow, runDueWork } from "@/lib/work/run";
import { currentPolicy } from "../policy/current-policy";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const SHOWN = 8;

export interface ComingDeadline {
  readonly at: number;
  readonly kind: DeadlineKind;
  readonly enforced: boolean;
  /** Whose missed call it is about. */
  readonly personId: string | null;
  readonly orderNumber: string;
  readonly headline: string | null;
}

export interface SandboxClockView {
  readonly now: number;
  /** How far business time runs ahead of the wall clock. */
  readonly offsetMs: number;
  readonly paused: boolean;
  /** Deliveries that wait for their time or for the pause to end. */
  readonly waiting: number;
  readonly coming: readonly ComingDeadline[];
}

async function coming(now: number): Promise<ComingDeadline[]> {
  const policy = await currentPolicy(now);
  const rows = await read()
    .select({ number: t.orders.number, headline: t.orders.headline, snapshot: t.orders.snapshot })
    .from(t.orders);
  return rows
    .filter(({ snapshot }) => isOpen(snapshot.state))
    .flatMap(({ number, headline, snapshot }) =>
      deadlinesOf(snapshot, policy)
        .filter((deadline) => deadline.at > now)
        .map(({ at, kind, enforced, personId = null }) => ({
          ...{ at, kind, enforced, personId, headline },
          orderNumber: number,
        })),
    )
    .sort((a, b) => a.at - b.at);
}

const pending = () =>
  read()
    .select({ runAt: t.outbox.runAt })
    .from(t.outbox)
    .where(and(isNull(t.outbox.doneAt), isNull(t.outbox.failedAt)));

/** Business time of the sandbox, and what it will bring. */
export async function readSandboxClock(): Promise<Result<SandboxClockView>> {
  if (env.MODE !== "sandbox") return fail(refuse("not_found"));
  const now = clock().now();
  const [paused, waiting, deadlines] = await Promise.all([isDeliveryPaused(), pending(), coming(now)]);
  return ok({
    now,
    offsetMs: clockOffset(),
    paused,
    waiting: waiting.length,
    coming: deadlines.slice(0, SHOWN),
  });
}

export const clockStep = z.discriminatedUnion("to", [
  z.strictObject({ to: z.literal("minutes"), n: z.int().min(1).max(1440) }),
  z.strictObject({ to: z.literal("hours"), n: z.int().min(1).max(720) }),
  z.strictObject({ to: z.literal("workingDays"), n: z.int().min(1).max(60) }),
  z.strictObject({ to: z.literal("deadline") }),
]);
export type ClockStep = z.infer<typeof clockStep>;

/** The next moment something happens by itself: an enforced deadline, or a delivery that waits for its time. */
async function nextMoment(now: number): Promise<number | null> {
  const effectAt = await nextEffectAt(read(), now);
  const deadline = (await coming(now)).find((candidate) => candidate.enforced);
  const moments = [effectAt, deadline?.at].filter((at): at is number => at !== undefined);
  return moments.length === 0 ? null : Math.min(...moments);
}

async function target(step: ClockStep, now: number): Promise<number | null> {
  if (step.to === "minutes") return now + step.n * MINUTE_MS;
  if (step.to === "hours") return now + step.n * HOUR_MS;
  if (step.to === "deadline") return nextMoment(now);
  // The same time of day, n working days on.
  const timeOfDay = (now + 8 * HOUR_MS) % DAY_MS;
  return addWorkingDays(now, step.n, (await currentPolicy(now)).calendar).at + timeOfDay;
}

export interface Moved {
  readonly now: number;
  readonly done: number;
  readonly failed: number;
}

/** Moves business time and returns when everything that fell due is done. */
export async function advanceSandboxClock(step: ClockStep): Promise<Result<Moved>> {
  if (env.MODE !== "sandbox") return fail(refuse("not_found"));
  const now = clock().now();
  const at = await target(step, now);
  if (at === null) return fail(refuse("wrong_state", { reason: "clock.nothing-due" }));
  const moved = advanceClock(Math.max(0, at - now));
  if (!moved.ok) return moved;
  const { done, failed } = (await isDeliveryPaused()) ? await runDueWork() : await deliverNow();
  return ok({ now: clock().now(), done, failed });
}

/** Pausing stops what leaves for the authority and the mailbox; "now" delivers once, pause or not. */
export async function steerDelivery(to: "pause" | "resume" | "now"): Promise<Result<Moved>> {
  if (env.MODE !== "sandbox") return fail(refuse("not_found"));
  if (to === "pause") await pauseDelivery();
  if (to === "resume") await resumeDelivery();
  const { done, failed } = to === "pause" ? { done: 0, failed: 0 } : await deliverNow();
  return ok({ now: clock().now(), done, failed });
}

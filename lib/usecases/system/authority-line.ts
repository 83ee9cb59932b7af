import "server-only";
import { and, eq, gt, isNotNull, isNull } from "drizzle-orm";
import { z } from "zod";
import { type Db, read } from "@/db/client";
import { getSetting, putSetting } from "@/db/queries/settings";
import * as t from "@/db/schema";
import { type Tx, withTransaction } from "@/db/transaction";
import { gateway, hasLine } from "@/lib/authority";
import type { AuthorityGateway } from "@/lib/authority/gateway";
import { clock } from "@/lib/clock";
import { failureCode } from "@/lib/work/backoff";
import { DeliveryError } from "@/lib/work/delivery-error";

const KEY = "authority.line";
/** After so many failures in a row nobody else waits for the authority until `REST_MS` have passed. */
const FAILURES_TO_REST = 3;
export const REST_MS = 30_000;
/** A line that works is noted this often. */
const NOTED_EVERY_MS = 60_000;

const stateSchema = z.object({
  lastContactAt: z.number().nullable(),
  failingSince: z.number().nullable(),
  lastFailedAt: z.number().nullable(),
  /** In a row. */
  failures: z.number(),
  /** Code of the last failure. */
  code: z.string().nullable(),
  /** A notice that others wait for: its number, since when, how many wait. */
  gap: z.object({ number: z.number(), since: z.number(), held: z.number() }).nullable(),
});
/** How the line to the authority is, as the console found it. Business time. */
export type LineState = z.infer<typeof stateSchema>;

const NOTHING_KNOWN: LineState = {
  lastContactAt: null,
  failingSince: null,
  lastFailedAt: null,
  failures: 0,
  code: null,
  gap: null,
};

export const lineState = (db: Db): Promise<LineState> => getSetting(db, KEY, stateSchema, NOTHING_KNOWN);

const change = (next: (state: LineState, now: number, tx: Tx) => Promise<LineState> | LineState) =>
  withTransaction(async (tx) => {
    const now = clock().now();
    await putSetting(tx, KEY, await next(await lineState(tx), now, tx), now);
  });

/** Hand-overs that failed for want of an answer, or of an earlier one's: they need not sit out their own waits. */
async function wakeHandOvers(tx: Tx, now: number): Promise<void> {
  const waiting = and(
    eq(t.outbox.topic, "gateway.submit"),
    isNull(t.outbox.doneAt),
    isNull(t.outbox.failedAt),
    isNotNull(t.outbox.lastError),
    gt(t.outbox.runAt, now),
  );
  await tx.update(t.outbox).set({ runAt: now }).where(waiting);
}

async function noteAnswer(): Promise<void> {
  const { failures, lastContactAt } = await lineState(read());
  if (failures === 0 && lastContactAt !== null && clock().now() - lastContactAt < NOTED_EVERY_MS) return;
  await change(async (state, now, tx) => {
    if (state.failures > 0) await wakeHandOvers(tx, now);
    return { ...NOTHING_KNOWN, gap: state.gap, lastContactAt: now };
  });
}

const noteFailure = (code: string): Promise<void> =>
  change((state, now) => ({
    ...state,
    failingSince: state.failingSince ?? now,
    lastFailedAt: now,
    failures: state.failures + 1,
    code,
  }));

async function failIfResting(): Promise<void> {
  const { failures, lastFailedAt } = await lineState(read());
  if (failures < FAILURES_TO_REST || lastFailedAt === null || clock().now() >= lastFailedAt + REST_MS) return;
  throw new DeliveryError({ code: "authority_resting", permanent: false });
}

/**
 * One call of the background work. How it went is noted for staff, and for the next ones: when the authority has failed
 * three times in a row, they fail at once instead of waiting for it one by one.
 * @throws DeliveryError, never permanent
 */
export async function callAuthority<T>(call: (far: AuthorityGateway) => Promise<T>): Promise<T> {
  if (hasLine()) await failIfResting();
  return callAtRest(call);
}

/**
 * The same without sparing a line at rest, for the one call that finds out whether it answers again. Else submissions
 * whose answers get lost, one after each rest, would keep everything else from ever being asked.
 * @throws DeliveryError, never permanent
 */
export async function callAtRest<T>(call: (far: AuthorityGateway) => Promise<T>): Promise<T> {
  if (!hasLine()) return call(gateway());
  let answer: T;
  try {
    answer = await call(gateway());
  } catch (error) {
    const code = failureCode(error);
    await noteFailure(code);
    throw new DeliveryError({ code, permanent: false }, error);
  }
  await noteAnswer();
  return answer;
}

/** One question of a page. It notes nothing, because it may be asked inside a transaction, and does not wait for a line at rest. */
export async function askAuthority<T>(ask: (far: AuthorityGateway) => Promise<T>): Promise<T> {
  await failIfResting();
  return ask(gateway());
}

/** Notes which notice is missing while later ones wait for it, or that none is. */
export async function noteGap(gap: { readonly number: number; readonly held: number } | null): Promise<void> {
  const known = (await lineState(read())).gap;
  if (known?.number === gap?.number && known?.held === gap?.held) return;
  await change((state, now) => ({
    ...state,
    gap: gap && { ...gap, since: state.gap?.number === gap.number ? state.gap.since : now },
  }));
}

/** A hand-over got through: those that waited for its number can follow. */
export const wakeFollowers = (tx: Tx): Promise<void> => wakeHandOvers(tx, clock().now());

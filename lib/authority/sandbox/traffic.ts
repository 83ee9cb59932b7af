import "server-only";
import { createHash } from "node:crypto";
import { like } from "drizzle-orm";
import { z } from "zod";
import type { Notice } from "../gateway";
import { nextSerial } from "./numbers";
import type { StoreDb } from "./store/client";
import * as t from "./store/schema";
import type { StoreTx } from "./store/transaction";

const percent = z.int().min(0).max(100);

/** What may go wrong between provider and authority. Percentages of calls or notices; 0 = never, 100 = always. */
export const Traffic = z.strictObject({
  /** Calls nobody answers. */
  down: percent,
  /** Seconds every answer is late. */
  slowSeconds: z.int().min(0).max(120),
  /** Submissions that are taken, but whose answer never arrives. */
  lostAnswers: percent,
  /** Notices offered twice, acknowledged ones again. */
  duplicates: percent,
  /** Answers whose notices are shuffled and have gaps. */
  outOfOrder: percent,
  /** The same seed and the same calls go wrong in the same way. */
  seed: z.int().min(0).max(999_999),
});
export type Traffic = z.infer<typeof Traffic>;

export const SMOOTH: Traffic = {
  down: 0,
  slowSeconds: 0,
  lostAnswers: 0,
  duplicates: 0,
  outOfOrder: 0,
  seed: 1,
};

export const isSmooth = ({ seed: _seed, ...failures }: Traffic): boolean =>
  Object.values(failures).every((value) => value === 0);

const KEY = "traffic";
const COUNTERS = "traffic.";

export async function loadTraffic(db: StoreDb): Promise<Traffic> {
  const rows = await db.select().from(t.settings);
  const stored = Traffic.safeParse(rows.find((row) => row.key === KEY)?.value);
  return stored.success ? stored.data : SMOOTH;
}

/** Holds from the next call on; the draws begin anew, so that a run can be repeated. */
export async function storeTraffic(tx: StoreTx, value: Traffic): Promise<void> {
  await tx
    .insert(t.settings)
    .values({ key: KEY, value })
    .onConflictDoUpdate({ target: t.settings.key, set: { value } });
  await tx.delete(t.counters).where(like(t.counters.name, `${COUNTERS}%`));
}

/** The n-th draw of a kind under a seed, from 0 to below 100. */
const draw = (seed: number, kind: string, n: string): number =>
  (createHash("sha256").update(`${seed}:${kind}:${n}`).digest().readUInt32BE(0) / 2 ** 32) * 100;

/** Does it go wrong this time? Counts one draw, unless there is nothing to draw. */
export async function happens(
  tx: StoreTx,
  { seed }: Traffic,
  kind: string,
  chance: number,
): Promise<boolean> {
  if (chance <= 0 || chance >= 100) return chance >= 100;
  return draw(seed, kind, String(await nextSerial(tx, `${COUNTERS}${kind}`))) < chance;
}

/**
 * What becomes of an answer to `poll`: some are held back, some come twice, some that were acknowledged come again, and
 * the rest in any order. Half of what is out of order stays out, so every notice gets through sooner or later.
 */
export function muddle(
  offered: readonly Notice[],
  earlier: readonly Notice[],
  traffic: Traffic,
  turn: number,
): readonly Notice[] {
  const { seed, duplicates, outOfOrder } = traffic;
  const drawOf = (kind: string, { number }: Notice) => draw(seed, kind, `${turn}:${number}`);
  const kept = offered.filter((notice) => drawOf("gap", notice) >= outOfOrder / 2);
  const twice = [...kept, ...earlier].filter((notice) => drawOf("twice", notice) < duplicates);
  if (draw(seed, "order", String(turn)) >= outOfOrder)
    return [...kept, ...twice].sort((a, b) => a.number - b.number);
  return [...kept, ...twice]
    .map((notice, at) => ({ notice, at: draw(seed, "place", `${turn}:${notice.number}:${at}`) }))
    .sort((a, b) => a.at - b.at)
    .map(({ notice }) => notice);
}

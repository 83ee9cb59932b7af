import "server-only";
import { and, asc, eq, gt, notInArray } from "drizzle-orm";
import { z } from "zod";
import { read } from "@/db/client";
import { getSetting, putSetting } from "@/db/queries/settings";
import * as t from "@/db/schema";
import { type Tx, withTransaction } from "@/db/transaction";
import { nextSweepAt } from "@/lib/filing/lifecycle";
import { FINAL_STATES } from "@/lib/filing/lifecycle/states";
import type { DecisionContext } from "@/lib/filing/lifecycle/types";
import type { Policy } from "@/lib/filing/policy/types";

const KEY = "sweep.policy";
const BATCH = 200;

/**
 * Deadlines follow the policy in force: once another one is, every open order's next sweep is planned anew. Nothing of
 * the order itself changes, so its version stays: nobody who is writing meanwhile is disturbed.
 */
export async function replanSweeps({ now, policy }: DecisionContext): Promise<void> {
  if ((await getSetting(read(), KEY, z.string(), "")) === policy.version) return;
  let after: string | undefined = "";
  while (after !== undefined) {
    const from: string = after;
    after = await withTransaction((tx) => replanBatch(tx, from, policy));
  }
  await withTransaction((tx) => putSetting(tx, KEY, policy.version, now));
}

/** @returns the id to go on after; undefined when the last one was reached. */
async function replanBatch(tx: Tx, after: string, policy: Policy): Promise<string | undefined> {
  const rows = await tx
    .select({ id: t.orders.id, snapshot: t.orders.snapshot, planned: t.orders.nextSweepAt })
    .from(t.orders)
    .where(and(gt(t.orders.id, after), notInArray(t.orders.state, [...FINAL_STATES])))
    .orderBy(asc(t.orders.id))
    .limit(BATCH);
  for (const { id, snapshot, planned } of rows) {
    const next = nextSweepAt(snapshot, policy);
    if (next !== planned) await tx.update(t.orders).set({ nextSweepAt: next }).where(eq(t.orders.id, id));
  }
  return rows.length < BATCH ? undefined : rows.at(-1)?.id;
}

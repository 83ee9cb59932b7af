import "server-only";
import { eq } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { callAtRest, callAuthority, noteGap } from "./authority-line";
import { inOrder } from "./notice-order";
import { LAST_NOTICE, takeNotice } from "./take-notice";

/** More would keep other work waiting; the rest comes with the next run. */
const MAX_ROUNDS = 20;

/**
 * Job `gateway.poll`: provider state changes at the authority's word only here, notice by notice, in order. It relies on
 * their numbers alone: a far side that repeats, shuffles or leaves out costs time, never an event.
 */
export async function run(): Promise<void> {
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const last = await lastNotice();
    const { ready, gap } = inOrder(last, await callAtRest((far) => far.poll(last)));
    for (const notice of ready) await takeNotice(notice);
    await noteGap(gap);
    if (ready.length === 0) return;
    await callAuthority((far) => far.ack(last + ready.length));
  }
}

async function lastNotice(): Promise<number> {
  const [row] = await read().select().from(t.counters).where(eq(t.counters.name, LAST_NOTICE)).limit(1);
  return row?.value ?? 0;
}

import "server-only";
import { eq } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import type { Applicant } from "@/lib/boot/seed/situations-applicant";
import type { Actor } from "@/lib/filing/access";
import type { HandoverRecord } from "@/lib/filing/handover/records";
import { MINUTE, newWorld, type World } from "../testing";
import { openLookUps, recordLookUp } from "./look-ups";
import { readHandover } from "./read-handover";
import { recordHandover, takeHandover } from "./record-handover";

export const manualWorld = (): Promise<World> => newWorld(undefined, { ICP_GATEWAY: "manual" });

/** Everything asked and found free, by who holds the order. */
export async function lookUpAll(actor: Actor, orderId: string): Promise<void> {
  const open = await openLookUps(actor, { orderId });
  if (!open.ok) throw new Error(`look-ups: ${open.error.reason ?? open.error.code}`);
  for (const domain of [...(open.value.certNo === null ? [] : [null]), ...open.value.domains])
    await recordLookUp(actor, { orderId, domain, result: "free", number: "" });
}

/** An order that lies in the tray. */
export async function inTray(world: World, id: string): Promise<Applicant> {
  const applicant = await world.inReview(id);
  const lin = await world.reviewer("reviewer-lin");
  await lin.claim(applicant.orderId);
  await lin.call(world.clock, applicant.orderId, "REACHED_OK");
  await lookUpAll(await world.actor("reviewer-lin"), applicant.orderId);
  await lin.approve(applicant.orderId);
  await world.pass(10 * MINUTE);
  return applicant;
}

/** The submission in which an order lies. */
export async function sequenceOf(orderId: string): Promise<number> {
  const rows = await read()
    .select({ sequence: t.manualSubmissions.sequence })
    .from(t.manualSubmissions)
    .where(eq(t.manualSubmissions.orderId, orderId))
    .orderBy(t.manualSubmissions.sequence);
  const last = rows.at(-1);
  if (last === undefined) throw new Error(`order ${orderId} was not handed over`);
  return last.sequence;
}

/** Records something as staff would: takes it, reads the page, sends the form. */
export async function record(actor: Actor, sequence: number, said: HandoverRecord) {
  await takeHandover(actor, { sequence });
  const page = await readHandover(actor, { sequence });
  if (!page.ok) return page;
  return recordHandover(actor, { sequence, version: page.value.version, record: said });
}

/** Everything up to the authority's review. */
export async function underReview(world: World, actor: Actor, orderId: string): Promise<number> {
  const sequence = await sequenceOf(orderId);
  await record(actor, sequence, { type: "sent" });
  await record(actor, sequence, { type: "smsStarted" });
  const page = await readHandover(actor, { sequence });
  if (!page.ok) throw new Error(page.error.code);
  for (const { personId } of page.value.leads) await record(actor, sequence, { type: "smsDone", personId });
  await world.pass(5_000);
  return sequence;
}

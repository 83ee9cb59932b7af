import "server-only";
import { asc, eq } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import type { ApplicantSeed } from "@/lib/boot/seed/persona-data";
import type { Applicant } from "@/lib/boot/seed/situations-applicant";
import type { Site } from "@/lib/boot/seed/situations-documents";
import { approveAtDesk, verifyBySms } from "@/lib/boot/seed/situations-staff";
import type { Actor } from "@/lib/filing/access";
import type { ApplicationDraft, PersonDraft } from "@/lib/filing/application/draft";
import { readSection, type SectionId, type SectionValue } from "@/lib/filing/application/draft-sections";
import type { DraftSave } from "@/lib/filing/application/section-schemas";
import { readOwnDraft } from "../orders/own-draft";
import { openSubmission } from "../orders/records";
import { saveDraft } from "../orders/save-draft";
import { heldOf } from "../registry/held";
import { HOUR, MINUTE, orderNow, type World } from "../testing";
import { type ChangeStart, startChange } from "./start-change";

/** Somebody whose first order was approved, and what stands in the register since. */
export interface Filed {
  readonly seed: ApplicantSeed;
  readonly actor: Actor;
  readonly entityId: string;
  readonly number: string;
  /** Row ids in the order of the filing. */
  readonly services: readonly string[];
}

/** The leads the authority asks to verify, of the newest hand-over. */
export async function smsTo(orderId: string): Promise<readonly PersonDraft[]> {
  const order = await orderNow(orderId);
  const submitted = await openSubmission(read(), order, order.snapshot.round);
  const ids = order.snapshot.sms?.required ?? [];
  return submitted.ok ? submitted.value.people.filter(({ id }) => ids.includes(id)) : [];
}

/** People verify who must, and the officer approves. */
export async function settle(world: World, seed: ApplicantSeed, orderId: string): Promise<void> {
  await world.pass(11 * MINUTE);
  for (const { phone1 = "", idNo = "" } of await smsTo(orderId))
    await verifyBySms({ ...seed.lead, phone: phone1, idNo });
  await world.pass(HOUR);
  await approveAtDesk(await world.actor("officer"), seed.account.realName);
  await world.pass(5_000);
}

export async function filedBy(world: World, id: string, ...sites: readonly Site[]): Promise<Filed> {
  const seed = world.seedOf(id);
  const applicant = await world.approved(seed, ...sites);
  await settle(world, seed, applicant.orderId);
  const actor = await world.actor(id);
  const [row] = await read()
    .select()
    .from(t.entities)
    .where(eq(t.entities.accountId, actor.accountId ?? ""));
  if (row === undefined) throw new Error(`${id} has nothing filed`);
  const services = await read()
    .select()
    .from(t.services)
    .where(eq(t.services.entityId, row.id))
    .orderBy(asc(t.services.number));
  return { seed, actor, entityId: row.id, number: row.number, services: services.map((one) => one.id) };
}

/** What is filed of it now. */
export async function heldNow({ entityId }: Filed) {
  const [row] = await read().select().from(t.entities).where(eq(t.entities.id, entityId));
  if (row === undefined) throw new Error("the record is gone");
  return (await heldOf(read(), row)).registry;
}

/** @throws when it cannot begin. */
export async function begin(
  world: World,
  filed: Filed,
  parts: Partial<ChangeStart>,
): Promise<{ applicant: Applicant; orderId: string }> {
  const input = { entityId: filed.entityId, entity: false, services: [], ...parts };
  const started = await startChange(filed.actor, input);
  if (!started.ok) throw new Error(JSON.stringify(started.error));
  const { orderId } = started.value;
  return { applicant: await world.resume(filed.seed, orderId), orderId };
}

/** Saves a section as `change` makes it of what stands there. */
export async function edit(
  actor: Actor,
  orderId: string,
  section: SectionId,
  change: (value: SectionValue, app: ApplicationDraft) => SectionValue,
) {
  const own = await readOwnDraft(actor, orderId);
  if (!own.ok) throw new Error(own.error.code);
  const { application, version } = own.value.draft;
  const before = readSection(application, section);
  if (before === undefined) throw new Error(`no ${section}`);
  const save = { section, baseVersion: version, value: change(before, application) } as DraftSave;
  return saveDraft(actor, { ...save, orderId });
}

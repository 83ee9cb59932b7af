import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import type { ApplicantSeed } from "@/lib/boot/seed/persona-data";
import type { Applicant } from "@/lib/boot/seed/situations-applicant";
import type { SectionId, SectionValue } from "@/lib/filing/application/draft-sections";
import { begin, edit, type Filed, heldNow } from "../changes/testing";
import { readOwnDraft } from "../orders/own-draft";
import { MINUTE, orderNow, SECOND_SITE, SITE, type World } from "../testing";
import { readHandover } from "./read-handover";
import { inTray, lookUpAll, manualWorld, record, underReview } from "./testing";

let world: World;
beforeEach(async () => {
  world = await manualWorld();
});
afterEach(() => world.dispose());

const ENTITY = "浙ICP备2026000001号";
/** The persona with a second domain lives elsewhere. */
const ELSEWHERE = "沪ICP备2026000001号";
const lin = () => world.actor("reviewer-lin");

/** What the form asks for: numbers nobody gave yet. */
async function asked(sequence: number) {
  const page = await readHandover(await lin(), { sequence });
  if (!page.ok) throw new Error(page.error.code);
  const { knownEntity, services } = page.value;
  return { knownEntity, services };
}

/** Approves as the form does: known numbers are sent as they were shown, `typed` is what staff write. */
async function approve(sequence: number, typed: { entity?: string; services?: readonly string[] }) {
  const { knownEntity, services } = await asked(sequence);
  const free = [...(typed.services ?? [])];
  const said = {
    type: "approved" as const,
    entityNumber: knownEntity ?? typed.entity ?? "",
    services: Object.fromEntries(services.map(({ id, number }) => [id, number ?? free.shift() ?? ""])),
  };
  expect(free).toEqual([]);
  const answer = await record(await lin(), sequence, said);
  await world.pass(5_000);
  return answer;
}

async function first(id: string, entity = ENTITY): Promise<Filed> {
  const { orderId } = await inTray(world, id);
  const sequence = await underReview(world, await lin(), orderId);
  expect(await approve(sequence, { entity, services: [`${entity}-1`] })).toMatchObject({ ok: true });
  const actor = await world.actor(id);
  const [row] = await read()
    .select()
    .from(t.entities)
    .where(eq(t.entities.accountId, actor.accountId ?? ""));
  if (row === undefined) throw new Error("nothing filed");
  const services = await read().select().from(t.services).where(eq(t.services.entityId, row.id));
  return {
    ...{ seed: world.seedOf(id), actor, entityId: row.id, number: row.number },
    services: services.map((one) => one.id),
  };
}

/** From a complete draft to the authority's review. */
async function through(applicant: Applicant): Promise<number> {
  await applicant.upload(world.clock);
  await applicant.submit();
  return afterwards(applicant);
}
async function afterwards({ orderId }: Applicant): Promise<number> {
  const desk = await world.reviewer("reviewer-lin");
  await desk.claim(orderId);
  await desk.call(world.clock, orderId, "REACHED_OK");
  await desk.checkSites(orderId);
  await lookUpAll(await lin(), orderId);
  await desk.approve(orderId);
  await world.pass(10 * MINUTE);
  return underReview(world, await lin(), orderId);
}

const serviceKey = async ({ actor }: Filed, orderId: string): Promise<SectionId> => {
  const own = await readOwnDraft(actor, orderId);
  return `service:${own.ok ? own.value.draft.application.services[0]?.id : ""}` as SectionId;
};
const stateOf = async (orderId: string) => (await orderNow(orderId)).snapshot.state;

it("a change of the organiser asks for no number at all", async () => {
  const filed = await first("fresh-unit");
  const { applicant, orderId } = await begin(world, filed, { entity: true });
  await edit(
    filed.actor,
    orderId,
    "entity",
    (value) => ({ ...value, remark: "通信地址已更新，其他信息不变。" }) as SectionValue,
  );
  const sequence = await through(applicant);
  expect(await asked(sequence)).toEqual({ knownEntity: ENTITY, services: [] });
  expect(await approve(sequence, {})).toMatchObject({ ok: true });
  expect(await stateOf(orderId)).toBe("APPROVED");
  expect((await heldNow(filed)).entity?.document.entity.remark).toContain("通信地址已更新");
});

it("a change of a service shows its number and asks for none", async () => {
  const filed = await first("fresh-unit");
  const { applicant, orderId } = await begin(world, filed, { services: [...filed.services] });
  const key = await serviceKey(filed, orderId);
  await edit(filed.actor, orderId, key, (value) => ({ ...value, name: "云样例新站" }) as SectionValue);
  const sequence = await through(applicant);
  const { knownEntity, services } = await asked(sequence);
  expect([knownEntity, services.map(({ number }) => number)]).toEqual([ENTITY, [`${ENTITY}-1`]]);
  expect(await approve(sequence, {})).toMatchObject({ ok: true });
  expect((await heldNow(filed)).services[0]).toMatchObject({
    number: `${ENTITY}-1`,
    document: { name: "云样例新站" },
  });
});

it("a new service asks for its own number only", async () => {
  const filed = await first("filed", ELSEWHERE);
  const seed: ApplicantSeed = { ...filed.seed, domains: filed.seed.domains.slice(1) };
  const applicant = await world.inReview(seed, SECOND_SITE);
  const sequence = await afterwards(applicant);
  expect(await asked(sequence)).toMatchObject({ knownEntity: ELSEWHERE, services: [{ number: null }] });
  expect(await approve(sequence, { services: [`${ELSEWHERE}-1`] })).toMatchObject({ ok: false });
  expect(await approve(sequence, { services: [`${ELSEWHERE}-2`] })).toMatchObject({ ok: true });
  expect((await heldNow(filed)).services.map(({ number, document }) => [number, document.name])).toEqual([
    [`${ELSEWHERE}-1`, SITE.name],
    [`${ELSEWHERE}-2`, SECOND_SITE.name],
  ]);
});

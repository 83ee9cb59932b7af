import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { run as eraseOrder } from "../system/erase-order";
import { newWorld, SECOND_SITE, SITE, type World } from "../testing";
import { abandonOrder } from "./command-order";
import { listKnownParts } from "./list-known-parts";
import { readOwnDraft } from "./own-draft";
import { takeKnownPart } from "./take-known-part";

let world: World;
beforeEach(async () => {
  world = await newWorld();
});
afterEach(() => world.dispose());

async function value<V>(result: Promise<{ ok: true; value: V } | { ok: false; error: unknown }>): Promise<V> {
  const answer = await result;
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
}

/** An order with two people, given up, and a fresh one of the same unit. */
async function twoOrders() {
  const actor = await world.actor("fresh-unit");
  const first = await world.inReview("fresh-unit", SITE, SECOND_SITE);
  const earlier = (await value(readOwnDraft(actor, first.orderId))).draft.application;
  await value(abandonOrder(actor, { orderId: first.orderId }));
  const second = await world.applicant("fresh-unit");
  await second.start();
  return { actor, first: first.orderId, orderId: second.orderId, earlier };
}

describe("what an account wrote before", () => {
  it("is offered masked: people once each, the certificate of the same number", async () => {
    const { actor, first, orderId, earlier } = await twoOrders();
    const { people, entities } = await value(listKnownParts(actor, { orderId }));
    expect(people.map(({ name }) => name)).toEqual(["沈若溪", "周明远"]);
    expect(entities).toMatchObject([
      { name: "杭州云杉示范科技有限公司", source: { kind: "order", id: first } },
    ]);
    const told = JSON.stringify({ people, entities });
    for (const { idNo, phone1, email } of earlier.people)
      for (const secret of [idNo, phone1, email]) expect(told).not.toContain(secret);
    expect(told).not.toContain(earlier.entity.certNo);
  });

  it("is handed over whole when chosen, with an id of its own", async () => {
    const { actor, orderId, earlier } = await twoOrders();
    const [, second] = (await value(listKnownParts(actor, { orderId }))).people;
    const [, original] = earlier.people;
    if (second === undefined || original === undefined) throw new Error("two people were filed");
    const { source, personId } = second;
    const { person, entity } = await value(takeKnownPart(actor, { orderId, source, personId }));
    expect(entity).toBeNull();
    expect(person).toEqual({ ...original, id: person?.id });
    expect(person?.id).toMatch(/^ppl_/);
    expect(person?.id).not.toBe(original.id);
    const whole = await value(takeKnownPart(actor, { orderId, source }));
    const { legalRep: _legalRep, entityLead: _entityLead, ...section } = earlier.entity;
    expect(whole).toEqual({ person: null, entity: section });
  });

  it("says who stands in the new order already", async () => {
    const { actor, orderId } = await twoOrders();
    const resumed = await world.resume(world.seedOf("fresh-unit"), orderId);
    await resumed.fillPeople();
    const { application } = (await value(readOwnDraft(actor, orderId))).draft;
    const { people } = await value(listKnownParts(actor, { orderId }));
    expect(people.map(({ sameAs }) => sameAs)).toEqual([application.people[0]?.id, null]);
  });

  it("is nobody else's: neither listed nor taken", async () => {
    const { first, orderId } = await twoOrders();
    const stranger = await world.actor("fresh-person");
    const source = { kind: "order", id: first } as const;
    expect(await listKnownParts(stranger, { orderId })).toMatchObject({ error: { code: "not_found" } });
    expect(await takeKnownPart(stranger, { orderId, source })).toMatchObject({
      error: { code: "not_found" },
    });
    const own = await world.applicant("fresh-person");
    await own.start();
    expect(await value(listKnownParts(stranger, { orderId: own.orderId }))).toEqual({
      people: [],
      entities: [],
    });
    expect(await takeKnownPart(stranger, { orderId: own.orderId, source })).toMatchObject({
      error: { code: "not_found" },
    });
  });

  it("ends with the order: what is erased is offered no more", async () => {
    const { actor, first, orderId } = await twoOrders();
    await eraseOrder({ orderId: first });
    expect(await value(listKnownParts(actor, { orderId }))).toEqual({ people: [], entities: [] });
    const source = { kind: "order", id: first } as const;
    expect(await takeKnownPart(actor, { orderId, source })).toMatchObject({ error: { code: "not_found" } });
  });
});

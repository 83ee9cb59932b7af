import { afterEach, beforeEach, expect, it } from "vitest";
import { APP, app, approved, ONE, site, TWO } from "@/lib/filing/registry/testing";
import { getFiling } from "./get-filing";
import { getReach, type Seen } from "./get-reach";
import { type RegistryWorld, registryWorld } from "./testing";

let world: RegistryWorld;
beforeEach(async () => {
  world = await registryWorld();
});
afterEach(() => world.dispose());

const BLIND: Seen = { resolves: null, ipAnswers: null };

async function reach(number: string, seen: Seen = BLIND, actor: 0 | 1 = 0) {
  const entityId = await world.entityId();
  const card = await getFiling(world.actor(0), { entityId });
  const serviceId = card.ok ? (card.value.services.find((one) => one.number === number)?.id ?? "") : "";
  return getReach(world.actor(actor), { entityId, serviceId, seen });
}

it("has just been approved, then everything of the filing is in order, and the holder's look decides", async () => {
  await world.say(approved("FIRST_FILING", [[ONE, site(1)]]));
  expect(await reach(ONE)).toMatchObject({
    value: { domain: "site1.com", cause: "just-approved", blocked: true, lag: [10, 30] },
  });
  expect(await reach(ONE, { resolves: false, ipAnswers: null })).toMatchObject({
    value: { cause: "does-not-resolve", blocked: false },
  });
});

it("misses its access, and says so to nobody else", async () => {
  await world.say(approved("FIRST_FILING", [[ONE, site(1)]]));
  await world.say(approved("CANCEL_ACCESS", [[ONE, site(1)]]), "order-2");
  expect(await reach(ONE)).toMatchObject({ value: { cause: "access-missing", blocked: true } });
  expect(await reach(ONE, BLIND, 1)).toMatchObject({ ok: false, error: { code: "not_found" } });
});

it("was cancelled, unless its name is filed again", async () => {
  await world.say(
    approved("FIRST_FILING", [
      [ONE, site(1)],
      [TWO, site(2)],
    ]),
  );
  await world.say(approved("CANCEL_SERVICE", [[ONE, site(1)]]), "order-2");
  expect(await reach(ONE)).toMatchObject({
    value: { domain: "site1.com", cause: "cancelled", blocked: true },
  });
  const again = "京ICP备2026000001号-9";
  await world.say(approved("NEW_SERVICE_LOCAL", [[again, site(1)]]), "order-3");
  expect(await reach(ONE)).toEqual({ ok: true, value: null });
  expect(await reach(again)).toMatchObject({ value: { cause: "just-approved" } });
});

it("has nothing to say of an APP without names, or of what is not there", async () => {
  await world.say(
    approved("FIRST_FILING", [
      [ONE, site(1)],
      [APP, app(1, { domains: [] })],
    ]),
  );
  expect(await reach(APP)).toEqual({ ok: true, value: null });
  expect(await reach("京ICP备2026000009号-9")).toMatchObject({ ok: false });
});

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { OwnWish } from "@/lib/filing/guide/leave-case";
import { APP, app, approved, ONE, site, TWO } from "@/lib/filing/registry/testing";
import { getLeave } from "./get-leave";
import { type RegistryWorld, registryWorld } from "./testing";

let world: RegistryWorld;
beforeEach(async () => {
  world = await registryWorld();
});
afterEach(() => world.dispose());

const wish = (over: Partial<OwnWish> = {}): OwnWish => ({
  gone: "service",
  used: "no",
  serviceIds: [],
  ...over,
});

async function ask(asked: OwnWish | null) {
  const view = await getLeave(world.actor(0), { entityId: await world.entityId(), wish: asked });
  if (!view.ok) throw new Error(view.error.code);
  return view.value;
}

describe("what to do with a filing that is no longer needed", () => {
  it("compares before anything is asked, and tells nobody of others' filings", async () => {
    await world.say(approved("FIRST_FILING", [[ONE, site(1)]]));
    expect(await ask(null)).toMatchObject({
      asked: null,
      advice: null,
      consequences: null,
      openOrderId: null,
    });
    const foreign = await getLeave(world.actor(1), { entityId: await world.entityId(), wish: wish() });
    expect(foreign).toMatchObject({ ok: false, error: { code: "not_found" } });
  });

  it("advises about the chosen service, with what it does to this filing", async () => {
    await world.say(
      approved("FIRST_FILING", [
        [ONE, site(1)],
        [TWO, site(2)],
        [APP, app(1)],
      ]),
    );
    expect((await ask(wish())).advice).toBeNull();
    const { services } = await ask(null);
    const id = services.find(({ number }) => number === TWO)?.id ?? "";
    const { advice, consequences } = await ask(wish({ serviceIds: [id, "somebody-elses"] }));
    expect(advice).toMatchObject({ answer: "cancel-service", services: [TWO], names: [site(2).name] });
    expect(consequences).toMatchObject({
      deadDomains: ["site2.com"],
      untouched: [ONE, APP],
      left: "services",
    });
  });

  it("turns the last service into the entity, and a shell into the authority's form", async () => {
    await world.say(approved("FIRST_FILING", [[ONE, site(1)]]));
    expect(await ask(wish())).toMatchObject({
      advice: { answer: "cancel-entity", reason: "only-service" },
      consequences: { kind: "CANCEL_ENTITY", left: "nothing" },
    });
    await world.say(approved("CANCEL_SERVICE", [[ONE, site(1)]]), "order-2");
    expect(await ask(wish())).toMatchObject({
      advice: { answer: "offline-shell", href: "/ways-out/shell-entity?province=110000" },
      consequences: null,
    });
  });

  it("sends what is not served here any more to where it is", async () => {
    await world.say(approved("FIRST_FILING", [[ONE, site(1)]]));
    await world.say(approved("CANCEL_ACCESS", [[ONE, site(1)]]), "order-2");
    expect((await ask(wish())).advice).toMatchObject({
      ...{ answer: "old-provider", href: "/ways-out/filed-elsewhere?province=110000" },
    });
  });

  it("says nothing of a filing that has ended, or of an order nobody has under way", async () => {
    await world.say(approved("FIRST_FILING", [[ONE, site(1)]]));
    expect(await ask(wish({ gone: "order" }))).toMatchObject({ asked: null, advice: null });
    await world.say(approved("CANCEL_ENTITY", []), "order-2");
    expect(await ask(wish())).toMatchObject({ asked: null, advice: null, consequences: null });
  });

  it("shows a road only where there is one, and says why not", async () => {
    await world.say(approved("FIRST_FILING", [[ONE, site(1)]]));
    const { advice } = await ask(wish({ gone: "everything" }));
    expect(advice?.order).toBe("CANCEL_ENTITY");
    expect([advice?.href === null, advice?.why === null]).toContain(true);
    expect(advice?.href === null).toBe(advice?.why !== null);
  });
});

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { withTransaction } from "@/db/transaction";
import * as register from "@/lib/authority/sandbox/store/schema";
import { inStore } from "@/lib/authority/sandbox/store/transaction";
import { queryPublic } from "@/lib/authority/sandbox/usecases/query-public";
import type { SectionId, SectionValue } from "@/lib/filing/application/draft-sections";
import { ok } from "@/lib/filing/shared/result";
import { getSection } from "../orders/get-section";
import { readOwnDraft } from "../orders/own-draft";
import { changeRegistry } from "../registry/change-registry";
import { heldByNumber } from "../registry/held";
import { askServing } from "../serving/ask-serving";
import { HOUR, newWorld, SITE, type World } from "../testing";
import { dropDomain } from "./drop-domain";
import { begin, edit, type Filed, filedBy, heldNow, settle } from "./testing";

let world: World;
beforeEach(async () => {
  world = await newWorld();
});
afterEach(() => world.dispose());

const MORE = [
  { id: "dom_old00001", domain: "yunyangli-old.cn" },
  { id: "dom_old00002", domain: "yunyangli-older.cn" },
];

/** A website from before one website had one domain: here, and at the authority. */
async function withMore(): Promise<Filed> {
  const filed = await filedBy(world, "filed", SITE);
  await withTransaction(async (tx) => {
    const held = await heldByNumber(tx, filed.number);
    const [service] = held.registry.services;
    const { leadPerson, ...document } = service?.document ?? {};
    const event = {
      ...{ type: "approved", orderType: "CHANGE_SERVICE", entityNumber: filed.number },
      services: { [(document as { id?: string }).id ?? ""]: service?.number ?? "" },
      application: {
        ...{ schemaVersion: 1, entity: held.registry.entity?.document.entity, people: [leadPerson] },
        services: [{ ...document, moreDomains: MORE }],
      },
    };
    const cause = { orderId: "order-old", notice: null, accountId: filed.actor.accountId };
    return ok(await changeRegistry(tx, held, event as never, { ...cause, at: world.clock.now() }));
  });
  const number = (await heldNow(filed)).services[0]?.number ?? "";
  await inStore(async (tx) => {
    for (const { domain } of MORE)
      await tx.insert(register.registerDomains).values({ serviceNumber: number, domain });
    return ok(null);
  });
  await world.pass(HOUR);
  return filed;
}

const draftOf = async ({ actor }: Filed, orderId: string) => {
  const own = await readOwnDraft(actor, orderId);
  const service = own.ok ? own.value.draft.application.services[0] : undefined;
  if (service?.kind !== "WEBSITE") throw new Error("no website");
  return service;
};
const served = async () => {
  const asked = await askServing([MORE[0]?.domain ?? "", MORE[1]?.domain ?? ""]);
  return asked.ok ? asked.value.domains.map((one) => one.served) : [];
};

describe("a further domain of a website", () => {
  it("goes with a change, comes back before it is submitted, and is served no more once it is approved", async () => {
    const filed = await withMore();
    expect(await served()).toEqual([true, true]);
    const { applicant, orderId } = await begin(world, filed, { services: [...filed.services] });
    const { id: service } = await draftOf(filed, orderId);
    const set = (domain: string, drop: boolean, actor = filed.actor) =>
      dropDomain(actor, { orderId, service, domain, drop });
    for (const { id } of MORE) expect(await set(id, true)).toEqual({ ok: true, value: null });
    expect((await draftOf(filed, orderId)).moreDomains).toBeUndefined();
    expect(await set("dom_old00002", false)).toMatchObject({ ok: true });
    expect((await draftOf(filed, orderId)).moreDomains).toEqual([MORE[1]]);
    const section = `service:${service}` as SectionId;
    const page = await getSection(filed.actor, { orderId, section });
    expect(page.ok && page.value.change?.moreDomains.map(({ dropped }) => dropped)).toEqual([true, false]);
    // The page of the website saves on: what went stays away.
    const renamed = (value: SectionValue) => ({ ...value, name: "云样例新站" }) as never;
    expect(await edit(filed.actor, orderId, section, renamed)).toMatchObject({ ok: true });
    expect((await draftOf(filed, orderId)).moreDomains).toEqual([MORE[1]]);

    expect(await set("dom_unknown1", true)).toMatchObject({ error: { code: "not_found" } });
    expect(await set("dom_old00001", true, await world.actor("fresh-unit"))).toMatchObject({
      error: { code: "not_found" },
    });

    await applicant.upload(world.clock);
    await applicant.submit();
    const lin = await world.reviewer("reviewer-lin");
    await lin.claim(orderId);
    await lin.call(world.clock, orderId, "REACHED_OK");
    await lin.approve(orderId);
    await settle(world, filed.seed, orderId);
    const { domains } = (await heldNow(filed)).services[0] ?? {};
    expect(domains).not.toContain(MORE[0]?.domain);
    expect(domains).toContain(MORE[1]?.domain);
    await world.pass(HOUR);
    expect(await served()).toEqual([false, true]);
    const query = async (text = "") => {
      const found = await queryPublic({ by: "domain", text });
      return found.ok ? found.value.length : null;
    };
    expect([await query(MORE[0]?.domain), await query(MORE[1]?.domain)]).toEqual([0, 1]);
  });

  it("is nothing of an order that changes nothing filed", async () => {
    const applicant = await world.applicant("fresh-unit");
    await applicant.start();
    const actor = await world.actor("fresh-unit");
    const own = await readOwnDraft(actor, applicant.orderId);
    const service = own.ok ? (own.value.draft.application.services[0]?.id ?? "") : "";
    const input = { orderId: applicant.orderId, service, domain: "dom_old00001", drop: true };
    expect(await dropDomain(actor, input)).toMatchObject({ error: { code: "not_found" } });
  });
});

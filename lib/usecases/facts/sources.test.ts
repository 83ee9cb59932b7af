import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { tableInventory } from "@/lib/inventory/table";
import { saying } from "@/lib/outbound/testing";
import { openSystem, type TestSystem } from "@/lib/systems/testing";
import { PAGE_WAIT_MS } from "@/lib/systems/wait";
import { getCheck } from "../orders/get-check";
import { getOverview } from "../orders/get-overview";
import { getSection } from "../orders/get-section";
import { getTaskList } from "../orders/get-task-list";
import { listResources } from "../orders/list-resources";
import { previewOrder } from "../orders/preview-order";
import { previewPolicyChange } from "../policy/preview-policy-change";
import { approveOrder } from "../review/approve-order";
import { getWorkbench } from "../review/get-workbench";
import { newWorld, orderNow, seen, type World } from "../testing";

let systems: Record<"inventory" | "domains" | "business", TestSystem>;
let world: World;
beforeEach(async () => {
  systems = { inventory: await openSystem(), domains: await openSystem(), business: await openSystem() };
  const url = (name: keyof typeof systems) => systems[name].url;
  world = await newWorld(undefined, {
    ...{ INVENTORY_URL: url("inventory"), DOMAINS_URL: url("domains"), BUSINESS_URL: url("business") },
  });
  const { account, domains } = world.seedOf("fresh-unit");
  const owner = { ownerName: account.realName, ownerIdNo: account.idNo, ownerIdType: null };
  const now = world.clock.now();
  const times = { realNameVerifiedAt: now - 30 * 86_400_000, expiresAt: now + 365 * 86_400_000 };
  systems.domains.known.domains = Object.fromEntries(
    domains.map((domain) => [
      domain,
      {
        registered: true,
        registeredHere: true,
        registrarApproved: true,
        serverHold: false,
        ...owner,
        ...times,
      },
    ]),
  );
  systems.inventory.known.servers = await tableInventory.list(await accountId());
  systems.business.known.businesses = {
    [account.idNo]: {
      ...{ found: true, name: account.realName, legalRepName: null, status: "active" },
      ...{ registeredOrUpdatedAt: null, licenceIssuedOn: null },
    },
  };
});
afterEach(async () => {
  world.dispose();
  for (const system of Object.values(systems)) await system.close();
});

const accountId = async () => (await world.actor("fresh-unit")).accountId ?? "";
const value = <V>(result: { ok: true; value: V } | { ok: false; error: unknown }): V => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
/** It answers with a page for people: nothing that counts as an answer, and nothing that opens the breaker. */
const away = saying(200, "<html>We will be back</html>");
const asked = () => Object.values(systems).map(({ questions }) => questions.length);

/** An order that wants nothing but to be handed in. */
async function complete() {
  const applicant = await world.applicant("fresh-unit");
  await applicant.start();
  await applicant.fillPeople();
  await applicant.fillWebsites();
  await applicant.upload(world.clock);
  return applicant;
}

describe("the provider's own systems", () => {
  it("carry an order to its approval, and a page asks each question once", async () => {
    const applicant = await complete();
    const actor = await world.actor("fresh-unit");
    const before = asked();
    const check = value(await getCheck(actor, { orderId: applicant.orderId }));
    expect(check).toMatchObject({ blocking: [], silent: [] });
    expect(asked().map((count, n) => count - (before[n] ?? 0))).toEqual([1, 1, 1]);
    await applicant.submit();
    const lin = await world.reviewer("reviewer-lin");
    await lin.claim(applicant.orderId);
    await lin.call(world.clock, applicant.orderId, "REACHED_OK");
    await lin.approve(applicant.orderId);
    expect((await orderNow(applicant.orderId)).row.state).toBe("READY_FOR_AUTHORITY");
    const told = JSON.stringify([systems.domains.questions, systems.business.questions]);
    expect(told).not.toContain(applicant.seed.lead.idNo);
    expect(told).not.toContain(applicant.seed.account.realName);
  });

  it("speak: what they say is what counts, and no table", async () => {
    const applicant = await complete();
    const actor = await world.actor("fresh-unit");
    const [domain = ""] = applicant.seed.domains;
    const known = systems.domains.known.domains ?? {};
    const record = known[domain];
    if (record === undefined) throw new Error("no record");
    systems.domains.known.domains = { [domain]: { ...record, ownerName: "另一家公司" } };
    const { blocking } = value(await getCheck(actor, { orderId: applicant.orderId }));
    expect(blocking.map(({ rule }) => rule)).toContain("domain.owner");
    systems.domains.known.domains = {};
    expect(value(await getCheck(actor, { orderId: applicant.orderId })).blocking).toMatchObject([
      { rule: "facts.missing", params: { fact: "domains" } },
    ]);
  });
});

describe("a system that is silent", () => {
  it("is named on every page, keeps an order from being handed in, and loses nothing", async () => {
    const applicant = await complete();
    const actor = await world.actor("fresh-unit");
    const { orderId } = applicant;
    systems.domains.mood = away;
    const tasks = value(await getTaskList(actor, { orderId }));
    expect(tasks.silent).toEqual(["domains"]);
    const check = value(await getCheck(actor, { orderId }));
    expect(check).toMatchObject({
      silent: ["domains"],
      blocking: [{ rule: "facts.missing", params: { fact: "domains" } }],
    });
    const [site] = check.groups.flatMap(({ subject }) => /^services\[(.+)\]$/.exec(subject)?.[1] ?? []);
    const section = value(await getSection(actor, { orderId, section: `service:${site}` }));
    expect(section).toMatchObject({ silent: ["domains"], ownDomains: [], resources: [{}, {}] });
    await expect(applicant.submit()).rejects.toThrow("order.findings-open");
    systems.domains.mood = null;
    expect(value(await getTaskList(actor, { orderId })).silent).toEqual([]);
    await applicant.submit();
  });

  it("keeps a reviewer from forwarding, who is told as well", async () => {
    const applicant = await complete();
    await applicant.submit();
    const { orderId } = applicant;
    const lin = await world.reviewer("reviewer-lin");
    await lin.claim(orderId);
    await lin.call(world.clock, orderId, "REACHED_OK");
    systems.business.mood = away;
    systems.inventory.mood = away;
    const actor = await world.actor("reviewer-lin");
    expect(value(await getWorkbench(actor, { orderId })).silent).toEqual(["inventory", "business"]);
    expect(await approveOrder(actor, { ...(await seen(orderId)), overrideReason: "" })).toMatchObject({
      error: { reason: "order.errors-open", params: { count: 2 } },
    });
    systems.business.mood = null;
    systems.inventory.mood = null;
    await lin.approve(orderId);
  });

  it("holds a page up for three seconds, however many are silent and whatever is asked of them", async () => {
    const applicant = await complete();
    const actor = await world.actor("fresh-unit");
    const { orderId } = applicant;
    const { groups } = value(await getCheck(actor, { orderId }));
    const [site] = groups.flatMap(({ subject }) => /^services\[(.+)\]$/.exec(subject)?.[1] ?? []);
    for (const system of Object.values(systems)) system.mood = () => undefined;
    const began = performance.now();
    const section = value(await getSection(actor, { orderId, section: `service:${site}` }));
    expect(performance.now() - began).toBeLessThan(PAGE_WAIT_MS + 1_000);
    expect(section.silent).toEqual(["inventory", "domains", "business"]);
  });

  it("breaks no page that only lists, and is not taken for one that has nothing", async () => {
    const actor = await world.actor("fresh-unit");
    systems.inventory.mood = away;
    expect(value(await listResources(actor))).toMatchObject({ servers: [], silent: ["inventory"] });
    expect(value(await getOverview(actor)).silent).toEqual(["inventory"]);
  });

  it("is why nobody can say which order it would be", async () => {
    const actor = await world.actor("fresh-unit");
    const { account, domains } = world.seedOf("fresh-unit");
    systems.domains.mood = away;
    const answers = {
      nature: 4,
      province: "310000",
      certType: 1,
      certNo: account.idNo,
      domain: domains[0],
      service: "WEBSITE",
    };
    expect(await previewOrder(actor, answers as Parameters<typeof previewOrder>[1])).toMatchObject({
      value: { kind: "blocked", block: "UNKNOWN", silent: ["domains"] },
    });
  });

  it("is asked once for all orders a change of policy is compared for, and named", async () => {
    await (await complete()).submit();
    systems.domains.mood = away;
    const before = systems.domains.questions.length;
    const change = { setting: "remarkMinLength", value: 60, from: null };
    expect(await previewPolicyChange(await world.actor("supervisor"), change)).toMatchObject({
      value: { silent: ["domains"], looked: 1 },
    });
    expect(systems.domains.questions.length).toBe(before + 1);
  });
});

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { APP, app, approved, ONE, site, TWO } from "@/lib/filing/registry/testing";
import { validEnterprise, validLead } from "@/lib/filing/testing/fixtures";
import { newId } from "@/lib/ids";
import { listFilings } from "../orders/list-filings";
import { getFiledService, getFiling, getFilingHistory } from "./get-filing";
import { type RegistryWorld, registryWorld } from "./testing";

let world: RegistryWorld;
let entityId: string;
beforeEach(async () => {
  world = await registryWorld();
  await world.say(
    approved("FIRST_FILING", [
      [ONE, site(1)],
      [APP, app(1)],
    ]),
  );
  entityId = await world.entityId();
});
afterEach(() => world.dispose());

async function card() {
  const view = await getFiling(world.actor(0), { entityId });
  if (!view.ok) throw new Error(view.error.code);
  return view.value;
}
async function service(number: string) {
  const { services } = await card();
  const serviceId = services.find((one) => one.number === number)?.id ?? "";
  const view = await getFiledService(world.actor(0), { entityId, serviceId });
  if (!view.ok) throw new Error(view.error.code);
  return view.value;
}
const renamed = { ...validEnterprise().entity, name: "北京青禾文具集团有限公司" };
const newPhone = validLead({ phone1: "13800000009" });

describe("the card of a filed entity", () => {
  it("shows what is filed, personal numbers in part, and what set each value", async () => {
    const filedAt = world.at();
    await world.say(approved("CHANGE_ENTITY", [], { entity: renamed, people: [newPhone] }), "order-2");
    const { values, services, filing, opened } = await card();
    const of = (path: string) => values.find((value) => value.path === path);
    expect(of("entity.name")).toMatchObject({ values: [renamed.name], changed: true, by: { id: "order-2" } });
    expect(of("entity.certNo")).toMatchObject({ changed: false, by: { id: "order-1", at: filedAt } });
    expect(of("entityLead.phone1")).toMatchObject({ values: ["138****0009"], by: { id: "order-2" } });
    expect(JSON.stringify(values)).not.toContain("110101199003070011");
    expect(filing).toMatchObject({ unitName: renamed.name, shell: false, endedAt: null });
    expect(opened).toMatchObject({ kind: "order", id: "order-1", at: filedAt });
    expect(services.map(({ number, access, domains }) => [number, access, ...domains])).toEqual([
      [ONE, "here", "site1.com"],
      [APP, "here", "site1.com"],
    ]);
  });

  it("offers only roads there are, and gives every other type of the record its reason", async () => {
    const { actions } = await card();
    expect(actions.map(({ action, href, reason }) => [action, href ?? reason])).toEqual([
      ["NEW_SERVICE_LOCAL", "/console/orders/new"],
      ["ACCESS_SERVICE", "/console/orders/new"],
      ["CHANGE_FILING", `/console/filings/${entityId}/change?part=all`],
      ["CHANGE_ENTITY", `/console/filings/${entityId}/change?part=entity`],
      ["CANCEL_ENTITY", `/console/filings/${entityId}/cancel?type=entity`],
    ]);
  });

  it("says that a service ended, and still what its domain was", async () => {
    await world.say({ type: "struck", numbers: [ONE] }, null);
    const { services } = await card();
    expect(services[0]).toMatchObject({ number: ONE, access: "ended", domains: ["site1.com"] });
    const listed = await listFilings(world.actor(0));
    expect(
      listed.ok && listed.value[0]?.services.map(({ ended, here, domains }) => [ended, here, ...domains]),
    ).toEqual([
      [true, false, "site1.com"],
      [false, true, "site1.com"],
    ]);
  });

  it("does not show a domain that was dropped", async () => {
    const moved = app(1, { domains: [{ id: "dom_0002", domain: "site9.com" }] });
    await world.say(approved("CHANGE_SERVICE", [[APP, moved]]), "order-2");
    const listed = await listFilings(world.actor(0));
    expect(listed.ok && listed.value[0]?.services[1]?.domains).toEqual(["site9.com"]);
    expect((await card()).services[1]?.domains).toEqual(["site9.com"]);
  });

  it("calls a shell a shell", async () => {
    const both = [
      [ONE, site(1)],
      [APP, app(1)],
    ] as const;
    await world.say(approved("CANCEL_SERVICE", both), "order-2");
    const { filing, actions } = await card();
    expect(filing).toMatchObject({ shell: true, endedAt: null });
    expect(new Set(actions.map(({ reason }) => reason))).toEqual(new Set(["shell"]));
  });
});

describe("a filed service", () => {
  it("knows its access, and loses it without losing its number", async () => {
    expect((await service(ONE)).access).toMatchObject({ since: world.at(), ips: ["192.0.2.1"] });
    await world.say(approved("CANCEL_ACCESS", [[ONE, site(1)]]), "order-2");
    const view = await service(ONE);
    expect(view).toMatchObject({ access: null, endedAt: null, service: { access: "none" } });
    expect(view.actions[0]?.href).toBe(`/console/orders/new?number=${encodeURIComponent(ONE)}`);
    expect(view.actions.map(({ action, reason }) => [action, reason])).toEqual([
      ["ACCESS_SERVICE", null],
      ["CHANGE_SERVICE", "not-served-here"],
      ["CANCEL_SERVICE", "not-served-here"],
      ["CANCEL_ACCESS", "not-served-here"],
    ]);
  });
});

describe("the history", () => {
  it("tells change by change what did it, values as they were and are", async () => {
    await world.say(approved("NEW_SERVICE_LOCAL", [[TWO, site(2)]]), "order-2");
    await world.say(approved("CHANGE_ENTITY", [], { people: [newPhone] }), "order-3");
    await world.say({ type: "struck", numbers: [TWO] }, null);
    const view = await getFilingHistory(world.actor(0), { entityId });
    const lines = view.ok ? view.value.lines : [];
    expect(
      lines
        .slice(8)
        .map(({ change, by }) => [
          change,
          by.kind === "order" ? by.id : by.kind === "authority" && by.notice,
        ]),
    ).toEqual([
      ["service_opened", "order-2"],
      ["domain_opened", "order-2"],
      ["access_opened", "order-2"],
      ["entity_changed", "order-3"],
      ["access_ended", 7],
      ["domain_ended", 7],
      ["service_ended", 7],
    ]);
    expect(lines[11]?.value).toMatchObject({ before: ["138****0001"], after: ["138****0009"] });
    const said = JSON.stringify(lines);
    for (const whole of ["13800000001", "13800000009", "110101199003070011"])
      expect(said).not.toContain(whole);
    expect(lines[0]?.opened.map(({ path }) => path)).toContain("entity.name");
  });
});

it("somebody else's record and none are the same answer, on every road", async () => {
  const other = world.actor(1);
  const { services } = await card();
  const serviceId = services[0]?.id ?? "";
  for (const id of [entityId, newId()]) {
    const answers = [
      await getFiling(other, { entityId: id }),
      await getFiledService(other, { entityId: id, serviceId }),
      await getFilingHistory(other, { entityId: id }),
    ];
    for (const answer of answers) expect(answer).toMatchObject({ ok: false, error: { code: "not_found" } });
  }
  // His own record does not open another's service.
  await world.say(
    approved("FIRST_FILING", [["沪ICP备2026000009号-1", site(3)]], {}, "沪ICP备2026000009号"),
    "order-9",
    world.accounts[1],
  );
  const [own] = await listFilings(other).then((list) => (list.ok ? list.value : []));
  const crossed = await getFiledService(other, { entityId: own?.id ?? "", serviceId });
  expect(crossed).toMatchObject({ ok: false, error: { code: "not_found" } });
});

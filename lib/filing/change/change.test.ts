import { describe, expect, it } from "vitest";
import type { AppDraft, ApplicationDraft, PersonDraft } from "../application/draft";
import { policyAt } from "../policy";
import { APP, app, approved, ENTITY, filedRegistry, lived, ONE, site, TWO } from "../registry/testing";
import type { Registry } from "../registry/types";
import { NOW, secondLead, validEnterprise, validLead } from "../testing/fixtures";
import { basisOf, type ChangeScope, changeTypeOf, scopeOf } from "./basis";
import { beginChange } from "./begin";
import { changedByPlace, changedIn, changedParts } from "./changed";
import { dropDomain, moreDomainsOf } from "./dropped";
import { leadsElsewhere } from "./leads";
import { beyondChange, type Lock, lockAt } from "./locked";
import { rebase } from "./rebase";

const ALL: ChangeScope = { entity: true, services: [ONE, APP] };
function basis(scope: ChangeScope = ALL, registry: Registry = filedRegistry()): ApplicationDraft {
  const made = basisOf(registry, scope);
  if (made === undefined) throw new Error("nothing to change");
  return made;
}
const person = (app: ApplicationDraft, change: Partial<PersonDraft>): ApplicationDraft => ({
  ...app,
  people: app.people.map((one) => ({ ...one, ...change })),
});
const first = (app: ApplicationDraft, change: object): ApplicationDraft => ({
  ...app,
  services: app.services.map((one, index) => (index === 0 ? ({ ...one, ...change } as typeof one) : one)),
});

describe("what a change begins from", () => {
  it.each<[ChangeScope, string | null]>([
    [{ entity: false, services: [] }, null],
    [{ entity: true, services: [] }, "CHANGE_ENTITY"],
    [{ entity: false, services: [ONE] }, "CHANGE_SERVICE"],
    [{ entity: true, services: [ONE] }, "CHANGE_FILING"],
  ])("%j is %s", (scope, type) => {
    expect(changeTypeOf(scope)).toBe(type);
  });

  it("is what is filed, with its numbers, and says again which parts it is about", () => {
    const app = basis();
    expect(app.entity).toMatchObject({ recordNumber: ENTITY, certNo: validEnterprise().entity.certNo });
    expect(app.services.map(({ serviceFilingNumber }) => serviceFilingNumber)).toEqual([ONE, APP]);
    expect(scopeOf("CHANGE_FILING", app)).toEqual(ALL);
    expect(scopeOf("CHANGE_SERVICE", app).entity).toBe(false);
  });

  it("is the same document every time", () => {
    expect(basis()).toEqual(basis());
  });

  it("has one person once, in whatever roles", () => {
    const app = basis();
    expect(app.people).toHaveLength(1);
    expect(app.services.map(({ lead }) => lead)).toEqual([app.entity.entityLead, app.entity.entityLead]);
  });

  it("shows both states of somebody who was changed in one part only", () => {
    const moved = lived(
      approved("FIRST_FILING", [[ONE, site(1)]]),
      approved("CHANGE_ENTITY", [], { people: [validLead({ phone1: "13800000009" })] }),
    );
    const app = basis({ entity: false, services: [ONE] }, moved);
    expect(app.people.map(({ phone1 }) => phone1)).toEqual(["13800000009", validLead().phone1]);
    expect(app.services[0]?.lead).not.toBe(app.entity.entityLead);
  });

  it("is nothing for what has ended, or never was", () => {
    const struck = lived(approved("FIRST_FILING", [[ONE, site(1)]]), { type: "struck", numbers: [ONE] });
    expect(basisOf(struck, { entity: true, services: [ONE] })).toBeUndefined();
    expect(basisOf(filedRegistry(), { entity: true, services: [TWO] })).toBeUndefined();
    const gone = lived(approved("FIRST_FILING", [[ONE, site(1)]]), { type: "struck", numbers: [ENTITY] });
    expect(basisOf(gone, { entity: true, services: [] })).toBeUndefined();
  });
});

describe("whether a change can begin", () => {
  const policy = policyAt(NOW);
  const QUIET = { openOrder: false, ordersFull: false, riskFlag: false, today: "2026-11-24" };
  const ask = (scope: ChangeScope, registry = filedRegistry(), around = QUIET) => {
    const begun = beginChange(registry, scope, around, policy);
    return begun.ok ? [begun.value.type, begun.value.widened] : [begun.error.why, begun.error.service];
  };
  const undated = lived(
    approved("FIRST_FILING", [[ONE, site(1)]], {
      people: [validLead({ idValidTo: undefined, idLongTerm: undefined })],
    }),
  );

  it.each<[string, ReturnType<typeof ask>, (string | boolean | null)[]]>([
    ["the organiser", ask({ entity: true, services: [] }), ["CHANGE_ENTITY", false]],
    ["two services", ask({ entity: false, services: [ONE, APP] }), ["CHANGE_SERVICE", false]],
    ["the same service twice", ask({ entity: false, services: [ONE, ONE] }), ["CHANGE_SERVICE", false]],
    ["both", ask(ALL), ["CHANGE_FILING", false]],
    ["nothing", ask({ entity: false, services: [] }), ["nothing-chosen", null]],
    ["a service that is not filed", ask({ entity: false, services: [TWO] }), ["ended", TWO]],
    ["another order is open", ask(ALL, filedRegistry(), { ...QUIET, openOrder: true }), ["open-order", null]],
    [
      "a flagged account",
      ask({ entity: false, services: [ONE] }, filedRegistry(), { ...QUIET, riskFlag: true }),
      ["risk-flag", ONE],
    ],
    [
      "a lead without dates takes the organiser along",
      ask({ entity: false, services: [ONE] }, undated),
      ["CHANGE_FILING", true],
    ],
    [
      "who changes the organiser anyway is not widened",
      ask({ entity: true, services: [ONE] }, undated),
      ["CHANGE_FILING", false],
    ],
  ])("%s", (_what, said, expected) => {
    expect(said).toEqual(expected);
  });

  it("not of a service that is not served here any more", () => {
    const left = lived(
      approved("FIRST_FILING", [
        [ONE, site(1)],
        [TWO, site(2)],
      ]),
      approved("CANCEL_ACCESS", [[ONE, site(1)]]),
    );
    expect(ask({ entity: true, services: [ONE] }, left)).toEqual(["not-served-here", ONE]);
  });

  it("knows whose leads are filed with services, too", () => {
    expect(leadsElsewhere(filedRegistry())).toEqual([ONE, APP]);
    const other = lived(
      approved("FIRST_FILING", [[ONE, site(1, { lead: "ppl_lead02" })]], {
        people: [validLead(), secondLead()],
      }),
    );
    expect(leadsElsewhere(other)).toEqual([]);
  });
});

describe("what a change makes different", () => {
  const parts = (now: ApplicationDraft) => changedParts(basis(), now);
  it.each<[string, (app: ApplicationDraft) => ApplicationDraft, boolean, number]>([
    ["nothing", (app) => app, false, 0],
    [
      "the organiser's address",
      (app) => ({ ...app, entity: { ...app.entity, commAddress: "北京市海淀区" } }),
      true,
      0,
    ],
    ["a service's name", (app) => first(app, { name: "青禾新站" }), false, 1],
    ["its address on the net", (app) => first(app, { ips: ["192.0.2.9"] }), false, 1],
    ["somebody in all roles", (app) => person(app, { email: "new@qinghe-demo.com" }), true, 2],
  ])("%s", (_what, change, entity, services) => {
    const said = parts(change(basis()));
    expect([said.entity, said.services.length]).toEqual([entity, services]);
  });

  it("is a new service lead, in the service's part alone", () => {
    const app = basis();
    const now = first({ ...app, people: [...app.people, secondLead()] }, { lead: secondLead().id });
    expect(parts(now)).toEqual({ entity: false, services: [app.services[0]?.id] });
    expect(changedByPlace(changedIn(app, now))).toEqual({ people: expect.any(Number) });
  });

  it("is another platform of an APP, and one that is gone", () => {
    const app = basis();
    const packages = [{ id: "pkg_0002", platform: "IOS" as const, packageName: "com.sample.app1.ios" }];
    const only = app.services.map((one) => (one.kind === "APP" ? { ...one, packages } : one));
    expect(parts({ ...app, services: only }).services).toEqual([app.services[1]?.id]);
  });
});

describe("what cannot be changed", () => {
  const OLD = "110108000000012";
  const entity = (over: object) => ({ ...basis(), entity: { ...basis().entity, ...over } });
  it.each<[string, ApplicationDraft, string, Lock | null]>([
    ["the province", basis(), "entity.province", "province"],
    ["the number of the certificate", basis(), "entity.certNo", "certificate"],
    ["an old registration number", entity({ certNo: OLD }), "entity.certNo", null],
    ["a person's number", entity({ nature: 5, certNo: OLD }), "entity.certNo", "certificate"],
    ["a person's nature", entity({ nature: 5 }), "entity.nature", "nature"],
    ["a unit's nature", basis(), "entity.nature", null],
    ["the name", basis(), "entity.name", null],
    ["the filing number", basis(), "entity.recordNumber", "record-number"],
    ["a website's domain", basis(), `services[${basis().services[0]?.id}].domain`, "domain"],
    ["an APP's domains", basis(), `services[${basis().services[1]?.id}].domains[dom_0001].domain`, null],
    [
      "a service's number",
      basis(),
      `services[${basis().services[0]?.id}].serviceFilingNumber`,
      "record-number",
    ],
    ["a lead's phone", basis(), "people[ppl_lead01].phone1", null],
  ])("%s", (_what, filed, path, lock) => {
    expect(lockAt("CHANGE_FILING", filed, path, undefined)).toBe(lock);
  });

  it("is everything about the organiser where only services change", () => {
    const at = (path: string) => lockAt("CHANGE_SERVICE", basis(), path, undefined);
    expect(at("entity.name")).toBe("other-part");
    expect(at("people[ppl_lead01].phone1")).toBe("other-part-person");
    expect(at("people[ppl_new0001].phone1")).toBeNull();
    expect(at(`services[${basis().services[0]?.id}].name`)).toBeNull();
  });

  it("opens for a person only where the province lets him become a unit", () => {
    const advice = policyAt(NOW).provinces["310000"]?.advice;
    const filed = entity({ nature: 5, province: "310000" });
    const open = advice && { ...advice, personToUnit: "ALLOWED" as const };
    expect(["nature", "certNo"].map((one) => lockAt("CHANGE_FILING", filed, `entity.${one}`, open))).toEqual([
      null,
      null,
    ]);
  });

  const beyond = (now: ApplicationDraft, type: "CHANGE_FILING" | "CHANGE_SERVICE" = "CHANGE_FILING") =>
    beyondChange(type, basis(), now, undefined);
  it.each<[string, readonly string[], readonly string[]]>([
    ["nothing", beyond(basis()), []],
    ["what may change", beyond(first(person(basis(), { phone1: "13800000009" }), { name: "新站" })), []],
    ["the province", beyond(entity({ province: "310000" })), ["entity.province"]],
    ["a domain", beyond(first(basis(), { domain: "site9.com" })), ["services[svc_site01].domain"]],
    [
      "a number",
      beyond(first(basis(), { serviceFilingNumber: TWO })),
      ["services[svc_site01].serviceFilingNumber"],
    ],
    [
      "a further domain",
      beyond(first(basis(), { moreDomains: [{ id: "dom_new00001", domain: "site8.com" }] })),
      ["services[svc_site01].moreDomains"],
    ],
    ["a service of another id", beyond(first(basis(), { id: "svc_other1" })), ["services[svc_other1]"]],
    ["one service less", beyond({ ...basis(), services: basis().services.slice(0, 1) }), ["services"]],
    ["the organiser, of services", beyond(entity({ name: "别家" }), "CHANGE_SERVICE"), ["entity.name"]],
    [
      "his lead, of services",
      beyond(person(basis(), { phone1: "13800000009" }), "CHANGE_SERVICE"),
      ["people[ppl_lead01]"],
    ],
  ])("found: %s", (_what, found, paths) => {
    expect(found).toEqual(paths);
  });
});

describe("further domains of a website", () => {
  const MORE = [
    { id: "dom_more0001", domain: "old1.com" },
    { id: "dom_more0002", domain: "old2.com" },
  ];
  const filed = () => first(basis(), { moreDomains: MORE });
  const drop = (app: ApplicationDraft, domain: string, gone = true) =>
    dropDomain(filed(), app, { service: "svc_site01", domain, drop: gone });
  const left = (app: ApplicationDraft | undefined) =>
    app && moreDomainsOf(filed(), app, "svc_site01").map(({ dropped }) => dropped);

  it("go one by one, and come back in their old order", () => {
    const none = drop(drop(filed(), "dom_more0001") ?? basis(), "dom_more0002");
    expect(left(none)).toEqual([true, true]);
    expect(none?.services[0]).not.toHaveProperty("moreDomains");
    const both = drop(drop(none ?? basis(), "dom_more0002", false) ?? basis(), "dom_more0001", false);
    expect(both).toEqual(filed());
    expect(beyondChange("CHANGE_SERVICE", filed(), none ?? basis(), undefined)).toEqual([]);
    expect(changedParts(filed(), none ?? basis()).services).toEqual(["svc_site01"]);
  });

  it("are only those it was filed with", () => {
    expect(drop(filed(), "dom_other001")).toBeUndefined();
    expect(dropDomain(basis(), filed(), { service: "svc_site01", domain: "dom_more0001", drop: true })).toBe(
      undefined,
    );
    expect(moreDomainsOf(filed(), filed(), "svc_none001")).toEqual([]);
  });
});

describe("a change put upon what is filed now", () => {
  it("keeps what was changed, and takes what was not", () => {
    const before = basis();
    const now = { ...before, entity: { ...before.entity, name: "青禾集团", remark: "迁址" } };
    const mine = first({ ...before, entity: { ...before.entity, name: "我的名字" } }, { name: "新站" });
    const put = rebase(before, now, mine);
    expect(put.entity).toMatchObject({ name: "我的名字", remark: "迁址" });
    expect(put.services[0]?.name).toBe("新站");
  });

  it("merges lists by their members' ids: what either side took away stays away", () => {
    const before = basis(
      { entity: false, services: [APP] },
      lived(approved("FIRST_FILING", [[APP, app(1, { packages: [PACKAGE(1), PACKAGE(2)] })]])),
    );
    const packages = (ids: readonly number[]) => first(before, { packages: ids.map(PACKAGE) });
    const put = rebase(before, packages([1]), packages([1, 2, 3]));
    expect((put.services[0] as AppDraft).packages?.map(({ id }) => id)).toEqual(["pkg_0001", "pkg_0003"]);
  });
});

const PACKAGE = (n: number) => ({
  id: `pkg_000${n}`,
  platform: "ANDROID" as const,
  packageName: `com.sample.app${n}`,
});

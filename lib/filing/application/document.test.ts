import { describe, expect, it, test } from "vitest";
import { secondLead, validEnterprise, validPerson, validWebsite } from "../testing/fixtures";
import { emptyApplication } from "./access";
import { ApplicationDraft } from "./draft";
import {
  addApp,
  addPerson,
  addWebsite,
  dropUnusedPeople,
  duplicateService,
  moveService,
  newPartId,
  removeService,
} from "./edit";
import { toIdPath, toIndexPath } from "./paths";
import { DraftSave } from "./section-schemas";
import { sectionOf, sectionsOf } from "./sections";
import { toSubmission } from "./submit";

/** Different bytes every time, the same every run. */
const source = () => {
  let state = 7;
  return (count: number) => Uint8Array.from({ length: count }, () => (state = (state * 73 + 41) % 256));
};
const ids = (app: ApplicationDraft) => app.services.map((service) => service.id);
const three = validEnterprise({
  services: ["a", "b", "c"].map((name) => validWebsite({ id: `svc_000${name}` })),
});

describe("editing the parts", () => {
  it("gives ids the schema accepts", () => {
    const random = source();
    const made = [newPartId("svc", random), newPartId("svc", random)];
    expect(new Set(made).size).toBe(2);
    for (const id of made) expect(id).toMatch(/^svc_[A-Za-z0-9]{12}$/);
  });

  it("adds, and what it makes is a draft", () => {
    const random = source();
    const { app } = addPerson(addApp(addWebsite(emptyApplication(), random), random), random);
    expect(ApplicationDraft.safeParse(app).success).toBe(true);
    expect([app.services.length, app.people.length]).toEqual([2, 1]);
    expect(addWebsite(three, random).services.at(-1)?.lead).toBe("ppl_lead01");
  });

  it("duplicates below the original with new ids and without what must be unique", () => {
    const app = validEnterprise({
      services: [
        validWebsite({ preApprovals: [{ id: "pre_0001", type: 5 }], resource: { kind: "CODE", code: "A" } }),
      ],
    });
    const [original, copy] = duplicateService(app, "svc_site01", source()).services;
    expect(original).toEqual(app.services[0]);
    expect(copy).toMatchObject({
      kind: "WEBSITE",
      contents: [8],
      lead: "ppl_lead01",
      remark: original?.remark,
    });
    for (const key of ["name", "domain", "homepageUrl", "resource"]) expect(copy).not.toHaveProperty(key);
    expect(copy?.id).not.toBe("svc_site01");
    expect(copy?.preApprovals?.[0]?.id).not.toBe("pre_0001");
  });

  test.each([
    ["svc_000a", 1, ["svc_000b", "svc_000a", "svc_000c"]],
    ["svc_000c", -1, ["svc_000a", "svc_000c", "svc_000b"]],
    ["svc_000a", -1, ["svc_000a", "svc_000b", "svc_000c"]],
    ["svc_000c", 1, ["svc_000a", "svc_000b", "svc_000c"]],
    ["svc_gone0", 1, ["svc_000a", "svc_000b", "svc_000c"]],
  ] as const)("moves %s by %i", (id, by, wanted) => expect(ids(moveService(three, id, by))).toEqual(wanted));

  it("removes a service, and people nobody needs", () => {
    expect(ids(removeService(three, "svc_000b"))).toEqual(["svc_000a", "svc_000c"]);
    const app = validEnterprise({ people: [...validEnterprise().people, secondLead()] });
    expect(dropUnusedPeople(app).people.map((person) => person.id)).toEqual(["ppl_lead01"]);
  });
});

describe("sections", () => {
  test.each([
    ["entity.certNo", "entity"],
    ["entity.entityLead", "people"],
    ["entity.legalRep", "people"],
    ["people[ppl_lead01].phone1", "people"],
    ["services[svc_000a].preApprovals[pre_1].type", "service:svc_000a"],
    ["services", "order"],
    ["materials[ENTITY_LEAD_ID:people[ppl_lead01]]", "materials"],
    ["order", "order"],
    ["account", "order"],
    ["facts.registry", "order"],
  ])("%s is part of %s", (path, section) => expect(sectionOf(path)).toBe(section));

  it("lists the task list in the order of work", () => {
    expect(sectionsOf(three).map((section) => section.key)).toEqual([
      "entity",
      "people",
      "service:svc_000a",
      "service:svc_000b",
      "service:svc_000c",
      "materials",
      "check",
    ]);
  });
});

describe("a saved section", () => {
  const leads = (n: number) =>
    Object.fromEntries(Array.from({ length: n }, (_, i) => [`svc_${10_000 + i}`, "ppl_lead01"]));
  const saves = (serviceLeads: unknown) =>
    DraftSave.safeParse({ section: "people", baseVersion: 1, value: { people: [], serviceLeads } });
  it("names at most as many leads as a document has room for", () => {
    expect(saves(leads(64)).success).toBe(true);
    expect(saves(leads(65)).error?.issues).toHaveLength(1);
    // One word about a flood, not one about each key.
    const flood = Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`key${i}`, i]));
    expect(saves(flood).error?.issues).toHaveLength(1);
  });
  it("names leads by id", () => {
    expect(saves({ svc_00001: "nobody" }).success).toBe(false);
    expect(saves(null).success).toBe(false);
  });
});

describe("paths", () => {
  test.each([
    ["services[svc_000b].domain", "services.1.domain"],
    ["people[ppl_lead01].phone1", "people.0.phone1"],
    ["entity.certNo", "entity.certNo"],
    ["services[svc_000b].contents.0", "services.1.contents.0"],
  ])("%s ⇄ %s", (byId, byIndex) => {
    expect(toIndexPath(three, byId)).toBe(byIndex);
    expect(toIdPath(three, byIndex)).toBe(byId);
  });
  it("has no path to what is gone", () => {
    expect(toIndexPath(three, "services[svc_gone].domain")).toBeUndefined();
    for (const step of ["7", "", " ", "-1", "0x0", "length", "1e0"])
      expect(toIdPath(three, `services.${step}.domain`)).toBeUndefined();
  });
});

describe("what passed the gate", () => {
  it("narrows", () => {
    for (const app of [validEnterprise(), validPerson()]) expect(toSubmission(app)).toEqual(app);
  });
  it("throws on what the gate should have found", () => {
    expect(() => toSubmission(emptyApplication())).toThrow();
  });
});

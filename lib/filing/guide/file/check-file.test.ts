import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { policyAt } from "../../policy";
import { DAY_MS } from "../../policy/calendar";
import { FACT_KEYS } from "../../rules/facts";
import {
  contextOf,
  goodDomain,
  goodFacts,
  NOW,
  secondLead,
  validEnterprise,
  validPerson,
  validWebsite,
} from "../../testing/fixtures";
import { type CheckedFile, checkFile } from "./check-file";
import type { Violation } from "./violations";

type Json = Record<string, unknown>;
const options = (at = NOW) => ({ at, policy: policyAt(at) });
const fileOf = (app = validEnterprise(), more: Json = {}) => {
  const { application, facts } = contextOf(app);
  return structuredClone({ schemaVersion: 1, application, facts, ...more });
};

function checked(raw: unknown, at = NOW): CheckedFile {
  const result = checkFile(raw, options(at));
  if (result.kind !== "checked") throw new Error(JSON.stringify(result.violations));
  return result;
}
function refused(raw: unknown): readonly string[] {
  const result = checkFile(raw, options());
  return result.kind === "checked" ? [] : result.violations.map(({ path, reason }) => `${reason} ${path}`);
}
const said = (result: CheckedFile, rule: string) =>
  result.findings.filter((finding) => finding.rule === rule).map(({ path, params }) => ({ path, ...params }));

describe("a good file", () => {
  test.each([
    ["enterprise", validEnterprise()],
    ["person", validPerson()],
  ])("%s: nothing blocks", (_, app) => {
    const result = checked(fileOf(app));
    expect(result).toMatchObject({ ok: true, orderType: "FIRST_FILING" });
    expect(result.findings.filter(({ level }) => level !== "info")).toEqual([]);
  });

  it("names subjects by index", () => {
    const app = validEnterprise({
      people: [secondLead(), ...validEnterprise().people],
      services: [validWebsite(), validWebsite({ id: "svc_site02", lead: "ppl_lead02" })],
    });
    const subjects = new Set(checked(fileOf(app)).requiredMaterials.map(({ subject }) => subject));
    expect(subjects).toEqual(new Set(["entity", "people.0", "people.1"]));
  });

  it("is judged as the forms would leave it", () => {
    const app = validEnterprise();
    const entity = { ...app.entity, certNo: " ９１１１０１０８ＭＡ０００００１５Ｔ " };
    const file = fileOf();
    expect(checked({ ...file, application: { ...app, entity } })).toEqual(checked(file));
  });
});

describe("paths", () => {
  it("count parts by index, and are empty for what lies outside the document", () => {
    const app = validEnterprise({
      services: [validWebsite(), validWebsite({ id: "svc_site02", remark: "短" })],
    });
    const account = { ...contextOf(app).facts.account, otherOpenOrders: 3 };
    const file = fileOf(app);
    const result = checked({ ...file, facts: { ...file.facts, account } });
    expect(said(result, "service.remark-length")).toEqual([
      expect.objectContaining({ path: "services.1.remark" }),
    ]);
    expect(said(result, "order.other-open")).toEqual([expect.objectContaining({ path: "" })]);
  });

  it("show an empty slot at its subject, and name the material", () => {
    const file = fileOf();
    const result = checked({ ...file, facts: { ...file.facts, materials: [] } });
    expect(said(result, "materials.missing")).toEqual([
      expect.objectContaining({ path: "people.0", material: "ENTITY_LEAD_ID" }),
      expect.objectContaining({ path: "entity", material: "ORG_CERT" }),
      expect.objectContaining({ path: "people.0", material: "VIDEO_CHECK" }),
    ]);
    expect(result.ok).toBe(false);
  });
});

describe("facts", () => {
  it.each(FACT_KEYS)("left out, %s is told once, as information", (key) => {
    const file = fileOf();
    const { [key]: _left, ...facts } = file.facts as Json;
    const missing = checked({ ...file, facts }).findings.filter(({ rule }) => rule === "facts.missing");
    expect(missing).toEqual([
      expect.objectContaining({ level: "info", path: "", params: expect.objectContaining({ fact: key }) }),
    ]);
  });

  it("name parts of the application by index or by id", () => {
    const file = fileOf();
    const written = (phone: string, person: string) => ({
      ...file,
      facts: {
        ...file.facts,
        others: { ...file.facts.others, phonesUsedElsewhere: [phone], serviceLeadElsewhere: [person] },
        materials: file.facts.materials?.map((one) => ({
          ...one,
          subject: person === "ppl_lead01" ? one.subject : one.subject.replace("[ppl_lead01]", ".0"),
        })),
      },
    });
    const byIndex = checked(written("people.0.phone1", "people.0"));
    expect(byIndex).toEqual(checked(written("people[ppl_lead01].phone1", "ppl_lead01")));
    expect(byIndex.findings.map(({ rule }) => rule)).not.toContain("materials.missing");
    expect(byIndex.ok).toBe(false);
  });

  it("find a domain however it is written", () => {
    const file = fileOf();
    const domains = { "QINGHE-demo.com": file.facts.domains?.["qinghe-demo.com"] };
    expect(checked({ ...file, facts: { ...file.facts, domains } })).toEqual(checked(file));
  });

  it("lead to the type of the order, unless the file names one", () => {
    const app = validEnterprise();
    const good = goodFacts(app);
    const file = (filed: "no" | "same-entity", known: boolean, more: Json = {}) => ({
      ...fileOf(app),
      facts: {
        ...good,
        domains: { "qinghe-demo.com": goodDomain({ filed }) },
        registry: { ...good.registry, entityFiled: true, entityKnownHere: known },
      },
      ...more,
    });
    expect(checked(file("no", true)).orderType).toBe("NEW_SERVICE_LOCAL");
    expect(checked(file("no", false)).orderType).toBe("NEW_SERVICE_FOREIGN");
    expect(checked(file("same-entity", false)).orderType).toBe("ACCESS_FILING");
    expect(checked(file("same-entity", true)).orderType).toBe("ACCESS_SERVICE");
    expect(checked(file("no", true, { orderType: "CHANGE_ENTITY" })).orderType).toBe("CHANGE_ENTITY");
    expect(checked({ ...fileOf(), facts: {} }).orderType).toBe("FIRST_FILING");
  });

  it("are waited for to the day", () => {
    const app = validEnterprise();
    const at = (days: number) => {
      const domains = {
        "qinghe-demo.com": { ...goodDomain(), ownerName: app.entity.name, realNameVerifiedAt: NOW },
      };
      const file = fileOf(app);
      return said(
        checked({ ...file, facts: { ...file.facts, domains } }, NOW + days * DAY_MS),
        "domain.realname-wait",
      );
    };
    expect(at(3 - 1 / DAY_MS)).toEqual([expect.objectContaining({ path: "services.0.domain" })]);
    expect(at(3)).toEqual([]);
  });
});

describe("a file that is none", () => {
  const file = fileOf();
  const app = file.application as unknown as { people: Json[]; services: Json[]; entity: Json };
  const withApp = (more: Json) => ({ ...file, application: { ...app, ...more } });
  const facts = (more: Json) => ({ ...file, facts: { ...file.facts, ...more } });
  const proto = (text: string) => JSON.parse(text) as unknown;

  it.each<[string, unknown, string[]]>([
    ["nothing", null, ["type "]],
    ["a list", [], ["type "]],
    ["empty", {}, ["missing schemaVersion", "missing application", "missing facts"]],
    ["another version", { ...file, schemaVersion: 2 }, ["value schemaVersion"]],
    ["a stranger", { ...file, policy: {} }, ["unknown policy"]],
    ["a wrong type", withApp({ entity: { ...app.entity, name: 7 } }), ["type application.entity.name"]],
    [
      "an unknown field",
      withApp({ entity: { ...app.entity, nmae: "x" } }),
      ["unknown application.entity.nmae"],
    ],
    ["a wrong code", withApp({ entity: { ...app.entity, nature: 7 } }), ["value application.entity.nature"]],
    [
      "a wrong kind",
      withApp({ services: [{ kind: "SITE", id: "svc_site01" }] }),
      ["value application.services.0.kind"],
    ],
    [
      "too long",
      withApp({ entity: { ...app.entity, name: "长".repeat(256) } }),
      ["too-long application.entity.name"],
    ],
    [
      "too many",
      withApp({ people: Array.from({ length: 65 }, (_, i) => ({ id: `ppl_many${i}` })) }),
      ["too-many application.people"],
    ],
    ["a bad id", withApp({ people: [{ id: "x" }], services: [] }), ["form application.people.0.id"]],
    [
      "an id twice",
      withApp({ people: [...app.people, ...app.people] }),
      ["repeated application.people.1.id"],
    ],
    [
      "half a fact",
      facts({ business: { found: true } }),
      [
        "missing facts.business.name",
        "missing facts.business.legalRepName",
        "missing facts.business.status",
        "missing facts.business.registeredOrUpdatedAt",
        "missing facts.business.licenceIssuedOn",
      ],
    ],
    ["a fact of nothing", facts({ codes: null }), ["type facts.codes"]],
    [
      "a time too far",
      facts({ account: { ...file.facts.account, realNameVerifiedAt: 4e13 } }),
      ["too-big facts.account.realNameVerifiedAt"],
    ],
    [
      "a part that is not there",
      facts({ account: { ...file.facts.account, provenPhones: ["people.7.phone1"] } }),
      ["nowhere facts.account.provenPhones.0"],
    ],
    [
      "a domain written in two ways",
      facts({ domains: { "qinghe-demo.com": goodDomain(), "Qinghe-Demo.COM": goodDomain() } }),
      ["twice facts.domains.Qinghe-Demo.COM"],
    ],
    [
      "a part between two dots",
      facts({ account: { ...file.facts.account, provenPhones: ["people..phone1"] } }),
      ["nowhere facts.account.provenPhones.0"],
    ],
    ["a key that is no key", proto('{"schemaVersion":1,"__proto__":{"x":1}}'), ["unknown __proto__"]],
    [
      "the same in a record",
      facts({ domains: proto('{"__proto__":{"registered":true}}') }),
      ["unknown facts.domains.__proto__"],
    ],
    [
      "constructor as a domain",
      facts({ resources: proto('{"constructor":{"used":-1}}') }),
      [
        "missing facts.resources.constructor.kind",
        "missing facts.resources.constructor.prepaid",
        "missing facts.resources.constructor.prepaidMonths",
        "missing facts.resources.constructor.expiresAt",
        "missing facts.resources.constructor.mainland",
        "missing facts.resources.constructor.publicIp",
        "missing facts.resources.constructor.province",
        "too-small facts.resources.constructor.used",
      ],
    ],
    [
      "deeper than any",
      withApp({ entity: proto(`${"[".repeat(9000)}${"]".repeat(9000)}`) as Json }),
      [`deep application.entity${".0".repeat(14)}`],
    ],
  ])("%s", (_, raw, violations) => expect(refused(raw)).toEqual(violations));

  it.each(["codes", "domains", "resources"])(
    "takes as many %s as a list has room for, and no more",
    (key) => {
      const many = (n: number) =>
        facts({ [key]: Object.fromEntries(Array.from({ length: n }, (_, i) => [`k${i}`, {}])) });
      expect(refused(many(1000))).not.toContain(`too-many facts.${key}`);
      expect(refused(many(1001))).toEqual([`too-many facts.${key}`]);
    },
  );

  it("does not answer a flood with a flood", () => {
    const people = Array.from({ length: 5000 }, () => 1);
    expect(refused(withApp({ people })).length).toBeLessThanOrEqual(500);
  });
});

/** A file with values of any kind put in place of some of its own. */
const spoiled = fc
  .tuple(fc.array(fc.tuple(fc.nat(), fc.jsonValue()), { minLength: 1, maxLength: 4 }), fc.boolean())
  .map(([changes, person]) => {
    const file = fileOf(person ? validPerson() : validEnterprise()) as unknown as Json;
    for (const [nth, value] of changes) {
      const places: [object, string][] = [];
      const collect = (node: unknown): void => {
        if (typeof node !== "object" || node === null) return;
        for (const key of Object.keys(node)) {
          places.push([node, key]);
          collect((node as Json)[key]);
        }
      };
      collect(file);
      const place = places[nth % places.length];
      if (place) Object.assign(place[0], { [place[1]]: value });
    }
    return file;
  });

describe("any JSON", () => {
  const sound = (violation: Violation) => typeof violation.path === "string" && violation.reason.length > 0;
  it("gives violations or findings, never an exception", () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), spoiled), (raw) => {
        const result = checkFile(JSON.parse(JSON.stringify(raw)), options());
        if (result.kind === "checked") expect(result.findings).toBeInstanceOf(Array);
        else expect(result.violations.length > 0 && result.violations.every(sound)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it("leaves what it was given as it was", () => {
    fc.assert(
      fc.property(spoiled, (raw) => {
        const before = JSON.stringify(raw);
        checkFile(raw, options());
        expect(JSON.stringify(raw)).toBe(before);
      }),
      { numRuns: 50 },
    );
  });
});

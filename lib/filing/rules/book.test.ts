import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { NATURES, ORDER_TYPES } from "../application/codes";
import { ApplicationDraft } from "../application/draft";
import { policyAt, REJECTION_BY_CODE } from "../policy";
import {
  contextOf,
  goodFacts,
  NOW,
  secondLead,
  validEnterprise,
  validPerson,
  validWebsite,
} from "../testing/fixtures";
import { BOOK, blocking, checkApplication, FACTS_MISSING, findingsForSection, missingFields } from ".";
import { TOPICS } from "./types";

const brief = (findings: ReturnType<typeof checkApplication>) =>
  findings.map(({ rule, path }) => `${rule} ${path}`);

describe("the book", () => {
  it("has at least thirty rules with stable, dotted ids, none the beginning of another", () => {
    const ids = BOOK.map((rule) => rule.id);
    expect(ids.length).toBeGreaterThanOrEqual(30);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/.test(id))).toEqual([]);
    const all = [...ids, FACTS_MISSING];
    expect(all.filter((id) => all.some((longer) => longer !== id && longer.startsWith(id)))).toEqual([]);
  });
  it("names topic, source and known reasons", () => {
    expect(
      BOOK.filter((rule) => !TOPICS.includes(rule.topic) || rule.source === "" || rule.reads.length === 0),
    ).toEqual([]);
    expect(
      BOOK.flatMap((rule) => rule.rejection ?? []).filter((code) => !REJECTION_BY_CODE.has(code)),
    ).toEqual([]);
  });
});

describe("a good application", () => {
  test.each([
    ["enterprise", validEnterprise()],
    ["person", validPerson()],
    [
      "enterprise with two websites and two leads",
      validEnterprise({
        people: [...validEnterprise().people, secondLead()],
        services: [
          validWebsite(),
          validWebsite({
            id: "svc_site02",
            name: "青禾手帐展示馆",
            domain: "qinghe-two.com",
            homepageUrl: "https://qinghe-two.com",
            lead: "ppl_lead02",
          }),
        ],
      }),
    ],
  ])("%s passes the gate", (_, app) => {
    expect(ApplicationDraft.safeParse(app).success).toBe(true);
    const findings = checkApplication(contextOf(app), { unknown: "block" });
    expect(findings.filter((finding) => finding.level !== "info")).toEqual([]);
  });
});

describe("the runner", () => {
  it("says what is still missing of an empty application, section by section", () => {
    const app = { ...validEnterprise(), entity: { nature: 4 as const }, people: [], services: [] };
    const findings = checkApplication(contextOf(app));
    expect(missingFields(findingsForSection(findings, "entity"))).toContain("entity.certNo");
    expect(missingFields(findingsForSection(findings, "people"))).toEqual([
      "entity.legalRep",
      "entity.entityLead",
    ]);
    expect(findingsForSection(findings, "order").map((finding) => finding.rule)).toContain(
      "order.no-service",
    );
  });

  it("reports unknown facts once each, and blocks on them only at the gate", () => {
    const ctx = contextOf(validEnterprise(), { facts: {} });
    const unknown = (findings: ReturnType<typeof checkApplication>) =>
      findings.filter((finding) => finding.rule === FACTS_MISSING);
    const told = unknown(checkApplication(ctx));
    expect(told.map((finding) => finding.path).sort()).toEqual(
      ["account", "business", "codes", "domains", "materials", "others", "registry", "resources"].map(
        (key) => `facts.${key}`,
      ),
    );
    expect(blocking(told)).toEqual([]);
    expect(blocking(unknown(checkApplication(ctx, { unknown: "block" })))).toHaveLength(8);
    expect(
      checkApplication(ctx).filter((finding) => finding.rule !== FACTS_MISSING && finding.level === "error"),
    ).toEqual([]);
  });

  it("does not ask the business register about persons", () => {
    const ctx = contextOf(validPerson(), { facts: { ...goodFacts(validPerson()), business: undefined } });
    expect(
      checkApplication(ctx, { unknown: "block" }).filter((finding) => finding.rule === FACTS_MISSING),
    ).toEqual([]);
  });

  it("treats a domain nobody looked up as unknown", () => {
    const ctx = contextOf(validEnterprise(), { facts: { ...goodFacts(validEnterprise()), domains: {} } });
    expect(brief(checkApplication(ctx))).toContain("facts.missing services[svc_site01].domain");
  });

  it("sorts by document, not by rule", () => {
    const app = validEnterprise({
      services: [
        validWebsite({ remark: "短", name: "12345" }),
        validWebsite({
          id: "svc_site02",
          name: undefined,
          domain: "qinghe-two.com",
          homepageUrl: "https://qinghe-two.com",
        }),
      ],
    });
    const person = app.people[0];
    const broken = {
      ...app,
      entity: { ...app.entity, city: "" },
      people: person ? [{ ...person, email: "x" }] : [],
    };
    const errors = blocking(checkApplication(contextOf(broken)));
    expect(errors.map((finding) => finding.path)).toEqual([
      "entity.city",
      "people[ppl_lead01].email",
      "services[svc_site01].name",
      "services[svc_site01].remark",
      "services[svc_site02].name",
    ]);
  });

  it("has no opinion on cancellations", () => {
    for (const orderType of ORDER_TYPES.filter((type) => type.startsWith("CANCEL")))
      expect(checkApplication(contextOf(validEnterprise(), { orderType, facts: {} }))).toEqual([]);
  });
});

/** Any value of the draft schema, mostly near the interesting ones. */
const word = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom("", "example.com", "2026-13-40", "110000", "中国论坛", "192.168.0.1"),
);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const id = (prefix: string) => fc.constantFrom(`${prefix}_0001`, `${prefix}_0002`);
const anyPerson = fc.record({
  id: id("ppl"),
  name: maybe(word),
  idType: maybe(fc.constantFrom(1, 2, 7, 11, 14, 30, 41)),
  idNo: maybe(word),
  idValidFrom: maybe(fc.string({ maxLength: 10 })),
  idValidTo: maybe(fc.string({ maxLength: 10 })),
  phone1: maybe(word),
  email: maybe(word),
});
const anySite = fc.record({
  kind: fc.constant("WEBSITE"),
  id: id("svc"),
  lead: maybe(id("ppl")),
  name: maybe(word),
  domain: maybe(word),
  homepageUrl: maybe(word),
  contents: maybe(fc.array(fc.constantFrom(6, 8, 24), { maxLength: 3 })),
  resource: maybe(
    fc.constantFrom(
      { kind: "CODE", code: "x" },
      { kind: "RESOURCE" },
      { kind: "RESOURCE", resourceId: "__proto__" },
    ),
  ),
  preApprovals: maybe(
    fc.array(fc.record({ id: id("pre"), validTo: maybe(fc.string({ maxLength: 10 })) }), { maxLength: 2 }),
  ),
  remark: maybe(word),
});
const anyApp = fc.record({
  kind: fc.constant("APP"),
  id: id("svc"),
  name: maybe(word),
  packages: maybe(fc.array(fc.record({ id: id("pkg"), certFingerprint: maybe(word) }), { maxLength: 2 })),
});
const anyApplication = fc.record({
  schemaVersion: fc.constant(1),
  entity: fc.record({
    province: maybe(fc.constantFrom("110000", "320000", "440000", "999999", "__proto__".slice(0, 6), "")),
    nature: maybe(fc.constantFrom(...NATURES)),
    certType: maybe(fc.constantFrom(1, 2, 9, 12, 38)),
    certNo: maybe(word),
    name: maybe(word),
    certValidTo: maybe(fc.string({ maxLength: 10 })),
    legalRep: maybe(id("ppl")),
    entityLead: maybe(id("ppl")),
  }),
  people: fc.array(anyPerson, { maxLength: 2 }),
  services: fc.array(fc.oneof(anySite, anyApp), { maxLength: 3 }),
});

const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
};

describe("whatever the draft schema accepts", () => {
  it("is judged without throwing, and the same whatever the order of keys", () => {
    fc.assert(
      fc.property(anyApplication, fc.constantFrom(...ORDER_TYPES), (raw, orderType) => {
        const app = ApplicationDraft.parse(raw);
        const ctx = { application: app, facts: goodFacts(app), policy: policyAt(NOW), at: NOW, orderType };
        const turned = {
          ...ctx,
          application: ApplicationDraft.parse(reversed(app)),
          facts: reversed(ctx.facts) as typeof ctx.facts,
        };
        expect(checkApplication(turned)).toEqual(checkApplication(ctx));
      }),
      { numRuns: 300 },
    );
  });
});

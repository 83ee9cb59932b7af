import { describe, expect, it, test } from "vitest";
import { loadMessages } from "@/lib/messages/load";
import { LOCALES } from "@/lib/messages/locales";
import type { OrderType } from "../application/codes";
import type { AppDraft, ApplicationDraft, EntityDraft, WebsiteDraft } from "../application/draft";
import type { ProvinceAdvice } from "../policy/province-advice";
import { onFiled, otherFiled, withProvince } from "../testing/filed";
import {
  contextOf,
  goodDomain,
  goodFacts,
  secondLead,
  validEnterprise,
  validLead,
  validPerson,
  validWebsite,
} from "../testing/fixtures";
import { app1 } from "../testing/look";
import { requiredMaterials } from ".";
import type { DomainFact, Facts } from "./facts";
import { MATERIAL_CODES, type MaterialCode } from "./material-types";
import type { RuleContext } from "./types";

const LEAD = "people[ppl_lead01]";
const SECOND = "people[ppl_lead02]";

function slots(app: ApplicationDraft, facts: Partial<Facts> = {}): string[] {
  return requiredMaterials(contextOf(app, { facts: { ...goodFacts(app), ...facts } }))
    .filter((slot) => !slot.optional)
    .map((slot) =>
      [slot.code, slot.subject, ...(slot.alternatives.length ? [`or ${slot.alternatives}`] : [])].join(" "),
    );
}
const optional = (app: ApplicationDraft) =>
  requiredMaterials(contextOf(app)).flatMap((slot) => (slot.optional ? [slot.code] : []));
const withEntity = (app: ApplicationDraft, entity: Partial<EntityDraft>) => ({
  ...app,
  entity: { ...app.entity, ...entity },
});

/** Whoever leads the service shows himself. */
const film = (lead: string) => `VIDEO_CHECK ${lead}`;
const IDENTITY = ["ORG_CERT entity", `ENTITY_LEAD_ID ${LEAD}`];
/** Legal representative, entity lead and service lead, told by their ids: 1 is the first person, 2 the second. */
const unit = (province: string, legalRep: 1 | 2, entityLead: 1 | 2, serviceLead: 1 | 2) => {
  const id = (n: 1 | 2) => `ppl_lead0${n}`;
  return withEntity(
    validEnterprise({
      people: [validLead(), secondLead()],
      services: [validWebsite({ lead: id(serviceLead) })],
    }),
    { province, legalRep: id(legalRep), entityLead: id(entityLead) },
  );
};

test.each([
  ["北京, everything the legal representative", unit("110000", 1, 1, 1), [...IDENTITY, film(LEAD)]],
  ["北京, a service lead", unit("110000", 1, 1, 2), [...IDENTITY, `SERVICE_LEAD_ID ${SECOND}`, film(SECOND)]],
  ["北京 is free", unit("110000", 2, 1, 1), [...IDENTITY, film(LEAD)]],
  [
    "天津, a service lead",
    unit("120000", 1, 1, 2),
    [...IDENTITY, `SERVICE_LEAD_ID ${SECOND}`, film(SECOND), `LETTER_SERVICE_LEAD ${SECOND}`],
  ],
  [
    "上海 has its own template",
    unit("310000", 1, 1, 2),
    [...IDENTITY, `SERVICE_LEAD_ID ${SECOND}`, film(SECOND), `LETTER_SERVICE_LEAD_SH ${SECOND}`],
  ],
  [
    "吉林, one person for both",
    unit("220000", 2, 1, 1),
    [...IDENTITY, film(LEAD), `LETTER_LEGAL_REP ${LEAD} or LETTER_ENTITY_LEAD`],
  ],
  [
    "吉林, entity lead only",
    unit("220000", 2, 1, 2),
    [...IDENTITY, `SERVICE_LEAD_ID ${SECOND}`, film(SECOND), `LETTER_ENTITY_LEAD ${LEAD}`],
  ],
  [
    "四川, both letters in one",
    unit("510000", 2, 1, 1),
    [...IDENTITY, film(LEAD), `LETTER_LEGAL_REP ${LEAD}`],
  ],
  [
    "江苏",
    unit("320000", 2, 1, 1),
    [
      ...IDENTITY,
      film(LEAD),
      `LETTER_LEGAL_REP ${LEAD}`,
      "JS_NOTICE entity",
      "JS_COMMITMENT entity",
      "JS_VIDEO entity",
    ],
  ],
  ["广东 commitment", unit("440000", 1, 1, 1), [...IDENTITY, film(LEAD), "COMMITMENT entity"]],
  ["湖南 only advises the domain certificate", unit("430000", 1, 1, 1), [...IDENTITY, film(LEAD)]],
  [
    "河北 wants the legal representative: a finding, no letter",
    unit("130000", 2, 1, 1),
    [...IDENTITY, film(LEAD)],
  ],
])("%s", (_, app, wanted) => expect(slots(app)).toEqual(wanted));

it("asks a person for the own document once, both sides", () => {
  expect(slots(validPerson())).toEqual(["PERSON_ID entity", film(LEAD)]);
  expect(
    requiredMaterials(contextOf(validPerson())).find((slot) => slot.code === "PERSON_ID")?.sides,
  ).toEqual(["FRONT", "BACK"]);
});

test.each([
  ["440000", ["PERSON_ID entity", film(LEAD), "RESIDENCE_PROOF entity", "COMMITMENT entity"]],
  ["310000", ["PERSON_ID entity", film(LEAD)]],
  ["640000", ["PERSON_ID entity", film(LEAD)]],
  ["140000", ["PERSON_ID entity", film(LEAD)]],
  ["110000", ["PERSON_ID entity", film(LEAD)]],
])("a person with a Beijing ID in %s", (province, wanted) =>
  expect(slots(withEntity(validPerson(), { province }))).toEqual(wanted),
);

it("asks for screenshots of domains registered elsewhere and for permits", () => {
  const app = validEnterprise({
    services: [validWebsite({ noPreApproval: false, preApprovals: [{ id: "pre_0001", type: 5 }] })],
  });
  const domains = { "qinghe-demo.com": goodDomain({ registeredHere: false }) };
  expect(slots(app, { domains })).toEqual([
    ...IDENTITY,
    film(LEAD),
    "DOMAIN_REALNAME_SHOT services[svc_site01]",
    "PREAPPROVAL_FILE services[svc_site01]",
  ]);
});

it("asks 湖南 for a site plan from the second site on", () => {
  const sites = (n: number) =>
    withEntity(
      validEnterprise({
        services: Array.from({ length: n }, (_, i) =>
          validWebsite({ id: `svc_many${i}`, domain: undefined }),
        ),
      }),
      { province: "430000" },
    );
  expect(slots(sites(1))).not.toContain("SITE_PLAN entity");
  expect(slots(sites(2))).toContain("SITE_PLAN entity");
});

it("offers what need not be there", () => {
  expect(optional(validEnterprise())).toEqual(["OTHER"]);
  expect(optional(withEntity(validEnterprise(), { province: "650000" }))).toContain("PARTY_LETTER");
  expect(optional(withEntity(validEnterprise(), { businessScope: "药品零售" }))).toContain(
    "PREAPPROVAL_NOT_INVOLVED",
  );
  expect(
    optional(withEntity(validEnterprise(), { businessScope: "药品零售", province: "420000" })),
  ).not.toContain("PREAPPROVAL_NOT_INVOLVED");
});

it("asks nothing of a cancellation", () =>
  expect(requiredMaterials(contextOf(validEnterprise(), { orderType: "CANCEL_ENTITY", facts: {} }))).toEqual(
    [],
  ));

describe("each material", () => {
  /** Code, when, a situation that asks for it, is it optional there, and one that must not ask. */
  type Row = readonly [
    code: MaterialCode,
    why: string,
    asks: RuleContext,
    optional: boolean,
    not: RuleContext,
  ];
  const first = contextOf(validEnterprise());
  const man = contextOf(validPerson());
  const change = (orderType: OrderType, ctx = first): RuleContext => ({ ...ctx, orderType });
  const advised = (advice: Partial<ProvinceAdvice>, ctx = first) => withProvince(ctx, advice);
  const as = (entity: Partial<EntityDraft>, app = validEnterprise()) => contextOf(withEntity(app, entity));
  const people = (legalRep: 1 | 2, entityLead: 1 | 2, serviceLead: 1 | 2, province = "110000") =>
    contextOf(unit(province, legalRep, entityLead, serviceLead));
  const renamed = (orderType: OrderType, nameChangeLetter: boolean) =>
    withProvince(onFiled(orderType, { filed: { name: "旧名有限公司" } }), {}, { nameChangeLetter });
  const owned = (over: Partial<DomainFact>) => {
    const facts = goodFacts(validEnterprise());
    return contextOf(validEnterprise(), {
      facts: { ...facts, domains: { "qinghe-demo.com": goodDomain(over) } },
    });
  };
  const sites = (count: number, over: Partial<WebsiteDraft> = {}) =>
    contextOf(
      validEnterprise({
        services: Array.from({ length: count }, (_, i) =>
          validWebsite({ id: `svc_many${i}`, domain: `qinghe-${i}.com`, ...over }),
        ),
      }),
    );
  const app = (over: Partial<AppDraft> = {}) =>
    contextOf(validEnterprise({ services: [{ ...app1, ...over }] }));
  const many = {
    sitePlanAbove: { unit: 1, person: null },
    multiDomainStatementAbove: { unit: 1, person: null },
  };
  const minor = (idNo: string) =>
    advised(
      { minorProofBelow: { unit: 18, person: 18 } },
      contextOf(validEnterprise({ people: [validLead({ idNo })] })),
    );
  const { policy } = first;
  const elsewhere = {
    ...first,
    policy: { ...policy, provider: { ...policy.provider, videoCheck: "elsewhere" as const } },
  };
  const scope = (businessScope: string) => as({ businessScope });

  const ROWS: readonly Row[] = [
    ["ORG_CERT", "unit", first, false, man],
    ["ORG_CERT", "change of the entity", change("CHANGE_ENTITY"), false, change("CHANGE_SERVICE")],
    ["ORG_CERT", "access", change("ACCESS_FILING"), false, change("CHANGE_SERVICE")],
    ["PERSON_ID", "person", man, false, first],
    ["PERSON_ID", "change of the entity", change("CHANGE_ENTITY", man), false, change("CHANGE_SERVICE", man)],
    ["ENTITY_LEAD_ID", "unit", first, false, man],
    [
      "ENTITY_LEAD_ID",
      "one person in both parts",
      change("CHANGE_SERVICE"),
      false,
      change("CHANGE_SERVICE", people(1, 1, 2)),
    ],
    ["SERVICE_LEAD_ID", "another service lead", people(1, 1, 2), false, first],
    [
      "SERVICE_LEAD_ID",
      "services change",
      change("CHANGE_SERVICE", people(1, 1, 2)),
      false,
      change("CHANGE_ENTITY", people(1, 1, 2)),
    ],
    ["LEGAL_REP_ID", "not the lead", people(2, 1, 1), true, first],
    [
      "LEGAL_REP_ID",
      "上海 access",
      change("ACCESS_FILING", people(2, 1, 1, "310000")),
      true,
      people(2, 1, 2),
    ],
    ["VIDEO_CHECK", "every order", first, false, change("CANCEL_SERVICE")],
    ["VIDEO_CHECK", "changes too", change("CHANGE_ENTITY"), false, change("CANCEL_ENTITY")],
    ["VIDEO_CHECK", "unless the provider checks elsewhere", first, false, elsewhere],
    ["LETTER_ENTITY_LEAD", "吉林", people(2, 1, 2, "220000"), false, people(1, 1, 1, "220000")],
    [
      "LETTER_ENTITY_LEAD",
      "entity changes",
      change("CHANGE_ENTITY", people(2, 1, 2, "220000")),
      false,
      change("CHANGE_SERVICE", people(2, 1, 2, "220000")),
    ],
    ["LETTER_LEGAL_REP", "江苏", people(2, 1, 1, "320000"), false, people(1, 1, 1, "320000")],
    ["LETTER_SERVICE_LEAD", "天津", people(1, 1, 2, "120000"), false, people(1, 1, 2)],
    [
      "LETTER_SERVICE_LEAD",
      "services change",
      change("CHANGE_SERVICE", people(1, 1, 2, "120000")),
      false,
      change("CHANGE_ENTITY", people(1, 1, 2, "120000")),
    ],
    ["LETTER_SERVICE_LEAD_SH", "上海", people(1, 1, 2, "310000"), false, people(1, 1, 2, "120000")],
    ["NAME_CHANGE_LETTER", "demanded", renamed("CHANGE_ENTITY", true), false, onFiled("CHANGE_ENTITY")],
    [
      "NAME_CHANGE_LETTER",
      "not demanded",
      renamed("CHANGE_FILING", false),
      true,
      renamed("CHANGE_SERVICE", true),
    ],
    ["NAME_CHANGE_LETTER", "access", renamed("ACCESS_FILING", true), true, first],
    [
      "DOMAIN_CERT",
      "province advises",
      advised({ domainCertificate: { unit: true, person: false } }),
      true,
      first,
    ],
    [
      "DOMAIN_CERT",
      "province demands",
      advised({ domainCertificate: { unit: true, person: false }, authoritative: ["domainCertificate"] }),
      false,
      advised({ domainCertificate: { unit: false, person: true } }),
    ],
    [
      "DOMAIN_CERT",
      "from two domains",
      advised({ domainCertificateFrom: 2 }, sites(2)),
      true,
      advised({ domainCertificateFrom: 2 }, sites(1)),
    ],
    [
      "DOMAIN_CERT",
      "person to unit",
      onFiled("CHANGE_FILING", { filed: { nature: 5, certType: 2 } }),
      true,
      onFiled("CHANGE_FILING"),
    ],
    [
      "DOMAIN_REALNAME_SHOT",
      "elsewhere",
      owned({ registeredHere: false }),
      false,
      owned({ registeredHere: true }),
    ],
    ["DOMAIN_HOLDER_PROOF", "of the legal representative", owned({ ownerName: "方知远" }), true, owned({})],
    ["RESIDENCE_PROOF", "广东", as({ province: "440000" }, validPerson()), false, man],
    ["RESIDENCE_PROOF", "上海", as({ province: "310000" }, validPerson()), true, as({ province: "310000" })],
    ["COMMITMENT", "province", advised({ commitment: true }), false, advised({ commitment: false })],
    ["JS_NOTICE", "江苏", as({ province: "320000" }), false, first],
    ["JS_COMMITMENT", "江苏", as({ province: "320000" }, validPerson()), false, man],
    ["JS_VIDEO", "江苏", as({ province: "320000" }), false, first],
    [
      "PARTY_LETTER",
      "first filing",
      as({ province: "540000" }),
      true,
      change("NEW_SERVICE_LOCAL", as({ province: "540000" })),
    ],
    [
      "PARTY_LETTER",
      "新疆, new service",
      change("NEW_SERVICE_LOCAL", as({ province: "650000" })),
      true,
      change("CHANGE_FILING", as({ province: "650000" })),
    ],
    ["SITE_PLAN", "two sites", advised(many, sites(2)), false, advised(many, sites(1))],
    [
      "SITE_PLAN",
      "one filed and one new",
      advised(many, onFiled("NEW_SERVICE_LOCAL", { filed: { services: [otherFiled()] } })),
      false,
      advised(many, change("CHANGE_FILING", sites(2))),
    ],
    ["MULTI_DOMAIN_STATEMENT", "two domains", advised(many, sites(2)), true, advised(many, sites(1))],
    [
      "PREAPPROVAL_FILE",
      "permit declared",
      sites(1, { preApprovals: [{ id: "pre_0001", type: 5 }] }),
      false,
      first,
    ],
    [
      "PREAPPROVAL_NOT_INVOLVED",
      "keyword",
      scope("药品零售"),
      true,
      as({ businessScope: "药品零售", province: "420000" }),
    ],
    [
      "FINANCE_PROMISE",
      "demanded",
      advised({ financePromise: "REQUIRED" }, scope("投资咨询")),
      false,
      advised({ financePromise: "REQUIRED" }),
    ],
    [
      "FINANCE_PROMISE",
      "advised",
      advised({ financePromise: "ADVISED" }, scope("投资咨询")),
      true,
      advised({ financePromise: null }, scope("投资咨询")),
    ],
    [
      "CULTURE_PROMISE",
      "文化",
      advised({ culturePromise: true }, scope("文化用品")),
      true,
      advised({ culturePromise: true }),
    ],
    ["GAME_NUMBER", "playable", app({ game: "PLAYABLE" }), false, app({ game: "INFORMATION" })],
    [
      "GAME_NUMBER",
      "not a test game",
      app({ game: "PLAYABLE", testGame: false }),
      false,
      app({ game: "PLAYABLE", testGame: true }),
    ],
    [
      "GAME_AUTHORIZATION",
      "somebody else",
      app({ game: "PLAYABLE", operatedByOther: true }),
      false,
      app({ game: "PLAYABLE" }),
    ],
    [
      "TEST_GAME_AID",
      "test game",
      app({ game: "PLAYABLE", testGame: true }),
      false,
      app({ game: "PLAYABLE" }),
    ],
    ["APP_ICON", "every app", app(), false, first],
    [
      "MEDICAL_LICENSE",
      "hospital",
      advised({ medicalLicense: true }, as({ name: "北京样例医院" })),
      true,
      advised({ medicalLicense: true }),
    ],
    [
      "TRAVEL_LICENSE",
      "agency",
      advised({ travelLicense: true }, as({ name: "北京样例旅行社" })),
      true,
      advised({ travelLicense: true }),
    ],
    [
      "PUBLIC_BODY_FORM",
      "public body",
      advised({ publicBodyForm: true }, as({ nature: 2 })),
      true,
      advised({ publicBodyForm: true }),
    ],
    ["PUBLIC_BODY_FORM", "government domain", sites(1, { domain: "qinghe.gov.cn" }), true, first],
    ["GUARDIAN_DOC", "a day short of 18", minor("110101200811220013"), true, minor("110101200811210019")],
    ["OTHER", "always", first, true, change("CANCEL_ACCESS")],
  ];

  test.each(ROWS)("%s: %s", (code, _why, asks, isOptional, not) => {
    const slot = requiredMaterials(asks).find((one) => one.code === code);
    expect(slot?.optional).toBe(isOptional);
    expect(requiredMaterials(not).some((one) => one.code === code)).toBe(false);
  });

  it("has a row, but those of cancellations on paper", () => {
    const rows = new Set(ROWS.map(([code]) => code));
    expect(MATERIAL_CODES.filter((code) => !rows.has(code))).toEqual([
      "CANCEL_STATEMENT_P",
      "CANCEL_STATEMENT_U",
      "HANDHELD_ID",
    ]);
  });

  it("tells why in both languages", () => {
    for (const locale of LOCALES) {
      const known = (loadMessages(locale).materials as { reason: Record<string, unknown> }).reason;
      const reasons = ROWS.flatMap(([, , asks]) => requiredMaterials(asks).map(({ reason }) => reason));
      expect(reasons.filter((reason) => typeof known[reason] !== "string")).toEqual([]);
    }
  });
});

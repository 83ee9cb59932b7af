import { expect, it, test } from "vitest";
import type { ApplicationDraft, EntityDraft } from "../application/draft";
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
import { requiredMaterials } from ".";
import type { Facts } from "./facts";

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
  ["北京, everything the legal representative", unit("110000", 1, 1, 1), IDENTITY],
  ["北京, a service lead", unit("110000", 1, 1, 2), [...IDENTITY, `SERVICE_LEAD_ID ${SECOND}`]],
  ["北京 is free", unit("110000", 2, 1, 1), IDENTITY],
  [
    "天津, a service lead",
    unit("120000", 1, 1, 2),
    [...IDENTITY, `SERVICE_LEAD_ID ${SECOND}`, `LETTER_SERVICE_LEAD ${SECOND}`],
  ],
  [
    "上海 has its own template",
    unit("310000", 1, 1, 2),
    [...IDENTITY, `SERVICE_LEAD_ID ${SECOND}`, `LETTER_SERVICE_LEAD_SH ${SECOND}`],
  ],
  [
    "吉林, one person for both",
    unit("220000", 2, 1, 1),
    [...IDENTITY, `LETTER_LEGAL_REP ${LEAD} or LETTER_ENTITY_LEAD`],
  ],
  [
    "吉林, entity lead only",
    unit("220000", 2, 1, 2),
    [...IDENTITY, `SERVICE_LEAD_ID ${SECOND}`, `LETTER_ENTITY_LEAD ${LEAD}`],
  ],
  ["四川, both letters in one", unit("510000", 2, 1, 1), [...IDENTITY, `LETTER_LEGAL_REP ${LEAD}`]],
  [
    "江苏",
    unit("320000", 2, 1, 1),
    [...IDENTITY, `LETTER_LEGAL_REP ${LEAD}`, "JS_NOTICE entity", "JS_COMMITMENT entity"],
  ],
  ["广东 commitment", unit("440000", 1, 1, 1), [...IDENTITY, "COMMITMENT entity"]],
  ["湖南 only advises the domain certificate", unit("430000", 1, 1, 1), IDENTITY],
  ["河北 wants the legal representative: a finding, no letter", unit("130000", 2, 1, 1), IDENTITY],
])("%s", (_, app, wanted) => expect(slots(app)).toEqual(wanted));

it("asks a person for the own document once, both sides", () => {
  expect(slots(validPerson())).toEqual(["PERSON_ID entity"]);
  expect(
    requiredMaterials(contextOf(validPerson())).find((slot) => slot.code === "PERSON_ID")?.sides,
  ).toEqual(["FRONT", "BACK"]);
});

test.each([
  ["440000", ["PERSON_ID entity", "RESIDENCE_PROOF entity", "COMMITMENT entity"]],
  ["310000", ["PERSON_ID entity"]],
  ["640000", ["PERSON_ID entity"]],
  ["140000", ["PERSON_ID entity"]],
  ["110000", ["PERSON_ID entity"]],
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
  expect(optional(validEnterprise())).toEqual(["VIDEO_CHECK", "OTHER"]);
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

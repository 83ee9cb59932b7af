import type { EntityDraft } from "../../application/draft";
import { secondLead, validLead, validPerson, validWebsite } from "../../testing/fixtures";
import {
  advised,
  type LookCase,
  lead,
  others,
  P,
  person,
  provincial,
  S,
  two,
  unit,
} from "../../testing/look";

/** Entity lead 1, legal representative and service lead 2. */
const delegated = (entity: Partial<EntityDraft> = {}) => two({}, { legalRep: "ppl_lead02", ...entity });
const must = (
  advice: Parameters<typeof provincial>[1],
  entity: Partial<EntityDraft> = {},
  ctx = delegated(entity),
) => provincial({ entityLead: "MUST_LEGAL_REP" }, advice, ctx);
/** The legal representative, person 2, holds this document; person 1 leads the entity with that one. */
const foreign = (
  kind: "AUTHORISE_CITIZEN" | "AUTHORISE_MAINLAND_ID",
  rep: 2 | 7 | 14 | 30,
  leadType: 2 | 7 | 14,
) =>
  must(
    { foreignLegalRep: kind },
    {},
    unit(
      { legalRep: "ppl_lead02" },
      { people: [validLead({ idType: leadType }), secondLead({ idType: rep })] },
    ),
  );
/** The legal representative leads the entity with this document; person 2 leads the service with that one. */
const fujian = (rep: 2 | 7 | 14, leadType: 2 | 7) =>
  advised(
    { foreignLegalRep: "SERVICE_LEAD_RESIDENT_ID" },
    unit(
      {},
      {
        people: [validLead({ idType: rep }), secondLead({ idType: leadType })],
        services: [validWebsite({ lead: "ppl_lead02" })],
      },
    ),
  );
const ENTITY_LEAD = "entity.entityLead";

export const LEADS_CASES: readonly LookCase[] = [
  [
    "leads.assigned",
    "nobody",
    unit(
      { legalRep: undefined, entityLead: "ppl_gone00" },
      { services: [validWebsite({ lead: undefined })] },
    ),
    ["legalRep@entity.legalRep", "entityLead@entity.entityLead", `lead@${S("lead")}`],
  ],
  ["leads.assigned", "a person has no legal representative", person({ legalRep: undefined }), []],
  ["leads.assigned", "everybody", unit(), []],
  [
    "leads.required",
    "empty contact",
    lead({ phone1: "", email: undefined, idValidTo: undefined }),
    [`phone1@${P("phone1")}`, `email@${P("email")}`, `idValidTo@${P("idValidTo")}`],
  ],
  [
    "leads.required",
    "ID without dates",
    lead({ idValidFrom: undefined, idValidTo: "" }),
    [`idValidFrom@${P("idValidFrom")}`, `idValidTo@${P("idValidTo")}`],
  ],
  [
    "leads.required",
    "legal representative only needs an identity",
    unit(
      { legalRep: "ppl_lead02" },
      { people: [validLead(), secondLead({ phone1: undefined, email: undefined })] },
    ),
    [],
  ],
  [
    "leads.required",
    "legal representative without identity",
    unit(
      { legalRep: "ppl_lead02" },
      { people: [validLead(), secondLead({ name: "", idType: undefined, idNo: "" })] },
    ),
    ["name", "idType", "idNo"].map((field) => `${field}@${P(field, "ppl_lead02")}`),
  ],
  ["leads.legal-rep-required", "天津", delegated({ province: "120000" }), [ENTITY_LEAD]],
  ["leads.legal-rep-required", "天津, the same person", unit({ province: "120000" }), []],
  ["leads.legal-rep-required", "北京 is free", delegated(), []],
  ["leads.legal-rep-required", "四川 takes a letter", delegated({ province: "510000" }), []],
  ["leads.legal-rep-required", "江苏 takes a letter", delegated({ province: "320000" }), []],
  [
    "leads.legal-rep-required",
    "a nature the province excepts",
    must({ entityLeadExceptions: [4] }),
    [`exception@${ENTITY_LEAD}`],
  ],
  [
    "leads.legal-rep-required",
    "another nature than the excepted one",
    must({ entityLeadExceptions: [2] }),
    [ENTITY_LEAD],
  ],
  ["leads.legal-rep-required", "foreigner who must authorise", foreign("AUTHORISE_CITIZEN", 7, 2), []],
  ["leads.legal-rep-required", "citizen who may not", foreign("AUTHORISE_CITIZEN", 2, 2), [ENTITY_LEAD]],
  ["leads.legal-rep-required", "nobody chosen", unit({ province: "120000", entityLead: undefined }), []],
  [
    "leads.foreign-legal-rep",
    "foreigner leads himself",
    must({ foreignLegalRep: "AUTHORISE_CITIZEN" }, {}, lead({ idType: 7 })),
    [`citizen@${ENTITY_LEAD}`],
  ],
  [
    "leads.foreign-legal-rep",
    "foreigner authorises a foreigner",
    foreign("AUTHORISE_CITIZEN", 30, 7),
    [`citizen@${ENTITY_LEAD}`],
  ],
  ["leads.foreign-legal-rep", "foreigner authorises a citizen", foreign("AUTHORISE_CITIZEN", 7, 2), []],
  ["leads.foreign-legal-rep", "a citizen of Hong Kong is one", foreign("AUTHORISE_CITIZEN", 7, 14), []],
  ["leads.foreign-legal-rep", "Hong Kong needs authorise nobody", foreign("AUTHORISE_CITIZEN", 14, 14), []],
  [
    "leads.foreign-legal-rep",
    "no mainland ID authorises none",
    foreign("AUTHORISE_MAINLAND_ID", 14, 14),
    [`mainland-id@${ENTITY_LEAD}`],
  ],
  ["leads.foreign-legal-rep", "no mainland ID authorises one", foreign("AUTHORISE_MAINLAND_ID", 14, 2), []],
  ["leads.foreign-legal-rep", "mainland ID", foreign("AUTHORISE_MAINLAND_ID", 2, 2), []],
  [
    "leads.foreign-legal-rep",
    "foreigner with a foreign service lead",
    fujian(7, 7),
    [`service-lead@${S("lead")}`],
  ],
  ["leads.foreign-legal-rep", "foreigner with a local service lead", fujian(7, 2), []],
  ["leads.foreign-legal-rep", "citizen with a foreign service lead", fujian(2, 7), []],
  ["leads.foreign-legal-rep", "province says nothing", lead({ idType: 7 }), []],
  ["leads.same-lead-advice", "江苏", delegated({ province: "320000" }), [S("lead")]],
  [
    "leads.same-lead-advice",
    "江苏, one person for both",
    unit({ province: "320000", legalRep: "ppl_lead02" }, { people: [validLead(), secondLead()] }),
    [],
  ],
  ["leads.same-lead-advice", "江苏, the legal representative leads", two({}, { province: "320000" }), []],
  ["leads.same-lead-advice", "北京", delegated(), []],
  [
    "leads.organiser-self",
    "other number",
    person({}, { people: [validLead({ idNo: "11010119900307002X" })] }),
    [P("idNo")],
  ],
  ["leads.organiser-self", "other name", person({}, { people: [validLead({ name: "别人" })] }), [P("name")]],
  [
    "leads.organiser-self",
    "other document",
    person({}, { people: [validLead({ idType: 7 })] }),
    [P("idType")],
  ],
  ["leads.organiser-self", "himself", person(), []],
  ["leads.organiser-self", "units are led by people", unit(), []],
  ["leads.duplicate", "typed twice", two({ idNo: "110101199003070011" }), [P("idNo", "ppl_lead02")]],
  ["leads.duplicate", "two people", two(), []],
  ["leads.duplicate", "not typed yet", two({ idNo: "" }), []],
  [
    "leads.service-lead-elsewhere",
    "elsewhere",
    others({ serviceLeadElsewhere: ["ppl_lead01"] }),
    [S("lead")],
  ],
  ["leads.service-lead-elsewhere", "another person", others({ serviceLeadElsewhere: ["ppl_lead02"] }), []],
  [
    "leads.service-lead-elsewhere",
    "a person's own filing does not count",
    others({ serviceLeadElsewhere: ["ppl_lead01"] }, validPerson()),
    [],
  ],
  ["leads.service-lead-elsewhere", "nobody", others({}), []],
];

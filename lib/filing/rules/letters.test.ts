import { describe, expect, it, test } from "vitest";
import type { EntityDraft } from "../application/draft";
import { PROVINCES_BY_CODE } from "../policy";
import type { ProvinceAdvice } from "../policy/province-advice";
import { secondLead, validLead, validWebsite } from "../testing/fixtures";
import { advised, provincial, two, unit } from "../testing/look";
import { findingsOf, ruleById } from ".";
import { lettersNeeded } from "./letters";
import type { RuleContext } from "./types";

/** Who is legal representative (R), entity lead (E) and service lead (S): same letter, same person. */
type Relation = "R=E=S" | "R=E,S" | "R=S,E" | "R,E=S" | "R,E,S";
const PARTS: Readonly<Record<Relation, readonly [rep: string, entity: string, service: string]>> = {
  "R=E=S": ["ppl_lead01", "ppl_lead01", "ppl_lead01"],
  "R=E,S": ["ppl_lead01", "ppl_lead01", "ppl_lead02"],
  "R=S,E": ["ppl_lead01", "ppl_lead02", "ppl_lead01"],
  "R,E=S": ["ppl_lead01", "ppl_lead02", "ppl_lead02"],
  "R,E,S": ["ppl_lead01", "ppl_lead02", "ppl_lead03"],
};
const related = (relation: Relation, entity: Partial<EntityDraft> = {}) => {
  const [legalRep, entityLead, lead] = PARTS[relation];
  const people = [validLead(), secondLead(), secondLead({ id: "ppl_lead03" })];
  return unit({ legalRep, entityLead, ...entity }, { people, services: [validWebsite({ lead })] });
};
/** Letters as `CODE or OTHER: person`. */
function letters({ application, policy }: RuleContext): string[] {
  const province = policy.provinces[application.entity.province ?? ""];
  if (!province) throw new Error("no province");
  return lettersNeeded(application, province).map(
    ({ code, alternatives, personId }) =>
      `${[code, ...alternatives].map((one) => one.replace("LETTER_", "")).join(" or ")}: ${personId.slice(-1)}`,
  );
}

/** DF §5.1 and §5.2 by hand: which provinces say what. */
const LETTER_ENTITY = ["吉林", "安徽", "四川", "甘肃"];
const LETTER_REP = ["江苏"];
const SERVICE_LETTER = "天津 上海 安徽 福建 湖北 湖南 重庆 四川 贵州 陕西 宁夏".split(" ");
/** Letter of the service lead who is nobody else; 上海 has a template of its own. */
const service = (name: string, person: string): string[] =>
  SERVICE_LETTER.includes(name) ? [`${name === "上海" ? "SERVICE_LEAD_SH" : "SERVICE_LEAD"}: ${person}`] : [];
function expected(name: string, relation: Relation): string[] {
  if (relation === "R=E=S") return [];
  if (relation === "R=E,S") return service(name, "2");
  const both = relation === "R,E=S";
  const apart = relation === "R,E,S" ? service(name, "3") : [];
  if (LETTER_REP.includes(name)) return ["LEGAL_REP: 2", ...apart];
  if (!LETTER_ENTITY.includes(name)) return both ? service(name, "2") : apart;
  if (!both) return ["ENTITY_LEAD: 2", ...apart];
  return [SERVICE_LETTER.includes(name) ? "LEGAL_REP: 2" : "LEGAL_REP or ENTITY_LEAD: 2"];
}

describe("letters of every province and relation", () => {
  const rows = Object.values(PROVINCES_BY_CODE).flatMap(({ code, name }) =>
    (Object.keys(PARTS) as Relation[]).map((relation) => [name, relation, code] as const),
  );
  it("covers 31 provinces", () => expect(rows).toHaveLength(31 * 5));
  test.each(rows)("%s, %s", (name, relation, province) =>
    expect(letters(related(relation, { province }))).toEqual(expected(name, relation)),
  );
});

describe("letters by exception", () => {
  const must = (advice: Partial<ProvinceAdvice>, ctx: RuleContext, serviceLeadLetter = false) =>
    letters(provincial({ entityLead: "MUST_LEGAL_REP", serviceLeadLetter }, advice, ctx));
  const rep = (idType: 2 | 7 | 14) => {
    const ctx = related("R,E,S");
    const people = ctx.application.people.map((person) =>
      person.id === "ppl_lead01" ? { ...person, idType } : person,
    );
    return { ...ctx, application: { ...ctx.application, people } };
  };

  it("is asked of the natures a province excepts, of no other", () => {
    expect(must({ entityLeadExceptions: [4] }, related("R,E,S"))).toEqual(["ENTITY_LEAD: 2"]);
    expect(must({ entityLeadExceptions: [4] }, related("R,E=S"))).toEqual(["LEGAL_REP or ENTITY_LEAD: 2"]);
    expect(must({ entityLeadExceptions: [4] }, related("R,E=S"), true)).toEqual(["LEGAL_REP: 2"]);
    expect(must({ entityLeadExceptions: [2] }, related("R,E,S"))).toEqual([]);
  });
  it("is asked where a legal representative from outside must authorise somebody", () => {
    expect(must({ foreignLegalRep: "AUTHORISE_CITIZEN" }, rep(7))).toEqual(["ENTITY_LEAD: 2"]);
    expect(must({ foreignLegalRep: "AUTHORISE_CITIZEN" }, rep(14))).toEqual([]);
    expect(must({ foreignLegalRep: "AUTHORISE_MAINLAND_ID" }, rep(14))).toEqual(["ENTITY_LEAD: 2"]);
    expect(must({ foreignLegalRep: "AUTHORISE_MAINLAND_ID" }, rep(2))).toEqual([]);
    expect(must({ foreignLegalRep: "SERVICE_LEAD_RESIDENT_ID" }, rep(7))).toEqual([]);
  });
  it("is never asked of persons, nor before the legal representative is chosen", () => {
    expect(letters(related("R,E,S", { province: "510000", nature: 5 }))).toEqual([]);
    expect(letters(related("R,E,S", { province: "510000", legalRep: undefined }))).toEqual([]);
  });
});

describe("a province's wish blocks only where the newest official text says so", () => {
  const levels = (id: string, ctx: RuleContext) => {
    const rule = ruleById(id);
    if (!rule) throw new Error(`no rule ${id}`);
    return findingsOf(rule, ctx).map(({ level }) => level);
  };
  const delegated = two({}, { legalRep: "ppl_lead02" });
  const passport = unit({}, { people: [validLead({ idType: 7 })] });
  test.each<[string, keyof ProvinceAdvice, Partial<ProvinceAdvice>, RuleContext]>([
    [
      "leads.same-lead-advice",
      "serviceLeadFollowsEntityLead",
      { serviceLeadFollowsEntityLead: true },
      delegated,
    ],
    ["leads.foreign-legal-rep", "foreignLegalRep", { foreignLegalRep: "AUTHORISE_CITIZEN" }, passport],
    ["leads.id-type", "idTypesRefused", { idTypesRefused: [7] }, passport],
    ["entity.investor", "investor", { investor: "ORGANISER" }, unit()],
    ["entity.district-word", "noShixiaqu", { noShixiaqu: true }, unit({ city: "市辖区" })],
    [
      "leads.phone-distinct",
      "distinctPhones",
      { distinctPhones: { sameLead: 4, differentLeads: 4 } },
      unit(),
    ],
  ])("%s", (id, field, advice, base) => {
    const ctx =
      id === "leads.foreign-legal-rep" ? provincial({ entityLead: "MUST_LEGAL_REP" }, {}, base) : base;
    expect(levels(id, advised({ ...advice, authoritative: [] }, ctx))).toEqual(["warn"]);
    expect(levels(id, advised({ ...advice, authoritative: [field] }, ctx))).toEqual(["error"]);
  });
});

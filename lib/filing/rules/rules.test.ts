import { readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import type { ApplicationDraft, EntityDraft, PersonDraft, WebsiteDraft } from "../application/draft";
import { policyAt } from "../policy";
import { addHours, addNaturalDays } from "../policy/calendar";
import {
  allMaterials,
  contextOf,
  goodDomain,
  goodFacts,
  goodServer,
  NOW,
  secondLead,
  validEnterprise,
  validLead,
  validPerson,
  validWebsite,
} from "../testing/fixtures";
import { BOOK, findingsOf, ruleById } from ".";
import type {
  AccountFact,
  BusinessFact,
  DomainFact,
  Facts,
  OthersFact,
  RegistryFact,
  ResourceFact,
} from "./facts";
import type { RuleContext } from "./types";

/** One look at one rule: what it says, as `message@path`. */
function says(id: string, ctx: RuleContext): string[] {
  const rule = ruleById(id);
  if (!rule) throw new Error(`no rule ${id}`);
  return findingsOf(rule, ctx).map(({ message, path }) =>
    message === "message" ? path : `${message}@${path}`,
  );
}

type Change = Partial<RuleContext>;
const of = (app: ApplicationDraft, change: Change = {}) => contextOf(app, change);
const unit = (entity: Partial<EntityDraft> = {}, rest: Partial<ApplicationDraft> = {}) => {
  const app = validEnterprise(rest);
  return of({ ...app, entity: { ...app.entity, ...entity } });
};
const person = (entity: Partial<EntityDraft> = {}, rest: Partial<ApplicationDraft> = {}) => {
  const app = validPerson(rest);
  return of({ ...app, entity: { ...app.entity, ...entity } });
};
const lead = (over: Partial<PersonDraft>, entity: Partial<EntityDraft> = {}) =>
  unit(entity, { people: [validLead(over)] });
const two = (over: Partial<PersonDraft> = {}, entity: Partial<EntityDraft> = {}) =>
  unit(entity, { people: [validLead(), secondLead(over)], services: [validWebsite({ lead: "ppl_lead02" })] });
const site = (over: Partial<WebsiteDraft>, entity: Partial<EntityDraft> = {}) =>
  unit(entity, { services: [validWebsite(over)] });
const mySite = (over: Partial<WebsiteDraft>, entity: Partial<EntityDraft> = {}) =>
  person(entity, { services: [{ ...(validPerson().services[0] as WebsiteDraft), ...over }] });
const many = (count: number, app = validEnterprise(), over: Partial<WebsiteDraft> = {}) =>
  of({
    ...app,
    services: Array.from({ length: count }, (_, i) => validWebsite({ id: `svc_many${i}`, ...over })),
  });
const facts = (over: Partial<Facts>, app = validEnterprise()) =>
  of(app, { facts: { ...goodFacts(app), ...over } });
const account = (over: Partial<AccountFact>, app = validEnterprise()) => {
  const base = goodFacts(app);
  return facts(base.account ? { account: { ...base.account, ...over } } : {}, app);
};
const registry = (over: Partial<RegistryFact>, domain: Partial<DomainFact> = {}) => {
  const base = goodFacts(validEnterprise());
  return facts({
    domains: { "qinghe-demo.com": goodDomain(domain) },
    ...(base.registry ? { registry: { ...base.registry, ...over } } : {}),
  });
};
const business = (over: Partial<BusinessFact>) => {
  const base = goodFacts(validEnterprise());
  return facts(base.business ? { business: { ...base.business, ...over } } : {});
};
const others = (over: Partial<OthersFact>, app = validEnterprise()) => {
  const base = goodFacts(app);
  return facts(base.others ? { others: { ...base.others, ...over } } : {}, app);
};
const domain = (over: Partial<DomainFact>, app = validEnterprise()) =>
  facts({ domains: { "qinghe-demo.com": goodDomain(over) } }, app);
const server = (over: Partial<ResourceFact>) => facts({ resources: { "ins-demo0001": goodServer(over) } });
const code = (over: Partial<NonNullable<Facts["codes"]>[string]> | null) => {
  const app = validEnterprise({ services: [validWebsite({ resource: { kind: "CODE", code: "BSN1" } })] });
  const good = {
    state: "UNUSED",
    forThisAccount: true,
    resourceExpiresAt: addNaturalDays(NOW, 100),
  } as const;
  return facts({ codes: over === null ? {} : { BSN1: { ...good, ...over } } }, app);
};
const typed = (orderType: RuleContext["orderType"], ctx = unit()) => ({ ...ctx, orderType });
const policy = (provider: Parameters<typeof policyAt>[1]) => ({ ...unit(), policy: policyAt(NOW, provider) });

const S = (field: string) => `services[svc_site01].${field}`;
const P = (field: string, id = "ppl_lead01") => `people[${id}].${field}`;
const app1 = { kind: "APP", id: "svc_app001", lead: "ppl_lead01" } as const;

type Case = readonly [rule: string, what: string, ctx: RuleContext, said: readonly string[]];
const CASES: readonly Case[] = [
  [
    "order.not-offered",
    "type off",
    policy([{ effectiveFrom: 0, provider: { orderTypesEnabled: [] } }]),
    ["type@order"],
  ],
  [
    "order.not-offered",
    "nature off",
    policy([{ effectiveFrom: 0, provider: { naturesEnabled: [5] } }]),
    ["nature@entity.nature"],
  ],
  ["order.other-open", "one open", account({ otherOpenOrders: 1 }), ["order"]],
  ["order.organizer-conflict", "elsewhere", registry({ organizerInFlight: true }), ["order"]],
  ["order.other-account", "other account", registry({ entityInOtherAccount: true }), ["entity.certNo"]],
  ["order.shell-entity", "shell", registry({ entityFiled: true, entityIsShell: true }), ["entity.certNo"]],
  [
    "order.nothing-to-add",
    "all here",
    registry({ entityFiled: true, entityKnownHere: true }, { filed: "same-entity", accessHere: true }),
    ["order"],
  ],
  [
    "order.type-mixed",
    "new and access",
    facts(
      {
        registry: {
          entityFiled: true,
          entityKnownHere: true,
          entityInOtherAccount: false,
          entityIsShell: false,
          organizerInFlight: false,
          blacklisted: false,
          recordNumber: null,
        },
        domains: { "qinghe-demo.com": goodDomain(), "two-demo.com": goodDomain({ filed: "same-entity" }) },
      },
      validEnterprise({
        services: [validWebsite(), validWebsite({ id: "svc_site02", domain: "two-demo.com" })],
      }),
    ),
    ["order"],
  ],
  ["order.type-changed", "filed since", registry({ entityFiled: true, entityKnownHere: true }), ["order"]],
  [
    "order.type-changed",
    "not for changes",
    typed("CHANGE_FILING", registry({ entityFiled: true, entityKnownHere: true })),
    [],
  ],
  ["order.no-service", "none", unit({}, { services: [] }), ["services"]],
  ["order.service-count", "10 websites", many(10), []],
  ["order.service-count", "11 websites", many(11), ["websites@services"]],
  [
    "order.service-count",
    "11 apps",
    unit({}, { services: Array.from({ length: 11 }, (_, i) => ({ ...app1, id: `svc_app0${i}` })) }),
    ["apps@services"],
  ],
  ["order.service-count", "person with 2", many(2, validPerson()), ["person@services"]],
  [
    "order.province-count",
    "黑龙江 4",
    many(4, { ...validEnterprise(), entity: { ...validEnterprise().entity, province: "230000" } }),
    [],
  ],
  [
    "order.province-count",
    "黑龙江 5",
    many(5, { ...validEnterprise(), entity: { ...validEnterprise().entity, province: "230000" } }),
    ["services"],
  ],
  ["order.site-open", "first filing", unit(), [S("domain")]],
  ["order.site-open", "access keeps running", typed("ACCESS_FILING"), []],

  ["account.realname-missing", "never", account({ realNameVerifiedAt: null }), ["account"]],
  [
    "account.realname-wait",
    "person, a second short of 24 h",
    account({ kind: "person", realNameVerifiedAt: addHours(NOW, -24) + 1000 }, validPerson()),
    ["account"],
  ],
  [
    "account.realname-wait",
    "person, 24 h",
    account({ kind: "person", realNameVerifiedAt: addHours(NOW, -24) }, validPerson()),
    [],
  ],
  ["account.realname-wait", "unit at once", account({ realNameVerifiedAt: NOW }), []],
  ["account.name-mismatch", "other name", account({ realName: "别的公司" }), ["entity.name"]],
  [
    "account.name-mismatch",
    "brackets of other width",
    account(
      { realName: "青禾(北京)公司" },
      { ...validEnterprise(), entity: { ...validEnterprise().entity, name: "青禾（北京）公司" } },
    ),
    [],
  ],
  ["account.risk", "flagged", account({ riskFlag: true }), ["account"]],

  [
    "entity.required",
    "empty",
    unit({ name: " ", investorOrSuperior: undefined, certLongTerm: false }),
    ["name@entity.name", "investorOrSuperior@entity.investorOrSuperior", "certValidTo@entity.certValidTo"],
  ],
  ["entity.required", "person has no investor", person({ investorOrSuperior: undefined }), []],
  ["entity.province-known", "Taiwan is not filed here", unit({ province: "710000" }), ["entity.province"]],
  ["entity.nature-cert", "ID of a company", unit({ certType: 2 }), ["entity.certType"]],
  ["entity.blacklisted", "listed", registry({ blacklisted: true }), ["entity.certNo"]],
  ["entity.abnormal", "abnormal", business({ status: "abnormal" }), ["entity.certNo"]],
  ["entity.abnormal", "closed", business({ status: "closed" }), ["closed@entity.certNo"]],
  ["entity.registry-mismatch", "other name", business({ name: "别的公司" }), ["name@entity.name"]],
  [
    "entity.registry-mismatch",
    "unknown number",
    business({ found: false, registeredOrUpdatedAt: null }),
    ["not-found@entity.certNo"],
  ],
  [
    "entity.registry-mismatch",
    "updated yesterday",
    business({ name: "旧名", registeredOrUpdatedAt: addNaturalDays(NOW, -1) }),
    ["lag@entity.name"],
  ],
  ["entity.local-unit", "Beijing code in Henan", unit({ province: "410000" }), ["entity.province"]],
  ["entity.local-id", "Beijing ID in 山西", person({ province: "140000" }), ["entity.province"]],
  ["entity.local-id", "Beijing ID in 河北", person({ province: "130000" }), ["local-phone@entity.province"]],
  ["entity.local-id", "Beijing ID in 上海 (residence proof instead)", person({ province: "310000" }), []],

  [
    "certificate.number-form",
    "wrong digit",
    unit({ certNo: "91110108MA0000015X" }),
    ["check-digit@entity.certNo"],
  ],
  ["certificate.number-form", "old card", person({ certNo: "110101900307001" }), ["old-card@entity.certNo"]],
  ["certificate.old-number", "registration number", unit({ certNo: "110108000000015" }), ["entity.certNo"]],
  ["certificate.date-form", "no such day", unit({ certValidFrom: "2026-02-30" }), ["entity.certValidFrom"]],
  [
    "certificate.date-form",
    "future and reversed",
    unit({ certValidFrom: "2026-11-22", certValidTo: "2026-11-21", certLongTerm: false }),
    ["future@entity.certValidFrom", "order@entity.certValidTo"],
  ],
  [
    "certificate.validity",
    "exactly 3 months",
    unit({ certValidTo: "2027-02-21", certLongTerm: false }),
    ["entity.certValidTo"],
  ],
  [
    "certificate.validity",
    "3 months and a day",
    unit({ certValidTo: "2027-02-22", certLongTerm: false }),
    [],
  ],
  [
    "certificate.validity",
    "yesterday",
    unit({ certValidTo: "2026-11-20", certLongTerm: false }),
    ["expired@entity.certValidTo"],
  ],
  [
    "certificate.province-validity",
    "上海 12 months",
    unit({ province: "310000", certValidTo: "2027-11-21", certLongTerm: false }),
    ["entity.certValidTo"],
  ],
  [
    "certificate.province-validity",
    "上海 12 months and a day",
    unit({ province: "310000", certValidTo: "2027-11-22", certLongTerm: false }),
    [],
  ],

  [
    "leads.assigned",
    "nobody",
    unit(
      { legalRep: undefined, entityLead: "ppl_gone00" },
      { services: [validWebsite({ lead: undefined })] },
    ),
    ["legalRep@entity.legalRep", "entityLead@entity.entityLead", `lead@${S("lead")}`],
  ],
  [
    "leads.required",
    "empty contact",
    lead({ phone1: "", email: undefined, idValidTo: undefined }),
    [`phone1@${P("phone1")}`, `email@${P("email")}`, `idValidTo@${P("idValidTo")}`],
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
    "leads.legal-rep-required",
    "天津",
    two({}, { province: "120000", legalRep: "ppl_lead02" }),
    ["entity.entityLead"],
  ],
  ["leads.legal-rep-required", "北京 is free", two({}, { legalRep: "ppl_lead02" }), []],
  ["leads.same-lead-advice", "江苏", two({}, { province: "320000", legalRep: "ppl_lead02" }), [S("lead")]],
  [
    "leads.organiser-self",
    "other number",
    person({}, { people: [validLead({ idNo: "11010119900307002X" })] }),
    [P("idNo")],
  ],
  ["leads.organiser-self", "other name", person({}, { people: [validLead({ name: "别人" })] }), [P("name")]],
  ["leads.duplicate", "typed twice", two({ idNo: "110101199003070011" }), [P("idNo", "ppl_lead02")]],
  [
    "leads.service-lead-elsewhere",
    "elsewhere",
    others({ serviceLeadElsewhere: ["ppl_lead01"] }),
    [S("lead")],
  ],
  [
    "leads.service-lead-elsewhere",
    "persons may",
    others({ serviceLeadElsewhere: ["ppl_lead01"] }, validPerson()),
    [],
  ],
  [
    "leads.person-contact",
    "other phone",
    account({ securityPhone: "13700000009" }, validPerson()),
    [P("phone1")],
  ],
  [
    "leads.person-contact",
    "no security phone",
    account({ securityPhone: null }, validPerson()),
    [`no-security-phone@${P("phone1")}`],
  ],
  ["leads.person-contact", "units may differ", account({ securityPhone: "13700000009" }), []],
  ["leads.id-type", "licence", lead({ idType: 1 }), [P("idType")]],
  ["leads.id-form", "wrong digit", lead({ idNo: "110101199003070012" }), [`check-digit@${P("idNo")}`]],
  ["leads.id-dates", "reversed", lead({ idValidTo: "2010-01-01" }), [`order@${P("idValidTo")}`]],
  ["leads.id-validity", "exactly 3 months", lead({ idValidTo: "2027-02-21" }), [P("idValidTo")]],
  ["leads.id-validity", "3 months and a day", lead({ idValidTo: "2027-02-22" }), []],
  ["leads.id-validity", "long-term", lead({ idValidTo: undefined, idLongTerm: true }), []],
  ["leads.age", "17 in 北京", lead({ idNo: "110101200911220019" }), [P("idNo")]],
  ["leads.age", "18 today", lead({ idNo: "110101200811210019" }), []],
  ["leads.phone-form", "ten digits", lead({ phone1: "1380000000" }), [P("phone1")]],
  ["leads.phone-form", "landline as second", lead({ phone2: "01012345678" }), []],
  ["leads.phone-form", "no phone as second", lead({ phone2: "12345" }), [`any-phone@${P("phone2")}`]],
  ["leads.phone-segment", "192", lead({ phone1: "19200000001" }), [P("phone1")]],
  ["leads.phone-shared", "one number for two", two({ phone1: "13800000001" }), [P("phone1", "ppl_lead02")]],
  [
    "leads.phone-other-entity",
    "elsewhere",
    others({ phonesUsedElsewhere: [P("phone1"), "people[ppl_gone00].phone1"] }),
    [P("phone1")],
  ],
  [
    "leads.phone-distinct",
    "辽宁 wants 2",
    lead({ emergencyPhone: undefined }, { province: "210000" }),
    [P("emergencyPhone")],
  ],
  ["leads.phone-distinct", "辽宁 has 2", lead({}, { province: "210000" }), []],
  [
    "leads.phone-distinct",
    "湖北 wants 4 of two leads",
    two({ emergencyPhone: undefined }, { province: "420000" }),
    [P("emergencyPhone")],
  ],
  [
    "leads.emergency-phone",
    "广西",
    lead({ emergencyPhone: undefined }, { province: "450000" }),
    [P("emergencyPhone")],
  ],
  [
    "leads.emergency-phone",
    "same number",
    lead({ emergencyPhone: "13800000001" }),
    [`same@${P("emergencyPhone")}`],
  ],
  ["leads.local-phone", "江苏", unit({ province: "320000" }), [P("phone1")]],
  ["leads.email-form", "no host", lead({ email: "fang@" }), [P("email")]],
  [
    "leads.email-shared",
    "one mailbox for two",
    two({ email: "FANG@example.com" }),
    [P("email", "ppl_lead02")],
  ],

  ["domain.form", "www", site({ domain: "www.qinghe-demo.com" }), [`subdomain@${S("domain")}`]],
  ["domain.form", "address", site({ domain: "203.0.113.1" }), [`ip@${S("domain")}`]],
  ["domain.suffix", ".io", site({ domain: "qinghe.io" }), [S("domain")]],
  ["domain.government-suffix", "company", site({ domain: "qinghe.gov.cn" }), [S("domain")]],
  ["domain.government-suffix", "government", site({ domain: "qinghe.gov.cn" }, { nature: 2 }), []],
  [
    "domain.government-suffix",
    "charity name of a company",
    site({ domain: "青禾.公益" }),
    [`public-benefit@${S("domain")}`],
  ],
  ["domain.government-must", "government on .com", unit({ nature: 2 }), [S("domain")]],
  ["domain.state-words", "中国 in 北京", site({ domain: "中国青禾.com" }), [S("domain")]],
  [
    "domain.duplicate",
    "twice",
    unit({}, { services: [validWebsite(), validWebsite({ id: "svc_site02", domain: "QINGHE-demo.com" })] }),
    ["services[svc_site02].domain"],
  ],
  ["domain.unregistered", "free", domain({ registered: false }), [S("domain")]],
  ["domain.registrar", "abroad", domain({ registrarApproved: false }), [S("domain")]],
  ["domain.realname-missing", "never", domain({ realNameVerifiedAt: null }), [S("domain")]],
  [
    "domain.realname-wait",
    "here, 3 days less a second",
    domain({ realNameVerifiedAt: addNaturalDays(NOW, -3) + 1000 }),
    [`here@${S("domain")}`],
  ],
  ["domain.realname-wait", "here, 3 days", domain({ realNameVerifiedAt: addNaturalDays(NOW, -3) }), []],
  // Saturday now: Thursday and Friday are two working days after Wednesday, and with Tuesday it is three.
  [
    "domain.realname-wait",
    "elsewhere, verified Wednesday",
    domain({ registeredHere: false, realNameVerifiedAt: Date.parse("2026-11-18T04:00:00Z") }),
    [`elsewhere@${S("domain")}`],
  ],
  [
    "domain.realname-wait",
    "elsewhere, verified Tuesday",
    domain({ registeredHere: false, realNameVerifiedAt: Date.parse("2026-11-17T15:00:00Z") }),
    [],
  ],
  ["domain.owner", "somebody else", domain({ ownerName: "别的公司" }), [S("domain")]],
  ["domain.owner", "legal representative", domain({ ownerName: "方知远" }), [`legal-rep@${S("domain")}`]],
  [
    "domain.owner",
    "person with another number",
    facts(
      {
        domains: { "zhiyuan-demo.com": goodDomain({ ownerName: "方知远", ownerIdNo: "11010119900307002X" }) },
      },
      validPerson(),
    ),
    [`person@${S("domain")}`],
  ],
  ["domain.expired", "now", domain({ expiresAt: NOW }), [S("domain")]],
  ["domain.expired", "in a second", domain({ expiresAt: NOW + 1000 }), []],
  [
    "domain.expires-soon",
    "上海 3 months",
    domain(
      { expiresAt: addNaturalDays(NOW, 80) },
      { ...validEnterprise(), entity: { ...validEnterprise().entity, province: "310000" } },
    ),
    [S("domain")],
  ],
  ["domain.conflict", "other entity", domain({ filed: "other-entity" }), [S("domain")]],
  ["domain.conflict", "in flight", domain({ inFlightElsewhere: true }), [`in-flight@${S("domain")}`]],
  ["domain.conflict", "own access elsewhere", registry({ entityFiled: true }, { filed: "same-entity" }), []],
  ["domain.other-order", "here", others({ domainsInOtherOrders: ["qinghe-demo.com"] }), [S("domain")]],

  ["service-name.form", "2 characters", site({ name: "青禾" }), [`short@${S("name")}`]],
  ["service-name.form", "3 characters", site({ name: "青禾店" }), []],
  ["service-name.form", "brackets do not count", site({ name: "青（禾）" }), [`short@${S("name")}`]],
  ["service-name.form", "digits", site({ name: "12345" }), [`digits@${S("name")}`]],
  ["service-name.form", "English", site({ name: "Qinghe Shop" }), [`latin@${S("name")}`]],
  ["service-name.form", "signs", site({ name: "青禾！文具" }), [`characters@${S("name")}`]],
  ["service-name.reserved-words", "company", site({ name: "中国文具网" }), [S("name")]],
  ["service-name.reserved-words", "state body", site({ name: "中国文具网" }, { nature: 3 }), []],
  ["service-name.sensitive-words", "gambling", site({ name: "青禾博彩" }), [S("name")]],
  ["service-name.personal", "forum", mySite({ name: "摄影爱好者论坛" }), [S("name")]],
  ["service-name.personal", "two Chinese characters", mySite({ name: "摄影ABC" }), [`chinese@${S("name")}`]],
  ["service-name.personal", "own name", mySite({ name: "方知远的摄影" }), [`own-name@${S("name")}`]],
  ["service-name.generic", "generic", site({ name: "官方网站" }), [S("name")]],
  [
    "service-name.duplicate",
    "twice",
    unit({}, { services: [validWebsite(), validWebsite({ id: "svc_site02" })] }),
    ["services[svc_site02].name"],
  ],
  ["service-name.already-filed", "filed", others({ filedServiceNames: ["青禾文具官方商店"] }), [S("name")]],

  [
    "service.required",
    "empty",
    site({ domain: "", languages: [], contents: undefined }),
    [`contents@${S("contents")}`, `domain@${S("domain")}`, `languages@${S("languages")}`],
  ],
  ["service.remark-length", "14", site({ remark: "一二三四五六七八九十一二三四" }), [S("remark")]],
  ["service.remark-length", "15", site({ remark: "一二三四五六七八九十一二三四五" }), []],
  ["service.content-by-nature", "portal of a person", mySite({ contents: [8] }), [S("contents")]],
  ["service.content-by-nature", "blog of a person", mySite({ contents: [6] }), []],
  [
    "service.content-advice",
    "江西 wants 8",
    site({ contents: [9] }, { province: "360000" }),
    [`unit-only@${S("contents")}`],
  ],
  [
    "service.content-advice",
    "黑龙江 without 24",
    site({ contents: [24] }, { province: "230000" }),
    [`no-other@${S("contents")}`],
  ],
  ["service.content-advice", "北京 without blogs", mySite({ contents: [6] }), [`no-blog@${S("contents")}`]],
  [
    "service.remark-advice",
    "内蒙古 30",
    mySite({ remark: "个人网站记录旅行和摄影的心得体会" }, { province: "150000" }),
    [`length@${S("remark")}`],
  ],
  [
    "service.remark-advice",
    "山东 declaration",
    mySite({ remark: "记录旅行摄影作品和拍摄心得体会" }, { province: "370000" }),
    [S("remark")],
  ],
  ["service.homepage", "other domain", site({ homepageUrl: "https://www.other.com" }), [S("homepageUrl")]],
  ["service.homepage", "no address", site({ homepageUrl: "首页" }), [`form@${S("homepageUrl")}`]],
  [
    "service.homepage",
    "a longer name is another domain",
    site({ homepageUrl: "https://notqinghe-demo.com" }),
    [S("homepageUrl")],
  ],

  ["pre-approval.answered", "no answer", site({ noPreApproval: undefined }), [S("preApprovals")]],
  [
    "pre-approval.answered",
    "both",
    site({ preApprovals: [{ id: "pre_0001" }] }),
    [`both@${S("preApprovals")}`],
  ],
  [
    "pre-approval.person",
    "permit",
    mySite({ preApprovals: [{ id: "pre_0001", type: 1 }] }),
    [S("preApprovals")],
  ],
  [
    "pre-approval.details",
    "empty",
    site({ preApprovals: [{ id: "pre_0001", type: 1, validTo: "2026-11-20" }] }),
    [`permitNo@${S("preApprovals[pre_0001].permitNo")}`, `expired@${S("preApprovals[pre_0001].validTo")}`],
  ],
  [
    "pre-approval.details",
    "valid today",
    site({ preApprovals: [{ id: "pre_0001", type: 1, permitNo: "A", validTo: "2026-11-21" }] }),
    [],
  ],
  ["pre-approval.keywords", "scope", unit({ businessScope: "药品零售" }), [S("preApprovals")]],
  [
    "pre-approval.keywords",
    "permit held",
    unit(
      { businessScope: "药品零售" },
      { services: [validWebsite({ preApprovals: [{ id: "pre_0001", type: 5 }] })] },
    ),
    [],
  ],

  ["app.required", "no package", unit({}, { services: [app1] }), ["packages@services[svc_app001].packages"]],
  [
    "app.fingerprint-length",
    "40 on Android",
    unit(
      {},
      {
        services: [
          { ...app1, packages: [{ id: "pkg_0001", platform: "ANDROID", certFingerprint: "a".repeat(40) }] },
        ],
      },
    ),
    ["services[svc_app001].packages[pkg_0001].certFingerprint"],
  ],
  [
    "app.fingerprint-length",
    "32 on Android",
    unit(
      {},
      {
        services: [
          { ...app1, packages: [{ id: "pkg_0001", platform: "ANDROID", certFingerprint: "a".repeat(32) }] },
        ],
      },
    ),
    [],
  ],

  ["resource.missing", "none", site({ resource: undefined }), [`resource@${S("resource")}`]],
  [
    "resource.unknown",
    "not mine",
    site({ resource: { kind: "RESOURCE", resourceId: "ins-other" } }),
    [S("resource")],
  ],
  ["resource.mainland", "abroad", server({ mainland: false }), [S("resource")]],
  ["resource.mainland", "no address", server({ publicIp: null }), [`no-ip@${S("resource")}`]],
  ["resource.prepaid", "2 months", server({ prepaidMonths: 2 }), [S("resource")]],
  ["resource.prepaid", "3 months", server({ prepaidMonths: 3 }), []],
  ["resource.prepaid", "by the hour", server({ prepaid: false }), [`pay-as-you-go@${S("resource")}`]],
  [
    "resource.remaining",
    "30 days less a second",
    server({ expiresAt: addNaturalDays(NOW, 30) - 1000 }),
    [S("resource")],
  ],
  ["resource.remaining", "30 days", server({ expiresAt: addNaturalDays(NOW, 30) }), []],
  ["resource.remaining", "over", server({ expiresAt: NOW }), [`expired@${S("resource")}`]],
  ["resource.ends-in-review", "31 days", server({ expiresAt: addNaturalDays(NOW, 30) }), [S("resource")]],
  ["resource.ends-in-review", "60 days", server({ expiresAt: addNaturalDays(NOW, 60) }), []],
  ["resource.quota", "4 used", server({ used: 4 }), []],
  ["resource.quota", "5 used", server({ used: 5 }), [S("resource")]],
  [
    "resource.quota",
    "two on one with 4 used",
    facts(
      { resources: { "ins-demo0001": goodServer({ used: 4 }) } },
      validEnterprise({ services: [validWebsite(), validWebsite({ id: "svc_site02" })] }),
    ),
    ["services[svc_site02].resource"],
  ],
  ["resource.quota", "a serverless pack carries 2", server({ kind: "SERVERLESS", used: 2 }), [S("resource")]],
  ["resource.code", "good", code({}), []],
  ["resource.code", "none", code(null), [S("resource")]],
  ["resource.code", "not mine", code({ forThisAccount: false }), [S("resource")]],
  ["resource.code", "used", code({ state: "USED" }), [`used@${S("resource")}`]],
  [
    "resource.code",
    "server ends",
    code({ resourceExpiresAt: addNaturalDays(NOW, 29) }),
    [`expired@${S("resource")}`],
  ],
  [
    "resource.same-code",
    "twice",
    unit(
      {},
      {
        services: ["svc_site01", "svc_site02"].map((id) =>
          validWebsite({ id, resource: { kind: "CODE", code: "A" } }),
        ),
      },
    ),
    ["services[svc_site02].resource"],
  ],

  [
    "materials.missing",
    "nothing",
    facts({ materials: [{ code: "OTHER", subject: "entity", side: "SINGLE", documentDate: null }] }),
    ["ORG_CERT@materials[ORG_CERT:entity]", "ENTITY_LEAD_ID@materials[ENTITY_LEAD_ID:people[ppl_lead01]]"],
  ],
  [
    "materials.missing",
    "one side",
    facts({ materials: allMaterials(unit()).filter((file) => file.side !== "BACK") }),
    ["ENTITY_LEAD_ID@materials[ENTITY_LEAD_ID:people[ppl_lead01]]"],
  ],
];

describe("each rule", () => {
  test.each(CASES)("%s: %s", (rule, _what, ctx, said) => expect(says(rule, ctx)).toEqual(said));

  it("has a case in which it speaks", () => {
    const spoken = new Set(CASES.filter(([, , , said]) => said.length > 0).map(([rule]) => rule));
    expect(
      BOOK.map((rule) => rule.id).filter((id) => !spoken.has(id) && id !== "materials.letter-date"),
    ).toEqual([]);
  });
});

describe("each sentence", () => {
  test.each(["zh-CN", "en"])("exists in %s", (locale) => {
    const catalogue: unknown = JSON.parse(readFileSync(`lib/messages/${locale}/rules.json`, "utf8"));
    const at = (id: string) =>
      id
        .split(".")
        .reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], catalogue);
    const spoken = CASES.flatMap(([id, , ctx]) => {
      const rule = ruleById(id);
      return rule ? findingsOf(rule, ctx).map((finding) => `${id}.${finding.message}`) : [];
    });
    const keys = new Set([...spoken, ...BOOK.map((rule) => `${rule.id}.title`)]);
    expect([...keys].filter((key) => typeof at(key) !== "string")).toEqual([]);
  });
});

describe("letters carry their date", () => {
  const app = two({}, { province: "510000", legalRep: "ppl_lead02" }).application;
  const dated = (documentDate: string | null) => {
    const base = contextOf(app);
    const materials = allMaterials(base).map((file) =>
      file.code.startsWith("LETTER") ? { ...file, documentDate } : file,
    );
    return says("materials.letter-date", { ...base, facts: { ...base.facts, materials } });
  };
  const path = "materials[LETTER_ENTITY_LEAD:people[ppl_lead01]]";
  test.each([
    ["2026-11-21", []],
    ["2026-11-22", [`future@${path}`]],
    ["2026-08-21", []],
    ["2026-08-20", [path]],
    [null, [`no-date@${path}`]],
  ])("%s", (date, said) => expect(dated(date)).toEqual(said));
});

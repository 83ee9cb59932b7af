import type { ApplicationDraft, PersonDraft, WebsiteDraft } from "../application/draft";
import { policyAt } from "../policy";
import { addNaturalDays, DAY_MS } from "../policy/calendar";
import { divisionsOf } from "../policy/divisions";
import type { DomainFact, Facts, MaterialFact, ResourceFact } from "../rules/facts";
import { requiredMaterials } from "../rules/required-materials";
import type { RuleContext } from "../rules/types";

/**
 * Complete, valid applications with all facts, for tests, seeds and walks. Everything is invented: numbers are the
 * synthetic vectors of domain-facts.md §7, domains end in reserved-looking names nobody filed.
 */

/** Saturday 2026-11-21, 10:00 in Shanghai. */
export const NOW = Date.parse("2026-11-21T02:00:00Z");

const PERSON_IDS = ["110101199003070011", "11010119900307002X"] as const;
const UNIT_CODE = "91110108MA0000015T";

export const validLead = (over: Partial<PersonDraft> = {}): PersonDraft => ({
  id: "ppl_lead01",
  name: "方知远",
  idType: 2,
  idNo: PERSON_IDS[0],
  idValidFrom: "2016-05-01",
  idValidTo: "2036-05-01",
  phone1: "13800000001",
  emergencyPhone: "13900000002",
  email: "fang@example.com",
  ...over,
});

export const secondLead = (over: Partial<PersonDraft> = {}): PersonDraft =>
  validLead({
    id: "ppl_lead02",
    name: "林小满",
    idNo: PERSON_IDS[1],
    phone1: "15000000003",
    emergencyPhone: "15100000004",
    email: "lin@example.com",
    ...over,
  });

export const validWebsite = (over: Partial<WebsiteDraft> = {}): WebsiteDraft => ({
  kind: "WEBSITE",
  id: "svc_site01",
  name: "青禾文具官方商店",
  domain: "qinghe-demo.com",
  homepageUrl: "https://www.qinghe-demo.com",
  languages: [1],
  lead: "ppl_lead01",
  contents: [8],
  noPreApproval: true,
  resource: { kind: "RESOURCE", resourceId: "ins-demo0001" },
  accessMethod: 16,
  serverLocation: "110000",
  remark: "介绍本单位的文具产品、门店地址与联系方式，不含论坛和交易功能。",
  ...over,
});

/** A company in Beijing with one website; the legal representative leads everything. */
export const validEnterprise = (over: Partial<ApplicationDraft> = {}): ApplicationDraft => ({
  schemaVersion: 1,
  entity: {
    province: "110000",
    city: "北京市",
    district: "海淀区",
    nature: 4,
    certType: 1,
    certNo: UNIT_CODE,
    name: "北京青禾文具有限公司",
    certAddress: "北京市海淀区示例路1号2层201室",
    commAddress: "北京市海淀区示例路1号2层201室",
    investorOrSuperior: "方知远",
    certValidFrom: "2019-03-12",
    certLongTerm: true,
    businessScope: "销售文具用品、办公用品、纸制品",
    legalRep: "ppl_lead01",
    entityLead: "ppl_lead01",
  },
  people: [validLead()],
  services: [validWebsite()],
  ...over,
});

/** A person in Beijing with one website. */
export const validPerson = (over: Partial<ApplicationDraft> = {}): ApplicationDraft => ({
  schemaVersion: 1,
  entity: {
    province: "110000",
    city: "北京市",
    district: "东城区",
    nature: 5,
    certType: 2,
    certNo: PERSON_IDS[0],
    name: "方知远",
    certAddress: "北京市东城区示例胡同3号",
    commAddress: "北京市东城区示例胡同3号",
    certValidFrom: "2016-05-01",
    certValidTo: "2036-05-01",
    entityLead: "ppl_lead01",
  },
  people: [validLead()],
  services: [
    validWebsite({
      name: "知远的摄影札记",
      domain: "zhiyuan-demo.com",
      homepageUrl: "https://zhiyuan-demo.com",
      contents: [24],
      noPreApproval: undefined,
      remark: "个人网站，记录旅行摄影作品和拍摄心得，不含任何单位信息。",
    }),
  ],
  ...over,
});

export const goodDomain = (over: Partial<DomainFact> = {}): DomainFact => ({
  registered: true,
  registeredHere: true,
  registrarApproved: true,
  ownerName: "北京青禾文具有限公司",
  ownerIdNo: null,
  ownerIdType: null,
  realNameVerifiedAt: addNaturalDays(NOW, -30),
  expiresAt: addNaturalDays(NOW, 700),
  serverHold: false,
  filed: "no",
  filedNumber: null,
  accessHere: false,
  inFlightElsewhere: false,
  blacklisted: false,
  appOfOtherEntity: false,
  ...over,
});

export const goodServer = (over: Partial<ResourceFact> = {}): ResourceFact => ({
  kind: "CVM",
  prepaid: true,
  prepaidMonths: 12,
  expiresAt: addNaturalDays(NOW, 300),
  mainland: true,
  publicIp: "203.0.113.10",
  province: "110000",
  used: 0,
  ...over,
});

/** All facts that fit an application: nothing filed, everything verified long ago. */
export function goodFacts(app: ApplicationDraft, over: Partial<Facts> = {}): Facts {
  const person = app.entity.nature === 5;
  const owner = app.entity.name ?? null;
  const ownerIdNo = person ? (app.entity.certNo ?? null) : null;
  const ownerIdType = person ? (app.entity.certType ?? null) : null;
  const domains = app.services.flatMap((service) =>
    service.kind === "WEBSITE"
      ? (service.domain ?? [])
      : (service.domains ?? []).flatMap(({ domain }) => domain ?? []),
  );
  const lead = app.people.find((one) => one.id === app.entity.entityLead);
  return {
    account: {
      kind: person ? "person" : "unit",
      realName: owner,
      realNameVerifiedAt: addNaturalDays(NOW, -90),
      securityPhone: lead?.phone1 ?? null,
      riskFlag: false,
      otherOpenOrders: 0,
      holdsOtherEntity: false,
      provenPhones: app.people.map(({ id }) => `people[${id}].phone1`),
    },
    domains: Object.fromEntries(
      domains.map((domain) => [domain, goodDomain({ ownerName: owner, ownerIdNo, ownerIdType })]),
    ),
    resources: { "ins-demo0001": goodServer() },
    codes: {},
    registry: {
      entityFiled: false,
      entityKnownHere: false,
      entityInOtherAccount: false,
      entityIsShell: false,
      organizerInFlight: false,
      blacklisted: false,
      recordNumber: null,
      blacklistedNames: [],
      filed: null,
    },
    business: {
      found: true,
      name: owner,
      legalRepName: lead?.name ?? null,
      status: "active",
      registeredOrUpdatedAt: NOW - 900 * DAY_MS,
      licenceIssuedOn: app.entity.certValidFrom ?? null,
    },
    materials: [],
    others: {
      phonesUsedElsewhere: [],
      idsUsedElsewhere: [],
      serviceLeadElsewhere: [],
      domainsInOtherOrders: [],
      filedServiceNames: [],
    },
    ...over,
  };
}

/** Files for every slot the context asks for that is not optional. */
export const allMaterials = (ctx: RuleContext): readonly MaterialFact[] =>
  requiredMaterials(ctx)
    .filter((slot) => !slot.optional)
    .flatMap((slot) =>
      slot.sides.map((side) => ({
        code: slot.code,
        subject: slot.subject,
        side,
        documentDate: slot.dated ? "2026-11-18" : null,
      })),
    );

/** A context that passes the gate: the application with good facts and every required material. */
export function contextOf(app: ApplicationDraft, over: Partial<RuleContext> = {}): RuleContext {
  const base: RuleContext = {
    application: app,
    facts: goodFacts(app),
    policy: policyAt(NOW),
    at: NOW,
    orderType: "FIRST_FILING",
    divisions: divisionsOf,
    ...over,
  };
  if (base.facts.materials === undefined || base.facts.materials.length > 0) return base;
  return { ...base, facts: { ...base.facts, materials: allMaterials(base) } };
}

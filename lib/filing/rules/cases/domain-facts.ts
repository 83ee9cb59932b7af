import { addNaturalDays } from "../../policy/calendar";
import { goodDomain, NOW, validEnterprise, validPerson, validWebsite } from "../../testing/fixtures";
import { domain, facts, type LookCase, others, registry, S, validApp } from "../../testing/look";
import type { DomainFact } from "../facts";

const D = S("domain");
const A = "services[svc_app001].domains[dom_0001].domain";
const minMonths = (province: string, over: Partial<DomainFact>) =>
  domain(over, { ...validEnterprise(), entity: { ...validEnterprise().entity, province } });
const ofPerson = (over: Partial<DomainFact>) =>
  facts({ domains: { "zhiyuan-demo.com": goodDomain({ ownerName: "方知远", ...over }) } }, validPerson());
const owned = (name: string, ownerName: string) =>
  facts(
    { domains: { [name]: goodDomain({ ownerName }) } },
    validEnterprise({ services: [validWebsite({ domain: name })] }),
  );
const app = (over: Partial<DomainFact>, key = "api.qinghe-demo.com") =>
  facts({ domains: { [key]: goodDomain(over) } }, validEnterprise({ services: [validApp()] }));

const REGISTRATION: readonly LookCase[] = [
  ["domain.unregistered", "free", domain({ registered: false }), [D]],
  ["domain.unregistered", "registered", domain({}), []],
  ["domain.registrar", "abroad", domain({ registrarApproved: false }), [D]],
  ["domain.registrar", "approved", domain({}), []],
  ["domain.registrar", "nobody's", domain({ registered: false, registrarApproved: false }), []],
  ["domain.realname-missing", "never", domain({ realNameVerifiedAt: null }), [D]],
  ["domain.realname-missing", "APP", app({ realNameVerifiedAt: null }), [A]],
  ["domain.realname-missing", "verified", domain({}), []],
  ["domain.realname-wait", "never verified is the other finding", domain({ realNameVerifiedAt: null }), []],
  [
    "domain.realname-wait",
    "here, 3 days less a second",
    domain({ realNameVerifiedAt: addNaturalDays(NOW, -3) + 1000 }),
    [`here@${D}`],
  ],
  ["domain.realname-wait", "here, 3 days", domain({ realNameVerifiedAt: addNaturalDays(NOW, -3) }), []],
  // Saturday now: Thursday and Friday are two working days after Wednesday, and with Tuesday it is three.
  [
    "domain.realname-wait",
    "elsewhere, verified Wednesday",
    domain({ registeredHere: false, realNameVerifiedAt: Date.parse("2026-11-18T04:00:00Z") }),
    [`elsewhere@${D}`],
  ],
  [
    "domain.realname-wait",
    "elsewhere, verified Tuesday",
    domain({ registeredHere: false, realNameVerifiedAt: Date.parse("2026-11-17T15:00:00Z") }),
    [],
  ],
  [
    "domain.realname-wait",
    "elsewhere, a year ago",
    domain({ registeredHere: false, realNameVerifiedAt: addNaturalDays(NOW, -365) }),
    [],
  ],
  ["domain.server-hold", "held", domain({ serverHold: true }), [D]],
  ["domain.server-hold", "not held", domain({}), []],
  ["domain.expired", "now", domain({ expiresAt: NOW }), [D]],
  ["domain.expired", "in a second", domain({ expiresAt: NOW + 1000 }), []],
  ["domain.expired", "not told", domain({ expiresAt: null }), []],
  // Three months after 2026-11-21 is 2027-02-21: more than that is wanted.
  [
    "domain.expires-soon",
    "上海, 3 months",
    minMonths("310000", { expiresAt: Date.parse("2027-02-21T10:00:00Z") }),
    [D],
  ],
  [
    "domain.expires-soon",
    "上海, a day more",
    minMonths("310000", { expiresAt: Date.parse("2027-02-22T10:00:00Z") }),
    [],
  ],
  ["domain.expires-soon", "安徽", minMonths("340000", { expiresAt: addNaturalDays(NOW, 80) }), [D]],
  ["domain.expires-soon", "北京", minMonths("110000", { expiresAt: addNaturalDays(NOW, 80) }), []],
  ["domain.expires-soon", "expired is another finding", minMonths("310000", { expiresAt: NOW }), []],
];

const OWNER: readonly LookCase[] = [
  ["domain.owner", "the unit", domain({}), []],
  ["domain.owner", "the unit, other brackets", owned("qinghe-demo.com", "北京青禾文具有限公司 "), []],
  ["domain.owner", "somebody else", domain({ ownerName: "别的公司" }), [D]],
  ["domain.owner", "another person", domain({ ownerName: "林小满", ownerIdType: 2 }), [`person-owns@${D}`]],
  ["domain.owner", "legal representative", domain({ ownerName: "方知远" }), [`legal-rep@${D}`]],
  [
    "domain.owner",
    "legal representative in 上海",
    minMonths("310000", { ownerName: "方知远" }),
    [`legal-rep-accepted@${D}`],
  ],
  [
    "domain.owner",
    "legal representative in 福建",
    minMonths("350000", { ownerName: "方知远" }),
    [`organiser-only@${D}`],
  ],
  ["domain.owner", "not told", domain({ ownerName: null }), [`unknown@${D}`]],
  ["domain.owner", "not verified", domain({ ownerName: "别的公司", realNameVerifiedAt: null }), []],
  ["domain.owner", "APP", app({ ownerName: "别的公司" }), [A]],
  ["domain.owner", "the person", ofPerson({ ownerIdNo: "110101199003070011", ownerIdType: 2 }), []],
  ["domain.owner", "the person, number not told", ofPerson({}), []],
  [
    "domain.owner",
    "person with another number",
    ofPerson({ ownerIdNo: "11010119900307002X" }),
    [`person@${D}`],
  ],
  ["domain.owner", "person with another document", ofPerson({ ownerIdType: 7 }), [`person@${D}`]],
  ["domain.owner", "another person's", ofPerson({ ownerName: "林小满" }), [`person@${D}`]],
  ["domain.owner", "a unit's", ofPerson({ ownerName: "青禾公司", ownerIdType: 1 }), [`unit-owns@${D}`]],
];

const CONFLICT: readonly LookCase[] = [
  ["domain.blacklisted", "listed", domain({ blacklisted: true }), [D]],
  ["domain.blacklisted", "not listed", domain({}), []],
  ["domain.conflict", "other entity", domain({ filed: "other-entity" }), [D]],
  ["domain.conflict", "in flight", domain({ inFlightElsewhere: true }), [`in-flight@${D}`]],
  ["domain.conflict", "own access elsewhere", registry({ entityFiled: true }, { filed: "same-entity" }), []],
  ["domain.conflict", "filed by an unknown organiser", registry({}, { filed: "same-entity" }), [D]],
  ["domain.other-order", "here", others({ domainsInOtherOrders: ["qinghe-demo.com"] }), [D]],
  ["domain.other-order", "others", others({ domainsInOtherOrders: ["qinghe.com"] }), []],
  [
    "domain.other-order",
    "APP",
    others({ domainsInOtherOrders: ["api.qinghe-demo.com"] }, validEnterprise({ services: [validApp()] })),
    [`app@${A}`],
  ],
];

/** What registrars, registers and other orders say of domains. */
export const DOMAIN_FACT_CASES: readonly LookCase[] = [...REGISTRATION, ...OWNER, ...CONFLICT];

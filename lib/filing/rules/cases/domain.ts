import { addNaturalDays } from "../../policy/calendar";
import { goodDomain, NOW, validEnterprise, validPerson, validWebsite } from "../../testing/fixtures";
import { domain, facts, type LookCase, others, registry, S, site, unit } from "../../testing/look";

export const DOMAIN_CASES: readonly LookCase[] = [
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
];

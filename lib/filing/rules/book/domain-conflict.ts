import type { Case } from "../case";
import type { DomainFact } from "../facts";
import { DOMAIN_READS, eachDomain, NONE, SITE_DOMAIN_READS } from "../parts";
import type { Rule, Verdict } from "../types";

function conflict(c: Case, fact: DomainFact | undefined, path: string): Verdict | undefined {
  if (fact?.inFlightElsewhere) return { path, message: "in-flight" };
  if (fact?.filed === "other-entity") return { path };
  // An organiser the authority does not know cannot own a filed domain: somebody else's record.
  return fact?.filed === "same-entity" && c.facts.registry?.entityFiled === false ? { path } : undefined;
}

/** What the authority's register and other orders say. */
export const DOMAIN_CONFLICT_RULES: readonly Rule[] = [
  {
    id: "domain.blacklisted",
    topic: "domain",
    level: "error",
    source: "S4: 备案后咨询; V30: 1064 (DF §15 D7)",
    reads: [...DOMAIN_READS, "facts.domains"],
    check: (c) => eachDomain(c.domains, ({ fact, path }) => (fact?.blacklisted ? { path } : undefined)),
  },
  {
    id: "domain.conflict",
    topic: "domain",
    level: "error",
    source: "S3; S4: 备案号; 备案审核",
    reads: [...SITE_DOMAIN_READS, "facts.domains", "facts.registry"],
    rejection: ["DOMAIN_CONFLICT"],
    check: (c) => eachDomain(c.siteDomains, ({ fact, path }) => conflict(c, fact, path)),
  },
  {
    id: "domain.other-order",
    topic: "domain",
    level: "error",
    source: "S4: 备案审核",
    reads: [...DOMAIN_READS, "facts.others"],
    rejection: ["DOMAIN_CONFLICT"],
    check: (c) => {
      const taken = c.facts.others?.domainsInOtherOrders;
      if (taken === undefined || taken.length === 0) return NONE;
      return eachDomain(c.domains, ({ key, path, service }) => {
        if (!taken.includes(key)) return undefined;
        return service.kind === "APP" ? { path, message: "app" } : { path };
      });
    },
  },
];

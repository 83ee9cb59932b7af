import { blank } from "../../application/access";
import { PERSON_ID_TYPES } from "../../application/codes";
import type { Case } from "../case";
import type { DomainFact } from "../facts";
import { DOMAIN_READS, sameName } from "../parts";
import type { Rule, Verdict } from "../types";
import { eachRegistered } from "./domain-registration";

const isPersonal = (type: number | null): boolean =>
  type !== null && (PERSON_ID_TYPES as readonly number[]).includes(type);

/** A person owns by name, kind and number of the document; what the registrar does not tell is left to the reviewer. */
function personVerdict(c: Case, fact: DomainFact, path: string): Verdict | undefined {
  const { name, certType, certNo } = c.application.entity;
  const { ownerName, ownerIdNo, ownerIdType } = fact;
  if (ownerIdType !== null && !isPersonal(ownerIdType)) return { path, message: "unit-owns" };
  const same =
    sameName(ownerName ?? "", name ?? "") &&
    (ownerIdNo === null || blank(certNo) || ownerIdNo === certNo || ownerIdNo.toUpperCase() === certNo) &&
    (ownerIdType === null || certType === undefined || ownerIdType === certType);
  return same ? undefined : { path, message: "person" };
}

/** The legal representative as owner passes where the province says so, or with a proof: advice, not a block. */
function legalRepVerdict(c: Case, path: string): Verdict | undefined {
  switch (c.advice?.domainOwner) {
    case "ORGANISER_OR_LEGAL_REP":
      return { path, message: "legal-rep-accepted", level: "info" };
    case "ORGANISER_ONLY":
      return {
        path,
        message: "organiser-only",
        level: c.advice.authoritative.includes("domainOwner") ? "error" : "warn",
      };
    default:
      return { path, message: "legal-rep", level: "warn" };
  }
}

function unitVerdict(c: Case, fact: DomainFact, path: string): Verdict | undefined {
  const owner = fact.ownerName ?? "";
  if (sameName(owner, c.application.entity.name ?? "")) return undefined;
  const legalRep = c.legalRep?.name;
  if (legalRep !== undefined && !blank(legalRep) && sameName(owner, legalRep))
    return legalRepVerdict(c, path);
  return isPersonal(fact.ownerIdType) ? { path, message: "person-owns" } : { path };
}

function ownerVerdict(c: Case, fact: DomainFact, path: string): Verdict | undefined {
  // Nobody verified: that is said by itself, and there is no owner to compare.
  if (fact.realNameVerifiedAt === null || blank(c.application.entity.name)) return undefined;
  if (fact.ownerName === null) return { path, message: "unknown", level: "info" };
  if (c.isPerson) return personVerdict(c, fact, path);
  return c.isUnit ? unitVerdict(c, fact, path) : undefined;
}

export const DOMAIN_OWNER_RULES: readonly Rule[] = [
  {
    id: "domain.owner",
    topic: "domain",
    level: "error",
    source: "S4: 网站域名; 主体负责人信息; T21: 备案域名",
    reads: [
      ...["nature", "name", "certType", "certNo", "legalRep", "province"].map((field) => `entity.${field}`),
      "people[*].name",
      ...DOMAIN_READS,
      "facts.domains",
    ],
    rejection: ["DOMAIN_OWNER_MISMATCH"],
    check: (c) => eachRegistered(c.domains, (fact, { path }) => ownerVerdict(c, fact, path)),
  },
];

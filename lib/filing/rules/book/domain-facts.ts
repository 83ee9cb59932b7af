import { blank, personById } from "../../application/access";
import { addNaturalDays, addWorkingDays, dayOf } from "../../policy/calendar";
import { addMonths } from "../../shared/dates";
import type { Case } from "../case";
import type { DomainFact } from "../facts";
import { own, sameName } from "../parts";
import type { Rule, Verdict } from "../types";
import { perDomain } from "./domain";

const READS = ["services[*].kind", "services[*].domain", "facts.domains"];

/** Verdict per website whose domain the look-ups know and find registered. */
const perFact = (
  ctx: Case,
  verdict: (fact: DomainFact, path: string) => Verdict | undefined,
): readonly Verdict[] =>
  perDomain(ctx, (domain, path) => {
    const fact = own(ctx.facts.domains, domain);
    return fact?.registered ? verdict(fact, path) : undefined;
  });

/** First instant at which the verified owner counts as synchronised (DF §4.1). */
function readyAt(ctx: Case, fact: DomainFact, verifiedAt: number): number {
  const { hereNaturalDays, elsewhereWorkingDays } = ctx.policy.provider.domainRealNameWait;
  return fact.registeredHere
    ? addNaturalDays(verifiedAt, hereNaturalDays)
    : addWorkingDays(verifiedAt, elsewhereWorkingDays, ctx.policy.calendar).at;
}

function ownerVerdict(ctx: Case, fact: DomainFact, path: string): Verdict | undefined {
  const { entity } = ctx.application;
  if (fact.realNameVerifiedAt === null || fact.ownerName === null || blank(entity.name)) return undefined;
  const same = sameName(fact.ownerName, entity.name ?? "");
  if (ctx.isPerson) {
    const idDiffers = fact.ownerIdNo !== null && !blank(entity.certNo) && fact.ownerIdNo !== entity.certNo;
    return same && !idDiffers ? undefined : { path, message: "person" };
  }
  if (same) return undefined;
  const legalRep = personById(ctx.application, entity.legalRep);
  // The legal representative as owner passes in many provinces with a proof: advice, not a block.
  if (legalRep?.name && sameName(fact.ownerName, legalRep.name))
    return { path, message: "legal-rep", level: "warn" };
  return { path };
}

/** What registrar, register and other orders say of the domains. */
export const DOMAIN_FACT_RULES: readonly Rule[] = [
  {
    id: "domain.unregistered",
    topic: "domain",
    level: "error",
    source: "S4: 是否需要备案",
    reads: READS,
    check: (ctx) =>
      perDomain(ctx, (domain, path) =>
        own(ctx.facts.domains, domain)?.registered === false ? { path } : undefined,
      ),
  },
  {
    id: "domain.registrar",
    topic: "domain",
    level: "error",
    source: "S4: 常见驳回原因",
    reads: READS,
    rejection: ["REGISTRAR_NOT_APPROVED"],
    check: (ctx) => perFact(ctx, (fact, path) => (fact.registrarApproved ? undefined : { path })),
  },
  {
    id: "domain.realname-missing",
    topic: "domain",
    level: "error",
    source: "S4: 网站域名",
    reads: READS,
    rejection: ["DOMAIN_REALNAME"],
    check: (ctx) => perFact(ctx, (fact, path) => (fact.realNameVerifiedAt === null ? { path } : undefined)),
  },
  {
    id: "domain.realname-wait",
    topic: "domain",
    level: "error",
    source: "S4: 网站域名; 是否影响备案",
    reads: READS,
    rejection: ["DOMAIN_REALNAME"],
    check: (ctx) => {
      const wait = ctx.policy.provider.domainRealNameWait;
      return perFact(ctx, (fact, path) => {
        if (fact.realNameVerifiedAt === null) return undefined;
        const ready = readyAt(ctx, fact, fact.realNameVerifiedAt);
        if (ctx.at >= ready) return undefined;
        const days = fact.registeredHere ? wait.hereNaturalDays : wait.elsewhereWorkingDays;
        return {
          path,
          message: fact.registeredHere ? "here" : "elsewhere",
          params: { days, fromDay: dayOf(ready) },
        };
      });
    },
  },
  {
    id: "domain.owner",
    topic: "domain",
    level: "error",
    source: "S4: 网站域名; 主体负责人信息",
    reads: ["entity.nature", "entity.name", "entity.certNo", "entity.legalRep", "people[*].name", ...READS],
    rejection: ["DOMAIN_OWNER_MISMATCH"],
    check: (ctx) => perFact(ctx, (fact, path) => ownerVerdict(ctx, fact, path)),
  },
  {
    id: "domain.expired",
    topic: "domain",
    level: "error",
    source: "T21: 备案域名",
    reads: READS,
    check: (ctx) =>
      perFact(ctx, (fact, path) =>
        fact.expiresAt !== null && fact.expiresAt <= ctx.at ? { path } : undefined,
      ),
  },
  {
    id: "domain.expires-soon",
    topic: "domain",
    level: "warn",
    source: "T21: 各省管局要求",
    reads: ["entity.province", ...READS],
    check: (ctx) => {
      const months = ctx.advice?.domainMinMonths ?? null;
      if (months === null) return [];
      const limit = addMonths(dayOf(ctx.at), months);
      const params = { months, province: ctx.application.entity.province ?? "" };
      return perFact(ctx, (fact, path) =>
        fact.expiresAt !== null && fact.expiresAt > ctx.at && dayOf(fact.expiresAt) <= limit
          ? { path, params }
          : undefined,
      );
    },
  },
  {
    id: "domain.conflict",
    topic: "domain",
    level: "error",
    source: "S3; S4: 备案号; 备案审核",
    reads: [...READS, "facts.registry"],
    rejection: ["DOMAIN_CONFLICT"],
    check: (ctx) =>
      perDomain(ctx, (domain, path) => {
        const fact = own(ctx.facts.domains, domain);
        if (fact?.inFlightElsewhere) return { path, message: "in-flight" };
        if (fact?.filed === "other-entity") return { path };
        // An organiser the authority does not know cannot own a filed domain: somebody else's record.
        if (fact?.filed === "same-entity" && ctx.facts.registry?.entityFiled === false) return { path };
        return undefined;
      }),
  },
  {
    id: "domain.other-order",
    topic: "domain",
    level: "error",
    source: "S4: 备案审核",
    reads: ["services[*].kind", "services[*].domain", "facts.others"],
    rejection: ["DOMAIN_CONFLICT"],
    check: (ctx) =>
      perDomain(ctx, (domain, path) =>
        ctx.facts.others?.domainsInOtherOrders.includes(domain) ? { path } : undefined,
      ),
  },
];

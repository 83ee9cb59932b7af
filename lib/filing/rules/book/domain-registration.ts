import { addNaturalDays, addWorkingDays, DAY_MS, dayOf } from "../../policy/calendar";
import { addMonths } from "../../shared/dates";
import type { Case, DomainPart } from "../case";
import type { DomainFact } from "../facts";
import { DOMAIN_READS, eachDomain, NONE } from "../parts";
import type { Rule, Verdict } from "../types";

const READS = [...DOMAIN_READS, "facts.domains"];

/** Verdict per domain the look-ups know and find registered. */
export const eachRegistered = (
  parts: readonly DomainPart[],
  verdict: (fact: DomainFact, part: DomainPart) => Verdict | undefined,
): readonly Verdict[] =>
  eachDomain(parts, (part) => (part.fact?.registered ? verdict(part.fact, part) : undefined));

/** First instant at which the verified owner counts as synchronised (DF §4.1). */
function readyAt(c: Case, fact: DomainFact, verifiedAt: number): number {
  const { hereNaturalDays, elsewhereWorkingDays } = c.policy.provider.domainRealNameWait;
  if (fact.registeredHere) return addNaturalDays(verifiedAt, hereNaturalDays);
  // Long ago: no need to count working days; the longest holidays are far shorter.
  const longAgo = verifiedAt + (elsewhereWorkingDays * 3 + 15) * DAY_MS;
  return c.at >= longAgo ? longAgo : addWorkingDays(verifiedAt, elsewhereWorkingDays, c.policy.calendar).at;
}

function waitVerdict(c: Case, fact: DomainFact, path: string): Verdict | undefined {
  if (fact.realNameVerifiedAt === null) return undefined;
  const ready = readyAt(c, fact, fact.realNameVerifiedAt);
  if (c.at >= ready) return undefined;
  const wait = c.policy.provider.domainRealNameWait;
  return fact.registeredHere
    ? { path, message: "here", params: { days: wait.hereNaturalDays, fromDay: dayOf(ready) } }
    : { path, message: "elsewhere", params: { days: wait.elsewhereWorkingDays, fromDay: dayOf(ready) } };
}

/** Does an instant lie no more than so many months from today? Days are made only where it is near. */
export function within(c: Case, at: number, months: number): boolean {
  if (at > c.at + (months + 1) * 31 * DAY_MS) return false;
  return dayOf(at) <= addMonths(c.today, months);
}

/** What registrars say: registered, approved, verified, in force. */
export const DOMAIN_REGISTRATION_RULES: readonly Rule[] = [
  {
    id: "domain.unregistered",
    topic: "domain",
    level: "error",
    source: "S4: 是否需要备案",
    reads: READS,
    check: (c) =>
      eachDomain(c.domains, ({ fact, path }) => (fact?.registered === false ? { path } : undefined)),
  },
  {
    id: "domain.registrar",
    topic: "domain",
    level: "error",
    source: "S4: 常见驳回原因",
    reads: READS,
    rejection: ["REGISTRAR_NOT_APPROVED"],
    check: (c) =>
      eachRegistered(c.domains, (fact, { path }) => (fact.registrarApproved ? undefined : { path })),
  },
  {
    id: "domain.realname-missing",
    topic: "domain",
    level: "error",
    source: "S4: 网站域名",
    reads: READS,
    rejection: ["DOMAIN_REALNAME"],
    check: (c) =>
      eachRegistered(c.domains, (fact, { path }) =>
        fact.realNameVerifiedAt === null ? { path } : undefined,
      ),
  },
  {
    id: "domain.realname-wait",
    topic: "domain",
    level: "error",
    source: "S4: 网站域名; 是否影响备案",
    reads: READS,
    rejection: ["DOMAIN_REALNAME"],
    check: (c) => eachRegistered(c.domains, (fact, { path }) => waitVerdict(c, fact, path)),
  },
  {
    id: "domain.server-hold",
    topic: "domain",
    level: "warn",
    source: "S4: 备案域名相关; 阻断相关",
    reads: READS,
    check: (c) => eachRegistered(c.domains, (fact, { path }) => (fact.serverHold ? { path } : undefined)),
  },
  {
    id: "domain.expired",
    topic: "domain",
    level: "error",
    source: "T21: 备案域名",
    reads: READS,
    check: (c) =>
      eachRegistered(c.domains, (fact, { path }) =>
        fact.expiresAt !== null && fact.expiresAt <= c.at ? { path } : undefined,
      ),
  },
  {
    id: "domain.expires-soon",
    topic: "domain",
    level: "warn",
    source: "T21: 各省管局要求",
    reads: ["entity.province", ...READS],
    check: (c) => {
      const months = c.advice?.domainMinMonths ?? null;
      if (months === null) return NONE;
      const level = c.advice?.authoritative.includes("domainMinMonths") ? "error" : "warn";
      return eachRegistered(c.domains, ({ expiresAt }, { path }) =>
        expiresAt !== null && expiresAt > c.at && within(c, expiresAt, months)
          ? { path, level, params: { months, province: c.application.entity.province ?? "" } }
          : undefined,
      );
    },
  },
];

import { blank } from "../application/access";
import { NATURE_PERSON } from "../application/codes";
import type { AppDraft, PersonDraft, ServiceDraft, WebsiteDraft } from "../application/draft";
import {
  type DomainName,
  type DomainProblem,
  parseDomain,
  problemOfApp,
} from "../application/identifiers/domain-name";
import { dayOf } from "../policy/calendar";
import type { ProvinceAdvice } from "../policy/province-advice";
import type { ProvincePolicy } from "../policy/types";
import type { RuleContext } from "./context";
import type { DomainFact } from "./facts";

/** A domain of a service as the rules see it; `key` is absent while it is not yet a proper name. */
export interface DomainPart {
  readonly service: ServiceDraft;
  /** Id path of the field it is typed in. */
  readonly path: string;
  readonly typed: string;
  readonly name: DomainName;
  /** What is wrong with its form as a domain of this kind of service. */
  readonly problem: DomainProblem | null;
  readonly key: string | undefined;
  /** What the look-ups say; absent = nobody looked it up, or no proper name. */
  readonly fact: DomainFact | undefined;
}

export type LeadRole = "legalRep" | "entityLead" | "serviceLead";

/**
 * One application in front of the rules: the context, and what many rules derive from it, derived once. Rules get
 * nothing else, so a check of the whole book costs little more than reading the document.
 */
export interface Case extends RuleContext {
  /** Civil day of the check, `YYYY-MM-DD`. */
  readonly today: string;
  readonly isPerson: boolean;
  /** An organisation of any nature; false while the nature is not chosen. */
  readonly isUnit: boolean;
  /** Key of limits that differ for units and persons. */
  readonly side: "person" | "unit";
  /** Natures 1–3, for which naming and suffix rules differ. */
  readonly isStateUnit: boolean;
  readonly province: ProvincePolicy | undefined;
  readonly advice: ProvinceAdvice | undefined;
  readonly websites: readonly WebsiteDraft[];
  readonly apps: readonly AppDraft[];
  /** Domains of websites, one each where typed. */
  readonly siteDomains: readonly DomainPart[];
  /** Domains of APPs, each where typed. */
  readonly appDomains: readonly DomainPart[];
  /** Both, in document order. */
  readonly domains: readonly DomainPart[];
  /** Entity lead and service leads, each once, in document order. */
  readonly leads: readonly PersonDraft[];
  /** Everybody with a part: leads and the legal representative. */
  readonly actors: readonly PersonDraft[];
  readonly entityLead: PersonDraft | undefined;
  readonly legalRep: PersonDraft | undefined;
  /** Person by id. */
  readonly person: (id: string | undefined) => PersonDraft | undefined;
  readonly rolesOf: (id: string) => ReadonlySet<LeadRole>;
  /** What `derive` makes of this case, made at most once: for what several rules need and few cases have. */
  readonly once: <T>(derive: (c: Case) => T) => T;
}

const NO_ROLES: ReadonlySet<LeadRole> = new Set();

function rolesByPerson(c: RuleContext): ReadonlyMap<string, Set<LeadRole>> {
  const { entity, people, services } = c.application;
  const roles = new Map<string, Set<LeadRole>>();
  for (const person of people) roles.set(person.id, new Set());
  if (entity.nature !== NATURE_PERSON && entity.legalRep !== undefined)
    roles.get(entity.legalRep)?.add("legalRep");
  if (entity.entityLead !== undefined) roles.get(entity.entityLead)?.add("entityLead");
  for (const { lead } of services) if (lead !== undefined) roles.get(lead)?.add("serviceLead");
  return roles;
}

/** A record's own entry: keys are typed by people, and `__proto__` is none of ours. */
export const own = <T>(
  record: Readonly<Record<string, T>> | undefined,
  key: string | undefined,
): T | undefined =>
  record !== undefined && key !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;

function domainPart(ctx: RuleContext, service: ServiceDraft, path: string, typed: string): DomainPart {
  const name = parseDomain(typed, ctx.policy.suffixes);
  const problem = service.kind === "APP" ? problemOfApp(name) : name.problem;
  const key = problem === null ? name.key : undefined;
  return { service, path, typed, name, problem, key, fact: own(ctx.facts.domains, key) };
}

function domainsOf(ctx: RuleContext, service: ServiceDraft): readonly DomainPart[] {
  if (service.kind === "WEBSITE") {
    const { domain } = service;
    return domain === undefined || blank(domain)
      ? []
      : [domainPart(ctx, service, `services[${service.id}].domain`, domain)];
  }
  return (service.domains ?? []).flatMap(({ id, domain }) =>
    domain === undefined || blank(domain)
      ? []
      : [domainPart(ctx, service, `services[${service.id}].domains[${id}].domain`, domain)],
  );
}

const isCase = (ctx: RuleContext): ctx is Case => "once" in ctx;

/** The case of a context; a case is its own. */
export function caseOf(ctx: RuleContext): Case {
  if (isCase(ctx)) return ctx;
  const { application, policy } = ctx;
  const { entity, people, services } = application;
  const province = own(policy.provinces, entity.province);
  const isPerson = entity.nature === NATURE_PERSON;
  const roles = rolesByPerson(ctx);
  const byId = new Map(people.map((person) => [person.id, person]));
  const person = (id: string | undefined) => (id === undefined ? undefined : byId.get(id));
  const rolesOf = (id: string) => roles.get(id) ?? NO_ROLES;
  const domains = services.flatMap((service) => domainsOf(ctx, service));
  const made = new Map<unknown, unknown>();
  const self: Case = {
    ...ctx,
    today: dayOf(ctx.at),
    isPerson,
    isUnit: entity.nature !== undefined && !isPerson,
    side: isPerson ? "person" : "unit",
    isStateUnit: entity.nature === 1 || entity.nature === 2 || entity.nature === 3,
    province,
    advice: province?.advice,
    websites: services.filter((service) => service.kind === "WEBSITE"),
    apps: services.filter((service) => service.kind === "APP"),
    siteDomains: domains.filter(({ service }) => service.kind === "WEBSITE"),
    appDomains: domains.filter(({ service }) => service.kind === "APP"),
    domains,
    leads: people.filter(({ id }) => rolesOf(id).has("entityLead") || rolesOf(id).has("serviceLead")),
    actors: people.filter(({ id }) => rolesOf(id).size > 0),
    entityLead: person(entity.entityLead),
    legalRep: person(entity.legalRep),
    person,
    rolesOf,
    once: <T>(derive: (c: Case) => T): T => {
      if (!made.has(derive)) made.set(derive, derive(self));
      return made.get(derive) as T;
    },
  };
  return self;
}

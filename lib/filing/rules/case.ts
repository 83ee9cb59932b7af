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
  /** Domains of websites: the one typed, and what it is filed with besides. */
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

const ROLE_BIT: Readonly<Record<LeadRole, number>> = { legalRep: 1, entityLead: 2, serviceLead: 4 };
const LEADS = ROLE_BIT.entityLead | ROLE_BIT.serviceLead;
const ALL_ROLES = Object.keys(ROLE_BIT) as readonly LeadRole[];
/** Every possible set of roles, by its bits: made once, so that a case makes none. */
const ROLE_SETS: readonly ReadonlySet<LeadRole>[] = Array.from(
  { length: 8 },
  (_, bits) => new Set(ALL_ROLES.filter((role) => (bits & ROLE_BIT[role]) !== 0)),
);
const NO_ROLES: ReadonlySet<LeadRole> = new Set();

/** Roles of each person of the document, as bits, by id. */
function rolesByPerson({
  application: { entity, people, services },
}: RuleContext): ReadonlyMap<string, number> {
  const roles = new Map<string, number>();
  for (const { id } of people) roles.set(id, 0);
  if (entity.nature !== NATURE_PERSON) addRole(roles, entity.legalRep, ROLE_BIT.legalRep);
  addRole(roles, entity.entityLead, ROLE_BIT.entityLead);
  for (const { lead } of services) addRole(roles, lead, ROLE_BIT.serviceLead);
  return roles;
}

function addRole(roles: Map<string, number>, id: string | undefined, bit: number): void {
  const bits = id === undefined ? undefined : roles.get(id);
  if (id !== undefined && bits !== undefined && (bits & bit) === 0) roles.set(id, bits | bit);
}

/** People with one of these roles, in document order. */
function peopleWith(
  people: readonly PersonDraft[],
  roles: ReadonlyMap<string, number>,
  bits: number,
): readonly PersonDraft[] {
  return people.filter(({ id }) => ((roles.get(id) ?? 0) & bits) !== 0);
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

/** Adds the domains a service names, where they are typed. */
function addDomains(ctx: RuleContext, service: ServiceDraft, out: DomainPart[]): void {
  if (service.kind === "WEBSITE") {
    const { domain } = service;
    if (domain !== undefined && !blank(domain))
      out.push(domainPart(ctx, service, `services[${service.id}].domain`, domain));
    for (const more of service.moreDomains ?? [])
      if (more.domain !== undefined && !blank(more.domain))
        out.push(
          domainPart(ctx, service, `services[${service.id}].moreDomains[${more.id}].domain`, more.domain),
        );
    return;
  }
  for (const { id, domain } of service.domains ?? [])
    if (domain !== undefined && !blank(domain))
      out.push(domainPart(ctx, service, `services[${service.id}].domains[${id}].domain`, domain));
}

const isOfSite = ({ service }: DomainPart): boolean => service.kind === "WEBSITE";
const isOfApp = ({ service }: DomainPart): boolean => service.kind === "APP";
const isWebsite = (service: ServiceDraft): service is WebsiteDraft => service.kind === "WEBSITE";
const isApp = (service: ServiceDraft): service is AppDraft => service.kind === "APP";

/** The members of a list that fit; the list itself when all do, as nearly always. */
function only<T, U extends T>(list: readonly T[], fits: (item: T) => item is U): readonly U[];
function only<T>(list: readonly T[], fits: (item: T) => boolean): readonly T[];
function only<T>(list: readonly T[], fits: (item: T) => boolean): readonly T[] {
  return list.every(fits) ? list : list.filter(fits);
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
  const byId = new Map<string, PersonDraft>();
  for (const person of people) byId.set(person.id, person);
  const domains: DomainPart[] = [];
  for (const service of services) addDomains(ctx, service, domains);
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
    websites: only(services, isWebsite),
    apps: only(services, isApp),
    siteDomains: only(domains, isOfSite),
    appDomains: only(domains, isOfApp),
    domains,
    leads: peopleWith(people, roles, LEADS),
    actors: peopleWith(people, roles, LEADS | ROLE_BIT.legalRep),
    entityLead: entity.entityLead === undefined ? undefined : byId.get(entity.entityLead),
    legalRep: entity.legalRep === undefined ? undefined : byId.get(entity.legalRep),
    person: (id) => (id === undefined ? undefined : byId.get(id)),
    rolesOf: (id) => ROLE_SETS[roles.get(id) ?? 0] ?? NO_ROLES,
    once: <T>(derive: (c: Case) => T): T => {
      const known = made.get(derive);
      if (known !== undefined || made.has(derive)) return known as T;
      const derived = derive(self);
      made.set(derive, derived);
      return derived;
    },
  };
  return self;
}

import { blank, personById } from "../application/access";
import { NATURE_PERSON } from "../application/codes";
import type { ApplicationDraft, PersonDraft, ServiceDraft, WebsiteDraft } from "../application/draft";
import { domainKey, domainProblem } from "../application/identifiers/domain-name";
import { dayOf, HOUR_MS } from "../policy/calendar";
import type { ProvinceAdvice } from "../policy/province-advice";
import type { ProvincePolicy } from "../policy/types";
import type { RuleContext, Verdict } from "./types";

/** A record's own entry: keys are typed by people, and `__proto__` is none of ours. */
export const own = <T>(
  record: Readonly<Record<string, T>> | undefined,
  key: string | undefined,
): T | undefined =>
  record !== undefined && key !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;

/** Small readers the rules share. None of them judges. */
export const entityPath = (field: string): string => `entity.${field}`;
export const personPath = (id: string, field: string): string => `people[${id}].${field}`;
export const servicePath = (id: string, field: string): string => `services[${id}].${field}`;

export const isPerson = (app: ApplicationDraft): boolean => app.entity.nature === NATURE_PERSON;
export const isUnit = (app: ApplicationDraft): boolean => app.entity.nature !== undefined && !isPerson(app);
/** Key of limits that differ for units and persons. */
export const side = (app: ApplicationDraft): "person" | "unit" => (isPerson(app) ? "person" : "unit");
/** State bodies and public institutions, for which naming and suffix rules differ. */
export const isStateUnit = (app: ApplicationDraft): boolean => [1, 2, 3].includes(app.entity.nature ?? 0);

export const websitesOf = (app: ApplicationDraft): readonly WebsiteDraft[] =>
  app.services.filter((service) => service.kind === "WEBSITE");

export type LeadRole = "legalRep" | "entityLead" | "serviceLead";

/** Which parts each person plays, in document order. People nobody refers to have none. */
function rolesOf(app: ApplicationDraft): ReadonlyMap<string, ReadonlySet<LeadRole>> {
  const roles = new Map<string, Set<LeadRole>>(app.people.map((person) => [person.id, new Set()]));
  const add = (id: string | undefined, role: LeadRole) => id !== undefined && roles.get(id)?.add(role);
  if (!isPerson(app)) add(app.entity.legalRep, "legalRep");
  add(app.entity.entityLead, "entityLead");
  for (const service of app.services) add(service.lead, "serviceLead");
  return roles;
}

const playing = (
  app: ApplicationDraft,
  wanted: (roles: ReadonlySet<LeadRole>) => boolean,
): readonly PersonDraft[] => {
  const roles = rolesOf(app);
  return app.people.filter((person) => wanted(roles.get(person.id) ?? new Set()));
};
/** Entity lead and service leads, each once. */
export const leadsOf = (app: ApplicationDraft) =>
  playing(app, (roles) => roles.has("entityLead") || roles.has("serviceLead"));
/** Everybody with a part: leads and the legal representative. */
export const actorsOf = (app: ApplicationDraft) => playing(app, (roles) => roles.size > 0);
export const entityLeadOf = (app: ApplicationDraft) => personById(app, app.entity.entityLead);
export const leadOf = (app: ApplicationDraft, service: ServiceDraft) => personById(app, service.lead);

/** What `reads` must name when a rule asks who plays which part. */
export const ROLE_READS = [
  "entity.nature",
  "entity.legalRep",
  "entity.entityLead",
  "services[*].lead",
] as const;

export const provinceOf = ({ application, policy }: RuleContext): ProvincePolicy | undefined =>
  own(policy.provinces, application.entity.province);
export const adviceFor = (ctx: RuleContext): ProvinceAdvice | undefined => provinceOf(ctx)?.advice;

/** Civil time of day, `14:03`: findings carry readable params, so that any reader can print them. */
export const timeOf = (ms: number): string => new Date(ms + 8 * HOUR_MS).toISOString().slice(11, 16);

export const today = (ctx: RuleContext): string => dayOf(ctx.at);

/** A website's domain as the facts know it; undefined while it is not yet a proper name. */
export function knownDomain(ctx: RuleContext, site: WebsiteDraft): string | undefined {
  if (blank(site.domain) || site.domain === undefined) return undefined;
  const key = domainKey(site.domain);
  return domainProblem(key, ctx.policy.suffixes) === null ? key : undefined;
}

/** One required field that is empty: its own sentence, and its key below `fields` for lists of what is missing. */
export const missing = (path: string, field: string): Verdict => ({
  path,
  message: field.slice(field.lastIndexOf(".") + 1),
  params: { field },
});

/** Verdicts for every item, those without trouble left out. */
export const each = <T>(items: readonly T[], verdict: (item: T) => Verdict | undefined): readonly Verdict[] =>
  items.flatMap((item) => verdict(item) ?? []);

/** Name as people compare it: brackets and spaces of either width are the same. */
export const sameName = (a: string, b: string): boolean => plain(a) === plain(b);
const plain = (name: string): string =>
  name
    .normalize("NFKC")
    .replace(/[\s·•]/g, "")
    .toUpperCase();

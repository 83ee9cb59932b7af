import type { PersonDraft, ServiceDraft } from "../application/draft";
import { HOUR_MS } from "../policy/calendar";
import type { ProvinceAdvice } from "../policy/province-advice";
import type { Level } from "../policy/source";
import type { Case, DomainPart } from "./case";
import type { Verdict } from "./types";

export { own } from "./case";

/** Small helpers the rules share. None of them judges. */
export const entityPath = (field: string): string => `entity.${field}`;
export const personPath = (id: string, field: string): string => `people[${id}].${field}`;
export const servicePath = (id: string, field: string): string => `services[${id}].${field}`;

/** What `reads` must name when a rule asks who plays which part. */
export const ROLE_READS = [
  "entity.nature",
  "entity.legalRep",
  "entity.entityLead",
  "services[*].lead",
] as const;
/** What `reads` must name when a rule looks at the domains of websites, of APPs, or of both. */
export const SITE_DOMAIN_READS = [
  "services[*].kind",
  "services[*].domain",
  "services[*].moreDomains",
] as const;
export const APP_DOMAIN_READS = ["services[*].kind", "services[*].domains"] as const;
export const DOMAIN_READS = [...SITE_DOMAIN_READS, "services[*].domains"] as const;

/** Nothing found: shared, so that a rule without trouble makes nothing. */
export const NONE: readonly Verdict[] = [];

/** Verdicts for every item, those without trouble left out. */
export function each<T>(items: readonly T[], verdict: (item: T) => Verdict | undefined): readonly Verdict[] {
  let out: Verdict[] | undefined;
  for (const item of items) {
    const found = verdict(item);
    if (found === undefined) continue;
    if (out === undefined) out = [found];
    else out.push(found);
  }
  return out ?? NONE;
}

/** The same where an item may have several. */
export function eachAll<T>(
  items: readonly T[],
  verdicts: (item: T) => readonly Verdict[],
): readonly Verdict[] {
  let out: Verdict[] | undefined;
  for (const item of items) {
    const found = verdicts(item);
    if (found.length === 0) continue;
    if (out === undefined) out = [...found];
    else out.push(...found);
  }
  return out ?? NONE;
}

/** Verdict per domain (of `c.siteDomains`, `c.appDomains` or `c.domains`) that is a proper name. */
export function eachDomain(
  parts: readonly DomainPart[],
  verdict: (part: DomainPart & { readonly key: string }) => Verdict | undefined,
): readonly Verdict[] {
  return each(parts, (part) =>
    part.key === undefined ? undefined : verdict(part as DomainPart & { readonly key: string }),
  );
}

/** Items whose key an earlier one already has. `keyOf` answers undefined for what takes no part. */
export function repeated<T>(items: readonly T[], keyOf: (item: T) => string | undefined): readonly T[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const key = keyOf(item);
    if (key === undefined || key === "") return false;
    if (seen.has(key)) return true;
    seen.add(key);
    return false;
  });
}

/** A finder of the first of many words in a text. Built once a list, not once a check. */
export function wordFinder(words: readonly string[]): (text: string) => string | undefined {
  if (words.length === 0) return () => undefined;
  const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const pattern = new RegExp(escaped.join("|"), "i");
  return (text) => pattern.exec(text)?.[0];
}

/** Level of a province's wish: it blocks where the source is the newest official text, else it advises. */
export const adviceLevel = (c: Case, field: keyof ProvinceAdvice): Level =>
  c.advice?.authoritative.includes(field) ? "error" : "warn";

/** The person a service names as its lead. */
export const leadOf = (c: Case, service: ServiceDraft): PersonDraft | undefined => c.person(service.lead);

/** Civil time of day, `14:03`: findings carry readable params, so that any reader can print them. */
export const timeOf = (ms: number): string => new Date(ms + 8 * HOUR_MS).toISOString().slice(11, 16);

/** One required field that is empty: its own sentence, and its key below `fields` for lists of what is missing. */
export const missing = (path: string, field: string): Verdict => ({
  path,
  message: field.slice(field.lastIndexOf(".") + 1),
  params: { field },
});

/** Name as people compare it: brackets and spaces of either width are the same. */
export const sameName = (a: string, b: string): boolean => a === b || plainName(a) === plainName(b);
/** The form names are compared in. */
export const plainName = (name: string): string =>
  name
    .normalize("NFKC")
    .replace(/[\s·•]/g, "")
    .toUpperCase();

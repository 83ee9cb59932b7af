import type { OrderType } from "../../application/codes";
import type { Case } from "../case";
import { namesOf, type ServiceName } from "../names";
import { each, NONE, plainName } from "../parts";
import type { Rule, Verdict } from "../types";

const READS = ["services[*].kind", "services[*].name"];
/** An access order carries the name that is filed. */
const NEW: readonly OrderType[] = ["FIRST_FILING", "NEW_SERVICE_LOCAL", "NEW_SERVICE_FOREIGN"];

/** A website and an APP of one organiser may share their name. */
const sameService = (a: ServiceName, b: ServiceName): boolean =>
  a.service.kind === b.service.kind && a.plain === b.plain;

function repeats(c: Case): readonly Verdict[] {
  const names = namesOf(c);
  return each(names, (found) => {
    for (const other of names) {
      if (other === found) return undefined;
      if (sameService(other, found)) return { path: found.path };
    }
    return undefined;
  });
}

/** Kinds of services the register holds under a name, in its plain form: worked out once, not once a service. */
function filedKinds(c: Case): ReadonlyMap<string, ReadonlySet<string>> {
  const kinds = new Map<string, Set<string>>();
  for (const { name, kind } of c.facts.registry?.filed?.services ?? []) {
    if (name === null) continue;
    const plain = plainName(name);
    kinds.set(plain, (kinds.get(plain) ?? new Set()).add(kind));
  }
  return kinds;
}
const listedNames = (c: Case): ReadonlySet<string> =>
  new Set(c.facts.others?.filedServiceNames.map(plainName));

/** Filed already, as far as the register tells the kind; a list of names alone tells none. */
function filedAlready(c: Case, { plain, service }: ServiceName): boolean {
  const kinds = c.once(filedKinds).get(plain);
  return kinds === undefined ? c.once(listedNames).has(plain) : kinds.has(service.kind);
}

/** Related: two characters in a row that name and unit name, or name and scope, share. */
function related(c: Case, { name }: ServiceName): boolean {
  const { name: unit = "", businessScope = "" } = c.application.entity;
  for (let at = 0; at + 1 < name.length; at++) {
    const pair = name.slice(at, at + 2);
    if (unit.includes(pair) || businessScope.includes(pair)) return true;
  }
  return false;
}

/** Uniqueness of names, and whose they are. */
export const SERVICE_NAME_UNIQUE_RULES: readonly Rule[] = [
  {
    id: "service-name.duplicate",
    topic: "service-name",
    level: "error",
    source: "V30: 1020; S4: APP 备案常见问题",
    reads: READS,
    rejection: ["NAME_NOT_OK"],
    check: repeats,
  },
  {
    id: "service-name.already-filed",
    topic: "service-name",
    level: "error",
    source: "V30: 1020; S4: APP 备案常见问题",
    reads: [...READS, "facts.others", "facts.registry"],
    rejection: ["NAME_NOT_OK"],
    check: (c) => {
      if (!NEW.includes(c.orderType)) return NONE;
      const none =
        (c.facts.others?.filedServiceNames.length ?? 0) === 0 &&
        (c.facts.registry?.filed?.services.length ?? 0) === 0;
      return none
        ? NONE
        : each(namesOf(c), (found) => (filedAlready(c, found) ? { path: found.path } : undefined));
    },
  },
  {
    id: "service.name-blacklisted",
    topic: "service-name",
    level: "error",
    source: "S4: 备案后咨询 (DF §15 D7)",
    reads: [...READS, "facts.registry"],
    rejection: ["NAME_NOT_OK"],
    check: (c) => {
      const listed = c.facts.registry?.blacklistedNames;
      if (listed === undefined || listed.length === 0) return NONE;
      const plain = new Set(listed.map(plainName));
      return each(namesOf(c), (found) => (plain.has(found.plain) ? { path: found.path } : undefined));
    },
  },
  {
    id: "service-name.unrelated",
    topic: "service-name",
    level: "info",
    source: "T21: 网站命名要求; H: 备案驳回咨询",
    reads: ["entity.nature", "entity.name", "entity.businessScope", ...READS],
    check: (c) =>
      c.isUnit && c.application.entity.name
        ? each(namesOf(c), (found) => (related(c, found) ? undefined : { path: found.path }))
        : NONE,
  },
];

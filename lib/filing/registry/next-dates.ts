import { blank } from "../application/access";
import type { PersonDraft } from "../application/draft";
import { isDay } from "../shared/dates";
import type { HeldService, Registry } from "./types";

/** Something of a filing that ends by itself unless somebody renews it. */
export interface NextDate {
  readonly kind:
    | "certificate"
    | "entity-lead-id"
    | "service-lead-id"
    | "permit"
    | "server"
    | "code"
    | "domain";
  /** Number of the service it is about; null: the record itself. */
  readonly service: string | null;
  /** Name of the server or domain. People are called by their part. */
  readonly name: string | null;
  /** `YYYY-MM-DD`: the last day it is good for. */
  readonly day: string;
}

/** What registrar and inventory say, by domain and by server id; by filing number, how long a lent server runs. */
export interface Expiries {
  readonly servers: Readonly<Record<string, { readonly name: string; readonly day: string }>>;
  readonly domains: Readonly<Record<string, string>>;
  readonly lent: Readonly<Record<string, string>>;
}

const ofPerson = (person: PersonDraft | undefined): string | undefined =>
  person?.idLongTerm === true ? undefined : person?.idValidTo;

/** Everything that runs out, soonest first; what never ends or is not known has no date. */
export function nextDates(registry: Registry, expiries: Expiries): readonly NextDate[] {
  if (registry.entity === null || registry.entity.ended) return [];
  const { entity, people } = registry.entity.document;
  const lead = people.find(({ id }) => id === entity.entityLead);
  const own = [
    date("certificate", null, null, entity.certLongTerm === true ? undefined : entity.certValidTo),
    date("entity-lead-id", null, null, ofPerson(lead)),
  ];
  const below = registry.services.filter(({ ended }) => !ended).flatMap((held) => ofService(held, expiries));
  return [...own, ...below].flat().sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

function ofService(held: HeldService, { servers, domains, lent }: Expiries): NextDate[] {
  const { number, document, access } = held;
  const server = access?.resourceId ? servers[access.resourceId] : undefined;
  return [
    date("service-lead-id", number, null, ofPerson(document.leadPerson)),
    ...(document.preApprovals ?? []).map(({ permitNo, validTo }) =>
      date("permit", number, blank(permitNo) ? null : permitNo, validTo),
    ),
    date("server", number, server?.name ?? null, server?.day),
    // It runs on somebody else's server, through his code: whose it is, is his.
    ...(access !== null && access.resourceId === null ? date("code", number, null, lent[number]) : []),
    ...held.domains.map((domain) => date("domain", number, domain, domains[domain])),
  ].flat();
}

function date(
  kind: NextDate["kind"],
  service: string | null,
  name: string | null,
  day: string | undefined,
): NextDate[] {
  return isDay(day) ? [{ kind, service, name, day }] : [];
}

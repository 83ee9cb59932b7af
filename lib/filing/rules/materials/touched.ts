import { changedIn } from "../../change/changed";
import { isChange } from "../../guide/order-type";
import type { Case } from "../case";

/** What an order is about, as far as its documents go. */
interface Touched {
  /** The organiser's own data, people apart. */
  readonly organiser: boolean;
  readonly entity: boolean;
  /** Who leads what anew, or is filed with other data. */
  readonly people: ReadonlySet<string>;
  /** Keys of the answers that differ, by service. */
  readonly services: ReadonlyMap<string, readonly string[]>;
}

/** Of a change that knows what it began from: what differs. Null: everything the order's type is about. */
function touched(c: Case): Touched | null {
  const basis = isChange(c.orderType) ? c.facts.registry?.basis : undefined;
  if (basis === undefined) return null;
  const { application } = c;
  const people = new Set<string>();
  const services = new Map<string, readonly string[]>();
  let organiser = false;
  let entity = false;
  const name = (id: string | undefined) => id !== undefined && people.add(id);
  for (const { part, fields } of changedIn(basis.application, application)) {
    const service = application.services.find(({ id }) => id === part);
    if (service !== undefined)
      services.set(
        part,
        fields.map(({ key }) => key),
      );
    else entity = true;
    for (const { path } of fields) {
      if (path.startsWith("lead.")) name(service?.lead);
      else if (path.startsWith("entityLead.")) name(application.entity.entityLead);
      else if (path.startsWith("legalRep.")) name(application.entity.legalRep);
      else if (service === undefined) organiser = true;
    }
  }
  return { organiser, entity, people, services };
}
const of = (c: Case): Touched | null => c.once(touched);

/** The organiser's part, people included: a change of services leaves it alone. */
export const touchesEntity = (c: Case): boolean =>
  c.orderType !== "CHANGE_SERVICE" && (of(c)?.entity ?? true);
/** What his certificate shows. */
export const touchesOrganiser = (c: Case): boolean =>
  c.orderType !== "CHANGE_SERVICE" && (of(c)?.organiser ?? true);
/** Any service. */
export const touchesServices = (c: Case): boolean => {
  const known = of(c);
  return c.orderType !== "CHANGE_ENTITY" && (known === null || known.services.size > 0);
};
/** This service; with keys: one of these answers of it. */
export const touchesService = (c: Case, id: string, keys?: readonly string[]): boolean => {
  const known = of(c);
  if (known === null) return true;
  const changed = known.services.get(id);
  return changed !== undefined && (keys === undefined || keys.some((key) => changed.includes(key)));
};
/** Somebody filed anew, or with other data. */
export const touchesPerson = (c: Case, id: string): boolean => of(c)?.people.has(id) ?? true;

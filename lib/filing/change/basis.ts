import type { OrderType } from "../application/codes";
import type { ApplicationDraft, PersonDraft, ServiceDraft } from "../application/draft";
import { organiserIsLead } from "../application/draft-sections";
import { dropUnusedPeople } from "../application/edit";
import { normalise } from "../application/normalise";
import type { HeldService, Registry } from "../registry/types";
import { same } from "../shared/same";

/** What a change is about: the organiser with his leads, and services by their number. */
export interface ChangeScope {
  readonly entity: boolean;
  readonly services: readonly string[];
}

export type ChangeType = "CHANGE_ENTITY" | "CHANGE_SERVICE" | "CHANGE_FILING";

/** The type that carries these parts; null when there are none. */
export function changeTypeOf({ entity, services }: ChangeScope): ChangeType | null {
  if (services.length === 0) return entity ? "CHANGE_ENTITY" : null;
  return entity ? "CHANGE_FILING" : "CHANGE_SERVICE";
}

/** What the document of a change is about. */
export const scopeOf = (type: OrderType, { services }: ApplicationDraft): ChangeScope => ({
  entity: type !== "CHANGE_SERVICE",
  services: services.flatMap(({ serviceFilingNumber }) => serviceFilingNumber ?? []),
});

/** What a change began from, and whether it is still what is filed. */
export interface ChangeBasis {
  readonly application: ApplicationDraft;
  readonly stands: "same" | "moved" | "ended";
}

/**
 * What a change begins from: its parts as they are filed, written as an application. The same register and parts give
 * the same document, ids included, so a later look tells whether anything moved. Undefined when a part is not filed, or
 * not any more.
 */
export function basisOf(registry: Registry, scope: ChangeScope): ApplicationDraft | undefined {
  const { entity, services } = registry;
  if (entity === null || entity.ended) return undefined;
  let app: ApplicationDraft = dropUnusedPeople({
    schemaVersion: 1,
    entity: { ...entity.document.entity, recordNumber: entity.number },
    people: [...entity.document.people],
    services: [],
  });
  for (const number of scope.services) {
    const held = services.find((one) => one.number === number);
    if (held === undefined || held.ended) return undefined;
    app = withService(app, held);
  }
  return normalise(organiserIsLead(app));
}

/**
 * Somebody in both roles is one person of the document. Where the register holds two states of him (the organiser's part
 * was changed without the service's) he stands twice, and the rule about that asks to make him one again.
 */
function withService(app: ApplicationDraft, held: HeldService): ApplicationDraft {
  const { leadPerson, ...document } = held.document;
  const service: ServiceDraft = { ...document, serviceFilingNumber: held.number };
  if (leadPerson === undefined) return { ...app, services: [...app.services, service] };
  const known = app.people.find((person) => isSamePerson(person, leadPerson));
  if (known !== undefined) return { ...app, services: [...app.services, { ...service, lead: known.id }] };
  const taken = app.people.some(({ id }) => id === leadPerson.id);
  const lead = taken ? `ppl_L${service.id.replace(/^[^_]*_/, "").slice(0, 31)}` : leadPerson.id;
  return {
    ...app,
    people: [...app.people, { ...leadPerson, id: lead }],
    services: [...app.services, { ...service, lead }],
  };
}

const isSamePerson = ({ id: _one, ...one }: PersonDraft, { id: _other, ...other }: PersonDraft): boolean =>
  same(one, other);

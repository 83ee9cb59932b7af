import { personById } from "../application/access";
import type { OrderType } from "../application/codes";
import type { ApplicationDraft, PersonDraft } from "../application/draft";
import type { CancelType } from "../lifecycle/life";
import type { HeldService, Registry } from "./types";

/**
 * The document of a cancellation: what is filed, as it is filed, and of it only what is to go. Nobody writes it, so its
 * people are the filed ones: the authority's codes go to their numbers (DF §3.4).
 */
export function cancellationDocument(
  { entity }: Registry,
  services: readonly HeldService[],
): ApplicationDraft | null {
  if (entity === null) return null;
  const { document, number } = entity;
  const people: PersonDraft[] = [...document.people];
  const named = services.map(({ number: serviceFilingNumber, document: { leadPerson, ...service } }) => {
    const filed = { ...service, serviceFilingNumber };
    if (leadPerson === undefined) return filed;
    const known = people.find((person) => isSame(person, leadPerson));
    if (known !== undefined) return { ...filed, lead: known.id };
    // Two orders may have given one person two ids, and two states of him one id.
    const taken = people.some(({ id }) => id === leadPerson.id);
    const id = taken ? `lead_${service.id.slice(service.id.indexOf("_") + 1)}` : leadPerson.id;
    people.push({ ...leadPerson, id });
    return { ...filed, lead: id };
  });
  return {
    schemaVersion: 1,
    entity: { ...document.entity, recordNumber: number },
    people,
    services: named,
  };
}

/** One person has one phone to be asked on, whatever his orders called him. */
const isSame = (one: PersonDraft, other: PersonDraft): boolean =>
  one.idNo === other.idNo && one.phone1 === other.phone1 && one.email === other.email;

/**
 * Who answers for a cancellation here (DF §11.1): whom the provider asks for a code where it asks for any, and whom staff
 * call. For cancel access that is the lead of the service, although the authority verifies nobody.
 */
export function askedFor(type: CancelType, document: ApplicationDraft): readonly PersonDraft[] {
  const ids =
    type === "CANCEL_ENTITY" ? [document.entity.entityLead] : document.services.map(({ lead }) => lead);
  return [...new Set(ids)].flatMap((id) => personById(document, id) ?? []);
}

/** Filing numbers a cancellation names, the organiser's first. */
export function askedNumbers(
  type: OrderType,
  { entity, services }: Pick<ApplicationDraft, "entity" | "services">,
): readonly string[] {
  const named = services.flatMap(({ serviceFilingNumber }) => serviceFilingNumber ?? []);
  return type === "CANCEL_ENTITY" && entity.recordNumber !== undefined
    ? [entity.recordNumber, ...named]
    : named;
}

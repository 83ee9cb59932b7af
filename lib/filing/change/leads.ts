import type { Registry } from "../registry/types";

/**
 * Services whose lead the organiser's part names, too. His data there are filed with the service: changing the
 * organiser alone leaves them as they were.
 */
export function leadsElsewhere({ entity, services }: Registry): readonly string[] {
  const { people = [], entity: organiser } = entity?.document ?? { entity: {} };
  const named = people.filter(({ id }) => id === organiser.entityLead || id === organiser.legalRep);
  return services.flatMap(({ ended, number, document: { leadPerson } }) => {
    const same = named.some(({ idType, idNo }) => idType === leadPerson?.idType && idNo === leadPerson?.idNo);
    return !ended && leadPerson?.idNo !== undefined && same ? [number] : [];
  });
}

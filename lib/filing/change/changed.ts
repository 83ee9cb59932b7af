import { type FieldChange, fieldsBetween } from "../application/changes";
import type { ApplicationDraft } from "../application/draft";
import type { ChangedParts } from "../guide/order-type";
import { entityDocument, serviceDocument } from "../registry/parts";
import { entityValues, serviceAnswers } from "../registry/values";

/** A part of a change with the answers that are not as filed; people go by their role in it. */
export interface ChangedPart {
  /** `entity`, or the service's part id. */
  readonly part: string;
  readonly fields: readonly FieldChange[];
}

/**
 * What a change makes different, part by part, parts without a difference left out. Somebody who leads both the
 * organiser and a service counts in either part, for either is filed.
 */
export function changedIn(basis: ApplicationDraft, app: ApplicationDraft): readonly ChangedPart[] {
  const entity = fieldsBetween(entityValues(entityDocument(basis)), entityValues(entityDocument(app)));
  const services = app.services.map((service): ChangedPart => {
    const filed = basis.services.find(({ id }) => id === service.id);
    const before = filed === undefined ? [] : serviceAnswers(serviceDocument(filed, basis));
    return { part: service.id, fields: fieldsBetween(before, serviceAnswers(serviceDocument(service, app))) };
  });
  return [{ part: "entity", fields: entity }, ...services].filter(({ fields }) => fields.length > 0);
}

/** The same as the leads who verify are chosen by. */
export function changedParts(basis: ApplicationDraft, app: ApplicationDraft): ChangedParts {
  const parts = changedIn(basis, app).map(({ part }) => part);
  return { entity: parts.includes("entity"), services: parts.filter((part) => part !== "entity") };
}

/** How many answers differ on each page of the form: people have a page of their own, whatever part they are in. */
export function changedByPlace(parts: readonly ChangedPart[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { part, fields } of parts)
    for (const { path } of fields) {
      const ofPerson = /^(legalRep|entityLead|lead)\./.test(path);
      const place = ofPerson ? "people" : part === "entity" ? "entity" : `service:${part}`;
      counts[place] = (counts[place] ?? 0) + 1;
    }
  return counts;
}

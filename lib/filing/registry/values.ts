import { type OutlineField, outlineOf } from "../application/outline";
import type { EntityDocument, ServiceDocument } from "./types";

/** What the licence says of who leads nothing: everything else about people is about leads. */
const OF_LEGAL_REP = new Set(["name", "idType", "idNo"]);
/** Kept apart, in rows of their own with a beginning and an end. */
const IN_ROWS = new Set([
  ...["service.domain", "service.moreDomains", "service.domains", "service.resource", "service.ips"],
  ...["package.platform", "package.packageName"],
]);
/** What a service is called by is no answer, and its lead follows value by value. */
const NO_ANSWERS = new Set(["service.lead", "service.serviceFilingNumber"]);

const last = (path: string): string => path.slice(path.lastIndexOf(".") + 1);
const at = (field: OutlineField, path: string): OutlineField => ({ ...field, path });

/**
 * What is filed of an organiser, value by value. People are called by their part (`entityLead.phone1`), not by id: two
 * orders may give the same person two ids.
 */
export function entityValues({ entity, people }: EntityDocument): readonly OutlineField[] {
  const groups = outlineOf({ schemaVersion: 1, entity, people: [...people], services: [] });
  return groups.flatMap(({ kind, fields, hats }) => {
    if (kind === "entity") return fields.filter(({ key }) => key !== "entity.recordNumber");
    return hats.flatMap((hat) =>
      fields
        .filter(({ path }) => hat !== "legalRep" || OF_LEGAL_REP.has(last(path)))
        .map((field) => at(field, `${hat}.${last(field.path)}`)),
    );
  });
}

/** What is filed of a service, value by value: without domains, package names and servers, which have their own rows. */
export const serviceValues = (document: ServiceDocument): readonly OutlineField[] =>
  serviceAnswers(document).filter(({ key }) => !IN_ROWS.has(key));

/** Everything said of a service and of who leads it. */
export function serviceAnswers(document: ServiceDocument): readonly OutlineField[] {
  const { leadPerson, ...service } = document;
  const lead = leadPerson?.id ?? "ppl_none";
  const groups = outlineOf({
    schemaVersion: 1,
    entity: {},
    people: leadPerson === undefined ? [] : [leadPerson],
    services: [{ ...service, lead }],
  });
  const own = `services[${service.id}].`;
  return groups.flatMap(({ kind, fields }) => {
    if (kind === "entity") return [];
    if (kind === "person") return fields.map((field) => at(field, `lead.${last(field.path)}`));
    return fields
      .filter(({ key }) => !NO_ANSWERS.has(key))
      .map((field) => at(field, field.path.slice(own.length)));
  });
}

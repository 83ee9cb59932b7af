import { type OutlineField, outlineOf } from "../application/outline";
import type { EntityDocument, ServiceDocument } from "./types";

/** What the licence says of who leads nothing: everything else about people is about leads. */
const OF_LEGAL_REP = new Set(["name", "idType", "idNo"]);
/** Kept apart, in rows of their own with a beginning and an end, or not a value of the service at all. */
const NOT_VALUES = new Set([
  ...[
    "service.lead",
    "service.domain",
    "service.moreDomains",
    "service.domains",
    "service.resource",
    "service.ips",
  ],
  ...["service.serviceFilingNumber", "package.platform", "package.packageName"],
]);

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
export function serviceValues(document: ServiceDocument): readonly OutlineField[] {
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
      .filter(({ key }) => !NOT_VALUES.has(key))
      .map((field) => at(field, field.path.slice(own.length)));
  });
}

import type { ApplicationDraft } from "./draft";

/** A line of the task list: what belongs together on one page. Autosave keys are `entity`, `people`, `service:<id>`. */
export type Section =
  | {
      readonly key: "entity" | "people" | "materials" | "check";
      readonly kind: "entity" | "people" | "materials" | "check";
    }
  | { readonly key: `service:${string}`; readonly kind: "service"; readonly serviceId: string };

export type SectionId = Section["key"] | "order";

/** The task list of a document, in the order people work through it. */
export const sectionsOf = (app: ApplicationDraft): readonly Section[] => [
  { key: "entity", kind: "entity" },
  { key: "people", kind: "people" },
  ...app.services.map(
    (service): Section => ({ key: `service:${service.id}`, kind: "service", serviceId: service.id }),
  ),
  { key: "materials", kind: "materials" },
  { key: "check", kind: "check" },
];

/** Entity fields that are asked with the people, since they name one. */
const ROLE_FIELDS: ReadonlySet<string> = new Set(["entity.legalRep", "entity.entityLead"]);

/** The section a path belongs to; `order` for what concerns no page (account, type, conflicts). */
export function sectionOf(path: string): SectionId {
  if (ROLE_FIELDS.has(path) || path.startsWith("people")) return "people";
  if (path === "entity" || path.startsWith("entity.")) return "entity";
  if (path.startsWith("materials")) return "materials";
  const service = /^services\[([^\]]+)\]/.exec(path)?.[1];
  return service === undefined ? "order" : `service:${service}`;
}

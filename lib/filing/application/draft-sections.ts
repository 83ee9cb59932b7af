import { z } from "zod";
import { NATURE_PERSON } from "./codes";
import {
  AppDraft,
  type ApplicationDraft,
  EntityDraft,
  FiledCheckDraft,
  PartId,
  PersonDraft,
  type ServiceDraft,
  WebsiteDraft,
} from "./draft";

/**
 * The pieces autosave writes, each with its own version (design.md §6). Who holds which role is one topic with the
 * people themselves, so `legalRep`, `entityLead` and every service's `lead` travel with `people`.
 */
export const SectionKeySchema = z.union([
  z.literal("entity"),
  z.literal("people"),
  z.literal("filed"),
  z.templateLiteral(["service:", PartId]),
]);
export type SectionId = z.infer<typeof SectionKeySchema>;

/** More services than any document holds. */
const MAX_LEADS = 64;
/** Counted before a key is looked at: a schema judges a record entry by entry, however many there are. */
const fewKeys = z.custom<Readonly<Record<string, string>>>(
  (value) => typeof value === "object" && value !== null && Object.keys(value).length <= MAX_LEADS,
);

export const EntitySection = EntityDraft.omit({ legalRep: true, entityLead: true });
export const PeopleSection = z.strictObject({
  people: z.array(PersonDraft).max(64),
  legalRep: PartId.optional(),
  entityLead: PartId.optional(),
  /** Service id → person id. */
  serviceLeads: fewKeys.pipe(z.record(PartId, PartId)),
});
/** The organiser's own look at what is filed already. */
export const FiledSection = z.strictObject({ filedServices: z.array(FiledCheckDraft).max(200) });
export const ServiceSection = z.discriminatedUnion("kind", [
  WebsiteDraft.omit({ lead: true }),
  AppDraft.omit({ lead: true }),
]);

export type EntitySection = z.infer<typeof EntitySection>;
export type PeopleSection = z.infer<typeof PeopleSection>;
export type ServiceSection = z.infer<typeof ServiceSection>;
export type FiledSection = z.infer<typeof FiledSection>;
export type SectionValue = EntitySection | PeopleSection | FiledSection | ServiceSection;

/** What `PUT /api/orders/[id]/draft` accepts: one section, and the draft version the page was loaded with. */
export const DraftSave = z.union([
  z.strictObject({ section: z.literal("entity"), baseVersion: z.int().min(1), value: EntitySection }),
  z.strictObject({ section: z.literal("people"), baseVersion: z.int().min(1), value: PeopleSection }),
  z.strictObject({ section: z.literal("filed"), baseVersion: z.int().min(1), value: FiledSection }),
  z.strictObject({
    section: z.templateLiteral(["service:", PartId]),
    baseVersion: z.int().min(1),
    value: ServiceSection,
  }),
]);
export type DraftSave = z.infer<typeof DraftSave>;

export const serviceIdOf = (section: string): string | undefined =>
  section.startsWith("service:") ? section.slice("service:".length) : undefined;

/** The part of the document a section is; undefined when its service is gone. */
export function readSection(app: ApplicationDraft, section: SectionId): SectionValue | undefined {
  if (section === "entity") {
    const { legalRep: _legalRep, entityLead: _entityLead, ...entity } = app.entity;
    return entity;
  }
  if (section === "people") {
    const { legalRep, entityLead } = app.entity;
    const leads = app.services.flatMap(({ id, lead }) => (lead === undefined ? [] : [[id, lead] as const]));
    return {
      people: [...app.people],
      ...(legalRep !== undefined && { legalRep }),
      ...(entityLead !== undefined && { entityLead }),
      serviceLeads: Object.fromEntries(leads),
    };
  }
  if (section === "filed") return { filedServices: [...(app.filedServices ?? [])] };
  const service = app.services.find(({ id }) => id === serviceIdOf(section));
  if (service === undefined) return undefined;
  const { lead: _lead, ...value } = service;
  return value;
}

/** The document with a section replaced; undefined when the section's service is gone or of another id. */
export function writeSection(app: ApplicationDraft, save: DraftSave): ApplicationDraft | undefined {
  if (save.section === "entity") {
    const { legalRep, entityLead } = app.entity;
    const roles = {
      ...(legalRep !== undefined && { legalRep }),
      ...(entityLead !== undefined && { entityLead }),
    };
    return organiserIsLead({ ...app, entity: { ...save.value, ...roles } });
  }
  if (save.section === "people") return organiserIsLead(withPeople(app, save.value));
  if (save.section === "filed") return { ...app, filedServices: save.value.filedServices };
  const id = serviceIdOf(save.section);
  const before = app.services.find((service) => service.id === id);
  if (before === undefined || save.value.id !== id || save.value.kind !== before.kind) return undefined;
  const lead = before.lead === undefined ? {} : { lead: before.lead };
  const after: ServiceDraft = { ...save.value, ...lead };
  return { ...app, services: app.services.map((service) => (service.id === id ? after : service)) };
}

function withPeople(app: ApplicationDraft, value: PeopleSection): ApplicationDraft {
  const { legalRep: _legalRep, entityLead: _entityLead, ...entity } = app.entity;
  const services = app.services.map(({ lead: _lead, ...service }): ServiceDraft => {
    const lead = value.serviceLeads[service.id];
    return lead === undefined ? service : { ...service, lead };
  });
  const named = new Set([value.legalRep, value.entityLead, ...services.map(({ lead }) => lead)]);
  return {
    ...app,
    entity: {
      ...entity,
      ...(value.legalRep !== undefined && { legalRep: value.legalRep }),
      ...(value.entityLead !== undefined && { entityLead: value.entityLead }),
    },
    // Somebody without a role is nobody's business: what is not needed is not kept.
    people: value.people.filter(({ id }) => named.has(id)),
    services,
  };
}

/** A person filing for himself is his own entity lead: the entity's page is where name and document are written. */
export function organiserIsLead(app: ApplicationDraft): ApplicationDraft {
  const { entity } = app;
  if (entity.nature !== NATURE_PERSON || entity.entityLead === undefined) return app;
  const identity: Partial<PersonDraft> = {
    name: entity.name,
    idType: entity.certType,
    idNo: entity.certNo,
    idValidFrom: entity.certValidFrom,
    idValidTo: entity.certValidTo,
    idLongTerm: entity.certLongTerm,
  };
  const people = app.people.map((person) =>
    person.id === entity.entityLead ? withoutUndefined({ ...person, ...identity }) : person,
  );
  return { ...app, people };
}

/** Absent and undefined must not differ once stored. */
function withoutUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as T;
}

/** The section a finding, correction or material target belongs to; `materials` and `order` are not autosaved. */
export type Place = SectionId | "services" | "materials" | "order";

/** Where something is mended, by its id path. */
export function placeOf(path: string): Place {
  if (path.startsWith("materials")) return "materials";
  if (/^entity\.(legalRep|entityLead)\b/.test(path) || path.startsWith("people")) return "people";
  if (path.startsWith("filedServices")) return "filed";
  if (path.startsWith("entity")) return "entity";
  const service = /^services\[([^\]]+)\](\.lead\b)?/.exec(path);
  if (service) return service[2] ? "people" : `service:${service[1]}`;
  if (path.startsWith("services")) return "services";
  return "order";
}

/** What a service goes by in lists: name and domain, as far as typed. */
export function titleOf(service: ServiceDraft): string {
  const domain = service.kind === "WEBSITE" ? service.domain : undefined;
  return [service.name, domain].filter(Boolean).join(" ");
}

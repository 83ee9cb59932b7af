import { NATURE_PERSON } from "./codes";
import type { ApplicationDraft, PersonDraft, ServiceDraft } from "./draft";
import type { DraftSave, PeopleSection, SectionId, SectionValue, ServiceSection } from "./section-schemas";

// Types only: the pages of the form walk sections in the browser, and need no schema library for it.
export type {
  DraftSave,
  EntitySection,
  FiledSection,
  PeopleSection,
  SectionId,
  SectionValue,
  ServiceSection,
} from "./section-schemas";

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
  return ownPage(service);
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
  const after: ServiceDraft = { ...save.value, ...keptOf(before) };
  return { ...app, services: app.services.map((service) => (service.id === id ? after : service)) };
}

/** What of a service its own page asks. */
function ownPage(service: ServiceDraft): ServiceSection {
  if (service.kind === "WEBSITE") {
    const { lead: _lead, moreDomains: _more, ...site } = service;
    return site;
  }
  const { lead: _lead, ...app } = service;
  return app;
}

/** What a save of that page leaves as it is. */
const keptOf = (service: ServiceDraft) => ({
  ...(service.lead !== undefined && { lead: service.lead }),
  ...(service.kind === "WEBSITE" &&
    service.moreDomains !== undefined && { moreDomains: service.moreDomains }),
});

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

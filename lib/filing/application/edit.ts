import type { AppDraft, ApplicationDraft, PersonDraft, ServiceDraft, WebsiteDraft } from "./draft";

/** A source of random bytes, injected: the domain has none of its own. */
export type RandomBytes = (count: number) => Uint8Array;
export type PartPrefix = "ppl" | "svc" | "pre" | "pkg" | "sdk" | "dom" | "fil";

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZabcdefghjkmnpqrstvwxyz";
const LENGTH = 12;

/** `svc_7fK3…`: an id given once to a repeatable part. */
export function newPartId(prefix: PartPrefix, random: RandomBytes): string {
  const letters = [...random(LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]);
  return `${prefix}_${letters.join("")}`;
}

/** What nearly every site is written in. */
const SIMPLIFIED_CHINESE = 1;

/** Adds an empty website at the end; the first lead already chosen is offered again. */
export function addWebsite(app: ApplicationDraft, random: RandomBytes): ApplicationDraft {
  const site: WebsiteDraft = {
    kind: "WEBSITE",
    id: newPartId("svc", random),
    languages: [SIMPLIFIED_CHINESE],
    ...leadOfLast(app),
  };
  return { ...app, services: [...app.services, site] };
}

/** The same for an APP, with room for its first domain. */
export function addApp(app: ApplicationDraft, random: RandomBytes): ApplicationDraft {
  const added: AppDraft = {
    kind: "APP",
    id: newPartId("svc", random),
    domains: [{ id: newPartId("dom", random) }],
    ...leadOfLast(app),
  };
  return { ...app, services: [...app.services, added] };
}

export function addPerson(
  app: ApplicationDraft,
  random: RandomBytes,
): { app: ApplicationDraft; person: PersonDraft } {
  const person: PersonDraft = { id: newPartId("ppl", random) };
  return { app: { ...app, people: [...app.people, person] }, person };
}

/**
 * A copy below the original with new ids everywhere, without what must be unique: name, domains, home page, code,
 * packages, publication number.
 */
export function duplicateService(app: ApplicationDraft, id: string, random: RandomBytes): ApplicationDraft {
  return {
    ...app,
    services: app.services.flatMap((service) =>
      service.id === id ? [service, copyOf(service, random)] : [service],
    ),
  };
}

/** Moves a service up (-1) or down (+1); at the edge nothing happens. Ids stay. */
export function moveService(app: ApplicationDraft, id: string, by: -1 | 1): ApplicationDraft {
  const from = app.services.findIndex((service) => service.id === id);
  const other = app.services[from + by];
  const moved = app.services[from];
  if (!moved || !other) return app;
  return {
    ...app,
    services: app.services.map((service, i) => (i === from ? other : i === from + by ? moved : service)),
  };
}

export const removeService = (app: ApplicationDraft, id: string): ApplicationDraft => ({
  ...app,
  services: app.services.filter((service) => service.id !== id),
});

/** People nobody refers to any more leave the document with their data. */
export function dropUnusedPeople(app: ApplicationDraft): ApplicationDraft {
  const used = new Set([
    app.entity.legalRep,
    app.entity.entityLead,
    ...app.services.map((service) => service.lead),
  ]);
  return { ...app, people: app.people.filter((person) => used.has(person.id)) };
}

function leadOfLast(app: ApplicationDraft): { lead?: string } {
  const lead = app.services.at(-1)?.lead ?? app.entity.entityLead;
  return lead === undefined ? {} : { lead };
}

function copyOf(service: ServiceDraft, random: RandomBytes): ServiceDraft {
  const common = {
    id: newPartId("svc", random),
    name: undefined,
    serviceFilingNumber: undefined,
    resource: service.resource?.kind === "CODE" ? undefined : service.resource,
    preApprovals: service.preApprovals?.map((item) => ({ ...item, id: newPartId("pre", random) })),
  };
  const copy: ServiceDraft =
    service.kind === "WEBSITE"
      ? { ...service, ...common, domain: undefined, moreDomains: undefined, homepageUrl: undefined }
      : {
          ...service,
          ...common,
          packages: undefined,
          sdks: service.sdks?.map((item) => ({ ...item, id: newPartId("sdk", random) })),
          domains: [{ id: newPartId("dom", random) }],
          gameNumber: undefined,
        };
  // An absent key and an undefined one mean the same, but only absent ones survive JSON.
  return JSON.parse(JSON.stringify(copy)) as ServiceDraft;
}

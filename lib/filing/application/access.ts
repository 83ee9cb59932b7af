import type { ApplicationDraft, PersonDraft, ServiceDraft } from "./draft";

/** Absent and empty mean the same in a draft. */
export const blank = (value: unknown): value is undefined | null | "" =>
  value === undefined || value === null || (typeof value === "string" && value.trim() === "");

export const personById = (app: ApplicationDraft, id: string | undefined): PersonDraft | undefined =>
  id === undefined ? undefined : app.people.find((person) => person.id === id);

export const serviceById = (app: ApplicationDraft, id: string): ServiceDraft | undefined =>
  app.services.find((service) => service.id === id);

/** An order that has nothing yet: what "new order" starts from. */
export const emptyApplication = (): ApplicationDraft => ({
  schemaVersion: 1,
  entity: {},
  people: [],
  services: [],
});

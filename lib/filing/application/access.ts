import type { ApplicationDraft, PersonDraft, ServiceDraft } from "./draft";

/** Begins with what is surely no white space: nearly all values do, and need no trimming. */
const isWritten = (code: number): boolean => (code > 0x20 && code < 0x80) || (code > 0x3000 && code < 0xfeff);

/** Absent and empty mean the same in a draft. */
export const blank = (value: unknown): value is undefined | null | "" =>
  value === undefined ||
  value === null ||
  (typeof value === "string" && !isWritten(value.charCodeAt(0)) && value.trim() === "");

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

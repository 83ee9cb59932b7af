import type { ApplicationDraft } from "./draft";
import { type DraftSave, placeOf, type SectionId, writeSection } from "./draft-sections";
import { normalise } from "./normalise";

/**
 * What the browser needs around one section to run the rule book: the rest of the document without what belongs to
 * people, unless the section is about them. Findings on anything left out are never shown (`isAbout`).
 */
export function surroundings(app: ApplicationDraft, section: SectionId): ApplicationDraft {
  return section === "people" ? app : { ...app, people: app.people.map(({ id }) => ({ id })) };
}

/** The document as it would be with this section as typed; undefined when the section is gone. */
export function withTyped(around: ApplicationDraft, save: DraftSave): ApplicationDraft | undefined {
  const written = writeSection(around, save);
  return written && normalise(written);
}

/** Does a path lie on this section's page? */
export const isAbout = (section: SectionId, path: string): boolean => placeOf(path) === section;

/** Can the rule be judged by what the browser has? Facts and, outside their own page, people stay on the server. */
export const isLocal = (section: SectionId, reads: readonly string[]): boolean =>
  reads.every((read) => !read.startsWith("facts.") && (section === "people" || !read.startsWith("people")));

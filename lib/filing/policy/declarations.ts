/**
 * What an applicant declares with every submission (DF §3.3), in the order it is asked. The version names the wording:
 * the catalogues keep every wording ever shown below `declarations.<id>.<version>`, so that what was agreed to can be
 * read later word for word. A new wording is a new version here and a new entry there.
 */
export const DECLARATIONS = [
  { id: "terms", version: "2026-11", page: "/terms" },
  { id: "privacy", version: "2026-11", page: "/privacy" },
  { id: "truthful", version: "2026-11", page: null },
  { id: "commitment", version: "2026-12", page: null },
] as const;
export type DeclarationId = (typeof DECLARATIONS)[number]["id"];
export const DECLARATION_IDS = DECLARATIONS.map(({ id }) => id);

/** What a newcomer agrees to before there is an account. */
export const REGISTRATION_DECLARATIONS = [DECLARATIONS[0], DECLARATIONS[1]] as const;

/** A declaration in one wording: what was ticked, and what is on record. */
export interface Declared {
  readonly id: DeclarationId;
  readonly version: string;
}

/** All of them in the wordings now in force. */
export const DECLARED_IN_FORCE: readonly Declared[] = DECLARATIONS.map(({ id, version }) => ({
  id,
  version,
}));

/** Every wording there was of the texts with a page of their own (`legal.<id>.<version>`), newest last. */
export const LEGAL_VERSIONS = { terms: ["2026-11"], privacy: ["2026-11"] } as const;
export type LegalId = keyof typeof LEGAL_VERSIONS;

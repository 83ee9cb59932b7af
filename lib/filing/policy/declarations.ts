/**
 * What an applicant declares with every submission (DF §3.3), in the order it is asked. The version names the wording:
 * the catalogues keep every wording ever shown below `declarations.<id>.<version>`, so that what was agreed to can be
 * read later word for word. A new wording is a new version here and a new entry there.
 */
export const DECLARATIONS = [
  { id: "terms", version: "2026-11", page: "/terms" },
  { id: "privacy", version: "2026-11", page: "/privacy" },
  { id: "truthful", version: "2026-11", page: null },
  { id: "commitment", version: "2026-11", page: null },
] as const;
export type DeclarationId = (typeof DECLARATIONS)[number]["id"];
export const DECLARATION_IDS = DECLARATIONS.map(({ id }) => id);

/** Version of the terms of use and the privacy notice that `/terms` and `/privacy` show. */
export const LEGAL_VERSION = "2026-11";

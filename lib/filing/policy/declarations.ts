/** What an applicant declares with every submission (DF §3.3); the version names the wording shown. */
export const DECLARATIONS = [
  { id: "truthful", version: "2026-11" },
  { id: "commitment", version: "2026-11" },
  { id: "privacy", version: "2026-11" },
] as const;
export type DeclarationId = (typeof DECLARATIONS)[number]["id"];
export const DECLARATION_IDS = DECLARATIONS.map(({ id }) => id);

/** The invented people in the order a newcomer should meet them; api of the persona page and of the e2e fixtures. */
export const PERSONA_IDS = [
  "fresh-unit",
  "fresh-person",
  "draft-half",
  "draft-app",
  "rejected-two",
  "sms-waiting",
  "at-authority",
  "filed",
  "life-under-way",
  "fresh-government",
  "fresh-institution",
  "fresh-away",
  "elsewhere-unit",
  "elsewhere-shell",
  "reviewer-lin",
  "reviewer-zhao",
  "supervisor",
  "admin",
  "officer",
] as const;
export type PersonaId = (typeof PERSONA_IDS)[number];

export const isPersonaId = (value: string | null): value is PersonaId =>
  (PERSONA_IDS as readonly (string | null)[]).includes(value);

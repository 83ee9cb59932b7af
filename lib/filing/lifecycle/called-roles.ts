/** What a person who is called answers for in the order; a code, because who he is stays in the document. */
export const CALLED_ROLES = ["entity", "service", "both"] as const;
export type CalledRole = (typeof CALLED_ROLES)[number];

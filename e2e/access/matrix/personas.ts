import type { Role } from "../../../lib/filing/access";

/** One persona per role. */
export const PERSONAS: Readonly<Record<Role, string>> = {
  applicant: "rejected-two",
  reviewer: "reviewer-lin",
  supervisor: "supervisor",
  admin: "admin",
  officer: "officer",
};
/** Somebody else, whose things nobody of the above may see: an applicant whose drafts no reviewer has. */
export const OTHER = "at-authority";
/** The one who has something filed. */
export const FILED = "filed";

import { KINDS } from "@/lib/boot/seed/kinds-data";
import { APPLICANTS, type ApplicantSeed } from "@/lib/boot/seed/persona-data";

/** The invented facts of a persona: what he has on paper and types. */
export function factsOf(persona: string): ApplicantSeed {
  const found = [...APPLICANTS, ...KINDS].find(({ id }) => id === persona);
  if (found === undefined) throw new Error(`no applicant ${persona}`);
  return found;
}

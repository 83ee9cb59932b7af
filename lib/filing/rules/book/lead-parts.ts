import { CERT_RESIDENT_ID } from "../../application/codes";
import type { PersonDraft } from "../../application/draft";
import { birthDayOf } from "../../application/identifiers/resident-id";
import { ageOn } from "../../shared/dates";
import type { Case } from "../case";
import { each, NONE } from "../parts";
import type { Verdict } from "../types";

/** What several rules about leads derive. None of it judges. */

/** Contact fields of a person; the first is where the authority's codes go. */
export const PHONES = ["phone1", "phone2", "emergencyPhone"] as const;

/** Verdicts on id paths of people who play a part; facts may name others, whom a page no longer shows. */
export const ofActors = (
  c: Case,
  paths: readonly string[],
  verdict: (path: string) => Verdict,
): readonly Verdict[] =>
  paths.length === 0
    ? NONE
    : each(paths, (path) =>
        c.actors.some(({ id }) => path.startsWith(`people[${id}].`)) ? verdict(path) : undefined,
      );

export interface LeadAge {
  readonly person: PersonDraft;
  readonly age: number;
}

/** Age of each lead with a resident ID; other documents do not carry the day of birth in their number. */
export function leadAges(c: Case): readonly LeadAge[] {
  const out: LeadAge[] = [];
  for (const person of c.leads) {
    const birth = person.idType === CERT_RESIDENT_ID && person.idNo ? birthDayOf(person.idNo) : null;
    if (birth !== null) out.push({ person, age: ageOn(birth, c.today) });
  }
  return out;
}

/** Two records that carry the same identity number are one person. */
export const samePerson = (a: PersonDraft, b: PersonDraft): boolean =>
  a === b || (!!a.idNo && a.idNo === b.idNo && a.idType === b.idType);

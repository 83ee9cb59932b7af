import { birthDayOf } from "../../application/identifiers/resident-id";
import { ageOn } from "../../shared/dates";
import { type Asker, ask, ofPerson, onlyAdvised } from "./ask";
import { touchesPerson } from "./touched";

const RESIDENT_ID = 2;

/** A guardian's, income or work document of leads below a province's age. */
export const minors: Asker = (c, slots) => {
  const { advice } = c;
  const below = advice?.minorProofBelow[c.side] ?? null;
  if (advice === undefined || below === null) return;
  for (const { id, idType, idNo } of c.leads) {
    const birth = idType === RESIDENT_ID && idNo ? birthDayOf(idNo) : null;
    if (birth === null || ageOn(birth, c.today) >= below || !touchesPerson(c, id)) continue;
    slots.push(
      ask("GUARDIAN_DOC", ofPerson(id), "guardian", {
        source: "T21: 各省管局要求",
        optional: onlyAdvised(advice, "minorProofBelow"),
        params: { age: below },
      }),
    );
  }
};

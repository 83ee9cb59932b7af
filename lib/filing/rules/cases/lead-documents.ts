import { validLead, validPerson } from "../../testing/fixtures";
import {
  advised,
  idBorn,
  type LookCase,
  lead,
  others,
  P,
  person,
  provincial,
  two,
  unit,
} from "../../testing/look";

const aged = (
  born: string,
  minimum: number | null,
  proofBelow: number | null = null,
  ctx = lead({ idNo: idBorn(born) }),
) =>
  provincial(
    { minAge: { unit: minimum, person: null } },
    { minorProofBelow: { unit: proofBelow, person: null } },
    ctx,
  );
const retiring = (born: string, sex: "male" | "female") =>
  advised({ retirementAge: { male: 60, female: 55 } }, lead({ idNo: idBorn(born, sex) }));
const ownAge = (born: string, minimum: number) => {
  const idNo = idBorn(born);
  return provincial(
    { minAge: { unit: null, person: minimum } },
    {},
    person({ certNo: idNo }, { people: [validLead({ idNo })] }),
  );
};
const usedElsewhere = others({ idsUsedElsewhere: [P("idNo"), "people[ppl_gone00].idNo"] });

export const LEAD_DOCUMENTS_CASES: readonly LookCase[] = [
  ["leads.id-type", "licence", lead({ idType: 1 }), [P("idType")]],
  ["leads.id-type", "passport", lead({ idType: 7 }), []],
  [
    "leads.id-type",
    "passport where it is refused",
    advised({ idTypesRefused: [7, 14] }, lead({ idType: 7 })),
    [`refused@${P("idType")}`],
  ],
  ["leads.id-type", "ID card where passports are refused", advised({ idTypesRefused: [7, 14] }), []],
  [
    "leads.id-type",
    "refused only of leads",
    advised(
      { idTypesRefused: [7] },
      unit({ legalRep: "ppl_lead02" }, { people: [validLead(), validLead({ id: "ppl_lead02", idType: 7 })] }),
    ),
    [],
  ],
  ["leads.id-form", "wrong digit", lead({ idNo: "110101199003070012" }), [`check-digit@${P("idNo")}`]],
  ["leads.id-form", "old card", lead({ idNo: "110101900307001" }), [`old-card@${P("idNo")}`]],
  ["leads.id-form", "17 digits", lead({ idNo: "11010119900307001" }), [`form@${P("idNo")}`]],
  ["leads.id-form", "no such region", lead({ idNo: "990101199003070011" }), [`region@${P("idNo")}`]],
  ["leads.id-form", "no such birthday", lead({ idNo: "110101199002300011" }), [`date@${P("idNo")}`]],
  ["leads.id-form", "right", lead({}), []],
  ["leads.id-form", "Hong Kong permit", lead({ idType: 14, idNo: "H12345678" }), []],
  [
    "leads.id-form",
    "Hong Kong permit cut off",
    lead({ idType: 14, idNo: "H1234567" }),
    [`form@${P("idNo")}`],
  ],
  ["leads.id-form", "not typed yet", lead({ idNo: "" }), []],
  [
    "leads.id-dates",
    "in the future and reversed",
    lead({ idValidFrom: "2026-11-22", idValidTo: "2026-11-21" }),
    [`future@${P("idValidFrom")}`, `order@${P("idValidTo")}`],
  ],
  ["leads.id-dates", "reversed", lead({ idValidTo: "2010-01-01" }), [`order@${P("idValidTo")}`]],
  [
    "leads.id-dates",
    "no such days",
    lead({ idValidFrom: "2016-02-30", idValidTo: "2036-5-1" }),
    [P("idValidFrom"), P("idValidTo")],
  ],
  ["leads.id-dates", "from today", lead({ idValidFrom: "2026-11-21" }), []],
  ["leads.id-validity", "exactly 3 months", lead({ idValidTo: "2027-02-21" }), [P("idValidTo")]],
  ["leads.id-validity", "3 months and a day", lead({ idValidTo: "2027-02-22" }), []],
  ["leads.id-validity", "today", lead({ idValidTo: "2026-11-21" }), [P("idValidTo")]],
  ["leads.id-validity", "yesterday", lead({ idValidTo: "2026-11-20" }), [`expired@${P("idValidTo")}`]],
  ["leads.id-validity", "long-term", lead({ idValidTo: undefined, idLongTerm: true }), []],
  ["leads.id-unique", "used where it must not", advised({ leadIdUnique: true }, usedElsewhere), [P("idNo")]],
  ["leads.id-unique", "used where it may", usedElsewhere, []],
  ["leads.id-unique", "not used", advised({ leadIdUnique: true }), []],
  ["leads.age", "17 in 北京", lead({ idNo: idBorn("2008-11-22") }), [P("idNo")]],
  ["leads.age", "18 today", lead({ idNo: idBorn("2008-11-21") }), []],
  ["leads.age", "15 where 16 will do", aged("2010-11-22", 16, 18), [P("idNo")]],
  ["leads.age", "16 with a document", aged("2010-11-21", 16, 18), [`document@${P("idNo")}`]],
  ["leads.age", "17 with a document", aged("2008-11-22", 16, 18), [`document@${P("idNo")}`]],
  ["leads.age", "18 without", aged("2008-11-21", 16, 18), []],
  ["leads.age", "a child where no minimum is told", aged("2018-01-01", null), []],
  ["leads.age", "only a document is told", aged("2018-01-01", null, 18), [`document@${P("idNo")}`]],
  ["leads.age", "passports do not tell", lead({ idType: 7, idNo: "E12345678" }), []],
  ["leads.age", "person of 15", ownAge("2010-11-22", 16), [P("idNo")]],
  ["leads.age", "person of 16", ownAge("2010-11-21", 16), []],
  ["leads.retirement-age", "man of 60", retiring("1966-11-21", "male"), [P("idNo")]],
  ["leads.retirement-age", "man of 59", retiring("1966-11-22", "male"), []],
  ["leads.retirement-age", "woman of 55", retiring("1971-11-21", "female"), [P("idNo")]],
  ["leads.retirement-age", "woman of 54", retiring("1971-11-22", "female"), []],
  [
    "leads.retirement-age",
    "only service leads",
    advised(
      { retirementAge: { male: 60, female: 55 } },
      unit(
        {},
        {
          people: [validLead({ idNo: idBorn("1950-01-01") }), ...two().application.people.slice(1)],
          services: two().application.services,
        },
      ),
    ),
    [],
  ],
  [
    "leads.retirement-age",
    "persons may",
    advised(
      { retirementAge: { male: 60, female: 55 } },
      person({}, { people: [validLead({ idNo: idBorn("1950-01-01") })], services: validPerson().services }),
    ),
    [],
  ],
  ["leads.retirement-age", "province says nothing", lead({ idNo: idBorn("1950-01-01") }), []],
];

import type { PersonDraft } from "../application/draft";
import type { FiledLead } from "../rules/facts";

/** A lead as what is filed tells of him. */
export const filedLead = (person: PersonDraft | undefined): FiledLead | null =>
  person === undefined
    ? null
    : {
        name: person.name ?? null,
        idType: person.idType ?? null,
        idNo: person.idNo ?? null,
        phone: person.phone1 ?? null,
        idValidTo: person.idLongTerm === true ? "long-term" : (person.idValidTo ?? null),
      };

import { NATURE_PERSON } from "../application/codes";
import type { ApplicationDraft, PersonDraft } from "../application/draft";
import type { EntityLeadRule, ProvincePolicy } from "../policy/types";
import type { MaterialCode } from "./material-types";

/** Which letter of authorisation a person needs, and which others would do (DF §5.2). */
export interface LetterNeed {
  readonly personId: string;
  readonly code: MaterialCode;
  readonly alternatives: readonly MaterialCode[];
  /** Why: entity lead, service lead, or both at once. */
  readonly reason: "letter-entity-lead" | "letter-service-lead" | "letter-both";
}

const FOREIGN_TYPES: readonly number[] = [7, 30];
const MAINLAND_TYPES: readonly number[] = [2, 8];

/** Documents of citizens of other states: passport, permanent residence card. */
export const isForeigner = ({ idType }: PersonDraft): boolean =>
  idType !== undefined && FOREIGN_TYPES.includes(idType);
/** No identity document of the mainland: foreigners, and people of Hong Kong, Macao and Taiwan. */
const isFromOutside = ({ idType }: PersonDraft): boolean =>
  idType !== undefined && !MAINLAND_TYPES.includes(idType);

/**
 * Must the legal representative authorise somebody else as entity lead, because the province takes no foreigner (or
 * nobody from outside the mainland) in that part (DF §5.2, exceptions)?
 */
export function mustAuthorise(province: ProvincePolicy, legalRep: PersonDraft | undefined): boolean {
  const { foreignLegalRep } = province.advice;
  if (legalRep === undefined || foreignLegalRep === null) return false;
  if (foreignLegalRep === "AUTHORISE_CITIZEN") return isForeigner(legalRep);
  return foreignLegalRep === "AUTHORISE_MAINLAND_ID" && isFromOutside(legalRep);
}

/** The province's rule for this organiser: its exceptions turn MUST into a letter. */
export function entityLeadRule(
  { entity, people }: ApplicationDraft,
  province: ProvincePolicy,
): EntityLeadRule {
  if (province.entityLead !== "MUST_LEGAL_REP") return province.entityLead;
  const excepted =
    (entity.nature !== undefined && province.advice.entityLeadExceptions.includes(entity.nature)) ||
    mustAuthorise(
      province,
      people.find(({ id }) => id === entity.legalRep),
    );
  return excepted ? "LETTER_ENTITY_LEAD" : "MUST_LEGAL_REP";
}

function entityLetter(
  rule: EntityLeadRule,
  alsoServiceLead: boolean,
): Pick<LetterNeed, "code" | "alternatives"> | null {
  switch (rule) {
    case "LETTER_ENTITY_LEAD":
      // One person in both roles signs the wider template; the narrower one is accepted as well.
      return alsoServiceLead
        ? { code: "LETTER_LEGAL_REP", alternatives: ["LETTER_ENTITY_LEAD"] }
        : { code: "LETTER_ENTITY_LEAD", alternatives: [] };
    case "LETTER_LEGAL_REP":
      return { code: "LETTER_LEGAL_REP", alternatives: [] };
    default:
      // MUST_LEGAL_REP is an error of the leads, not a matter of letters; FREE asks nothing.
      return null;
  }
}

/** Letters of a unit; persons need none. People whose part is not yet chosen are left out. */
export function lettersNeeded(
  application: ApplicationDraft,
  province: ProvincePolicy,
): readonly LetterNeed[] {
  const { legalRep, entityLead, nature } = application.entity;
  if (nature === NATURE_PERSON || legalRep === undefined) return [];
  const serviceLeads = [...new Set(application.services.flatMap((service) => service.lead ?? []))];
  const out: LetterNeed[] = [];
  const entity =
    entityLead === undefined || entityLead === legalRep
      ? null
      : entityLetter(entityLeadRule(application, province), serviceLeads.includes(entityLead));
  if (entity && entityLead !== undefined) {
    const both = province.serviceLeadLetter && serviceLeads.includes(entityLead);
    // Both letters for one person: the legal representative's alone suffices.
    out.push(
      both
        ? { personId: entityLead, code: "LETTER_LEGAL_REP", alternatives: [], reason: "letter-both" }
        : { personId: entityLead, ...entity, reason: "letter-entity-lead" },
    );
  }
  if (!province.serviceLeadLetter) return out;
  const code: MaterialCode = province.advice.ownServiceLeadLetter
    ? "LETTER_SERVICE_LEAD_SH"
    : "LETTER_SERVICE_LEAD";
  for (const personId of serviceLeads) {
    if (personId === legalRep || (entity && personId === entityLead)) continue;
    out.push({ personId, code, alternatives: [], reason: "letter-service-lead" });
  }
  return out;
}

import { NATURE_PERSON } from "../application/codes";
import type { ApplicationDraft } from "../application/draft";
import type { ProvincePolicy } from "../policy/types";
import type { MaterialCode } from "./material-types";

/** Which letter of authorisation a person needs, and which others would do (DF §5.2). */
export interface LetterNeed {
  readonly personId: string;
  readonly code: MaterialCode;
  readonly alternatives: readonly MaterialCode[];
  /** Why: entity lead, service lead, or both at once. */
  readonly reason: "letter-entity-lead" | "letter-service-lead" | "letter-both";
}

const SHANGHAI = "310000";

function entityLetter(
  province: ProvincePolicy,
  alsoServiceLead: boolean,
): Pick<LetterNeed, "code" | "alternatives"> | null {
  switch (province.entityLead) {
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
  const { legalRep, entityLead } = application.entity;
  if (application.entity.nature === NATURE_PERSON || legalRep === undefined) return [];
  const serviceLeads = [...new Set(application.services.flatMap((service) => service.lead ?? []))];
  const out: LetterNeed[] = [];
  const entity =
    entityLead === undefined || entityLead === legalRep
      ? null
      : entityLetter(province, serviceLeads.includes(entityLead));
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
  const code: MaterialCode = province.code === SHANGHAI ? "LETTER_SERVICE_LEAD_SH" : "LETTER_SERVICE_LEAD";
  for (const personId of serviceLeads) {
    if (personId === legalRep || (entity && personId === entityLead)) continue;
    out.push({ personId, code, alternatives: [], reason: "letter-service-lead" });
  }
  return out;
}

import { CERT_RESIDENT_ID } from "../../application/codes";
import type { Case } from "../case";
import { entityLeadRule, isForeigner, mustAuthorise } from "../letters";
import { adviceLevel, each, leadOf, NONE, ROLE_READS, servicePath } from "../parts";
import type { Rule, Verdict } from "../types";

const ENTITY_LEAD = "entity.entityLead";

/** Entity lead and legal representative are chosen and are two people. */
const isDelegated = (c: Case): boolean =>
  c.isUnit && !!c.legalRep && !!c.entityLead && c.legalRep.id !== c.entityLead.id;

/** A service lead without resident ID where the legal representative is a foreigner (福建). */
function foreignServiceLeads(c: Case): readonly Verdict[] {
  if (!c.legalRep || !isForeigner(c.legalRep)) return NONE;
  const params = { province: c.province?.code ?? "" };
  const level = adviceLevel(c, "foreignLegalRep");
  return each(c.application.services, (service): Verdict | undefined => {
    const lead = leadOf(c, service);
    return lead?.idType === undefined || lead.idType === CERT_RESIDENT_ID
      ? undefined
      : { path: servicePath(service.id, "lead"), message: "service-lead", level, params };
  });
}

/** Who may lead on behalf of the legal representative (DF §5.1, §5.2). The letters themselves are materials. */
export const LEAD_AUTHORITY_RULES: readonly Rule[] = [
  {
    id: "leads.legal-rep-required",
    topic: "leads",
    level: "error",
    source: "S4: 主体负责人信息",
    reads: ["entity.province", ...ROLE_READS, "people[*].idType"],
    rejection: ["LEAD_NOT_LEGAL_REP"],
    check: (c) => {
      const { province } = c;
      if (province?.entityLead !== "MUST_LEGAL_REP" || !isDelegated(c)) return NONE;
      const params = { province: province.code };
      if (entityLeadRule(c.application, province) === "MUST_LEGAL_REP")
        return [{ path: ENTITY_LEAD, params }];
      // Who has to authorise somebody is judged by the rule about foreigners.
      return mustAuthorise(province, c.legalRep)
        ? NONE
        : [{ path: ENTITY_LEAD, message: "exception", level: "warn", params }];
    },
  },
  {
    id: "leads.foreign-legal-rep",
    topic: "leads",
    level: "warn",
    source: "S4: 材料上传; T21: 各省管局要求; H: 备案条件咨询",
    reads: ["entity.province", ...ROLE_READS, "people[*].idType"],
    rejection: ["LEAD_NOT_LEGAL_REP"],
    rejectionBy: { "service-lead": "LEAD_NOT_REAL" },
    check: (c) => {
      const wanted = c.advice?.foreignLegalRep ?? null;
      if (wanted === null || !c.isUnit || !c.province) return NONE;
      if (wanted === "SERVICE_LEAD_RESIDENT_ID") return foreignServiceLeads(c);
      const { entityLead } = c;
      if (entityLead?.idType === undefined || !mustAuthorise(c.province, c.legalRep)) return NONE;
      const fits =
        wanted === "AUTHORISE_CITIZEN" ? !isForeigner(entityLead) : entityLead.idType === CERT_RESIDENT_ID;
      if (fits) return NONE;
      return [
        {
          path: ENTITY_LEAD,
          message: wanted === "AUTHORISE_CITIZEN" ? "citizen" : "mainland-id",
          level: adviceLevel(c, "foreignLegalRep"),
          params: { province: c.province.code },
        },
      ];
    },
  },
  {
    id: "leads.same-lead-advice",
    topic: "leads",
    level: "warn",
    source: "T21: 各省管局要求",
    reads: ["entity.province", "services[*].kind", ...ROLE_READS],
    rejection: ["LEAD_NOT_REAL"],
    check: (c) => {
      if (!c.advice?.serviceLeadFollowsEntityLead || !isDelegated(c)) return NONE;
      const level = adviceLevel(c, "serviceLeadFollowsEntityLead");
      const params = { province: c.province?.code ?? "" };
      const { entityLead } = c.application.entity;
      return each(c.application.services, ({ id, lead }): Verdict | undefined =>
        lead === undefined || lead === entityLead
          ? undefined
          : { path: servicePath(id, "lead"), level, params },
      );
    },
  },
];

import { blank, personById } from "../../application/access";
import { leadOf, missing, personPath, ROLE_READS, sameName, servicePath } from "../parts";
import type { Rule, Verdict } from "../types";

const ALWAYS = ["name", "idType", "idNo"] as const;
const OF_LEADS = ["idValidFrom", "phone1", "email"] as const;

/** Who the leads are, and that they are described. */
export const LEAD_RULES: readonly Rule[] = [
  {
    id: "leads.assigned",
    topic: "leads",
    level: "error",
    source: "T21: 首次备案",
    reads: [...ROLE_READS, "services[*].kind"],
    check: ({ application, isUnit }) => {
      const { entity } = application;
      const out: Verdict[] = [];
      const need = (id: string | undefined, path: string, field: string) => {
        if (!personById(application, id)) out.push(missing(path, field));
      };
      if (isUnit) need(entity.legalRep, "entity.legalRep", "entity.legalRep");
      need(entity.entityLead, "entity.entityLead", "entity.entityLead");
      for (const service of application.services)
        need(service.lead, servicePath(service.id, "lead"), "service.lead");
      return out;
    },
  },
  {
    id: "leads.required",
    topic: "leads",
    level: "error",
    source: "T21: 首次备案; S4: 变更备案相关",
    reads: [
      ...ROLE_READS,
      ...[...ALWAYS, ...OF_LEADS, "idValidTo", "idLongTerm"].map((field) => personPath("*", field)),
    ],
    check: ({ leads: described, actors }) => {
      const leads = new Set(described.map((person) => person.id));
      return actors.flatMap((person) => {
        const lead = leads.has(person.id);
        const empty: string[] = [...ALWAYS, ...(lead ? OF_LEADS : [])].filter((field) =>
          blank(person[field]),
        );
        if (lead && blank(person.idValidTo) && person.idLongTerm !== true) empty.push("idValidTo");
        return empty.map((field) => missing(personPath(person.id, field), `person.${field}`));
      });
    },
  },
  {
    id: "leads.legal-rep-required",
    topic: "leads",
    level: "error",
    source: "S4: 主体负责人信息",
    reads: ["entity.nature", "entity.province", "entity.legalRep", "entity.entityLead"],
    rejection: ["LEAD_NOT_LEGAL_REP"],
    check: (ctx) => {
      const { entity } = ctx.application;
      const province = ctx.province;
      if (!ctx.isUnit || !province || !entity.legalRep || !entity.entityLead) return [];
      if (province.entityLead !== "MUST_LEGAL_REP" || entity.legalRep === entity.entityLead) return [];
      return [{ path: "entity.entityLead", params: { province: province.code } }];
    },
  },
  {
    id: "leads.same-lead-advice",
    topic: "leads",
    level: "warn",
    source: "T21: 各省管局要求",
    reads: ["entity.province", ...ROLE_READS],
    rejection: ["LEAD_NOT_REAL"],
    check: (ctx) => {
      const { application } = ctx;
      const { entity } = application;
      const province = ctx.province;
      if (!ctx.isUnit || !province?.advice.serviceLeadFollowsEntityLead) return [];
      if (!entity.entityLead || !entity.legalRep || entity.entityLead === entity.legalRep) return [];
      return application.services
        .filter((service) => service.lead !== undefined && service.lead !== entity.entityLead)
        .map((service) => ({ path: servicePath(service.id, "lead"), params: { province: province.code } }));
    },
  },
  {
    id: "leads.organiser-self",
    topic: "leads",
    level: "error",
    source: "T21: 首次备案",
    reads: ["entity.name", "entity.certNo", ...ROLE_READS, "people[*].name", "people[*].idNo"],
    rejection: ["LEAD_NOT_REAL"],
    check: ({ application, isPerson, leads }) => {
      const { entity } = application;
      if (!isPerson) return [];
      return leads.flatMap((person): Verdict[] => {
        const differs = (mine: string | undefined, theirs: string | undefined) =>
          !blank(mine) && !blank(theirs) && !sameName(mine ?? "", theirs ?? "");
        if (differs(entity.certNo, person.idNo)) return [{ path: personPath(person.id, "idNo") }];
        return differs(entity.name, person.name) ? [{ path: personPath(person.id, "name") }] : [];
      });
    },
  },
  {
    id: "leads.duplicate",
    topic: "leads",
    level: "error",
    source: "S4: 备案驳回",
    reads: ["people[*].idNo", ...ROLE_READS],
    check: ({ actors }) => {
      const seen = new Set<string>();
      return actors.flatMap((person): Verdict[] => {
        if (person.idNo === undefined || blank(person.idNo)) return [];
        if (seen.has(person.idNo)) return [{ path: personPath(person.id, "idNo") }];
        seen.add(person.idNo);
        return [];
      });
    },
  },
  {
    id: "leads.service-lead-elsewhere",
    topic: "leads",
    level: "error",
    source: "S4: 主体负责人信息; 是否影响备案",
    reads: ["entity.nature", "services[*].lead", "services[*].kind", "facts.others"],
    rejection: ["LEAD_NOT_REAL"],
    check: (c) => {
      const { others } = c.facts;
      if (!c.isUnit || !others) return [];
      return c.application.services
        .filter((service) => {
          const lead = leadOf(c, service);
          return lead !== undefined && others.serviceLeadElsewhere.includes(lead.id);
        })
        .map((service) => ({ path: servicePath(service.id, "lead") }));
    },
  },
  {
    id: "leads.person-contact",
    topic: "leads",
    level: "error",
    source: "T21: 备案限制说明",
    reads: ["entity.nature", "entity.entityLead", "people[*].phone1", "facts.account"],
    check: ({ facts: { account }, isPerson, entityLead }) => {
      const lead = entityLead;
      if (!isPerson || !lead || blank(lead.phone1) || !account) return [];
      const path = personPath(lead.id, "phone1");
      if (account.securityPhone === null) return [{ path, message: "no-security-phone" }];
      return account.securityPhone === lead.phone1 ? [] : [{ path }];
    },
  },
];

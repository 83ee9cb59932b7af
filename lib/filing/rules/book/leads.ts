import { blank } from "../../application/access";
import type { PersonDraft } from "../../application/draft";
import {
  each,
  eachAll,
  leadOf,
  missing,
  NONE,
  personPath,
  ROLE_READS,
  sameName,
  servicePath,
} from "../parts";
import type { Rule, Verdict } from "../types";

const ALWAYS = ["name", "idType", "idNo"] as const;
const OF_LEADS = [...ALWAYS, "idValidFrom", "phone1", "email"] as const;

function emptyFields(person: PersonDraft, isLead: boolean): readonly Verdict[] {
  let out: Verdict[] | undefined;
  const need = (field: string) => {
    out ??= [];
    out.push(missing(personPath(person.id, field), `person.${field}`));
  };
  for (const field of isLead ? OF_LEADS : ALWAYS) if (blank(person[field])) need(field);
  if (isLead && person.idLongTerm !== true && blank(person.idValidTo)) need("idValidTo");
  return out ?? NONE;
}

const differ = (mine: string | undefined, theirs: string | undefined): boolean =>
  mine !== theirs && !blank(mine) && !blank(theirs) && !sameName(mine ?? "", theirs ?? "");

/** Who the leads are, and that they are described. */
export const LEAD_RULES: readonly Rule[] = [
  {
    id: "leads.assigned",
    topic: "leads",
    level: "error",
    source: "T21: 首次备案",
    reads: [...ROLE_READS, "services[*].kind"],
    check: (c) => {
      let out: Verdict[] | undefined;
      const need = (path: string, field: string) => {
        out ??= [];
        out.push(missing(path, field));
      };
      if (c.isUnit && !c.legalRep) need("entity.legalRep", "entity.legalRep");
      if (!c.entityLead) need("entity.entityLead", "entity.entityLead");
      for (const service of c.application.services)
        if (!c.person(service.lead)) need(servicePath(service.id, "lead"), "service.lead");
      return out ?? NONE;
    },
  },
  {
    id: "leads.required",
    topic: "leads",
    level: "error",
    source: "T21: 首次备案; S4: 变更备案相关",
    reads: [
      ...ROLE_READS,
      ...[...OF_LEADS, "idValidTo", "idLongTerm"].map((field) => personPath("*", field)),
    ],
    // Of the legal representative who leads nothing only the identity is asked.
    check: ({ actors, leads }) => eachAll(actors, (person) => emptyFields(person, leads.includes(person))),
  },
  {
    id: "leads.organiser-self",
    topic: "leads",
    level: "error",
    source: "T21: 首次备案",
    reads: [
      "entity.name",
      "entity.certNo",
      "entity.certType",
      ...ROLE_READS,
      "people[*].name",
      "people[*].idType",
      "people[*].idNo",
    ],
    rejection: ["LEAD_NOT_REAL"],
    check: ({ application: { entity }, isPerson, leads }) =>
      isPerson
        ? each(leads, ({ id, idNo, name, idType }): Verdict | undefined => {
            if (differ(entity.certNo, idNo)) return { path: personPath(id, "idNo") };
            if (differ(entity.name, name)) return { path: personPath(id, "name") };
            return idType !== undefined && entity.certType !== undefined && idType !== entity.certType
              ? { path: personPath(id, "idType") }
              : undefined;
          })
        : NONE,
  },
  {
    id: "leads.duplicate",
    topic: "leads",
    level: "error",
    source: "S4: 备案驳回",
    reads: ["people[*].idNo", ...ROLE_READS],
    check: ({ actors }) =>
      each(actors, (person): Verdict | undefined =>
        !blank(person.idNo) && actors.find(({ idNo }) => idNo === person.idNo) !== person
          ? { path: personPath(person.id, "idNo") }
          : undefined,
      ),
  },
  {
    id: "leads.service-lead-elsewhere",
    topic: "leads",
    level: "error",
    source: "S4: 主体负责人信息; 是否影响备案",
    reads: ["entity.nature", "services[*].lead", "services[*].kind", "facts.others"],
    rejection: ["LEAD_NOT_REAL"],
    // A person's own filing does not count: one may lead that and the services of one unit.
    check: (c) => {
      const elsewhere = c.facts.others?.serviceLeadElsewhere;
      if (!c.isUnit || elsewhere === undefined || elsewhere.length === 0) return NONE;
      return each(c.application.services, (service): Verdict | undefined => {
        const lead = leadOf(c, service);
        return lead && elsewhere.includes(lead.id) ? { path: servicePath(service.id, "lead") } : undefined;
      });
    },
  },
];

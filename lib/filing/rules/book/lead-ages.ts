import { sexOfResidentId } from "../../application/identifiers/resident-id";
import { adviceLevel, each, NONE, personPath, ROLE_READS } from "../parts";
import type { Rule, Verdict } from "../types";
import { leadAges } from "./lead-parts";

const READS = ["entity.province", ...ROLE_READS, "people[*].idType", "people[*].idNo"];

/** Ages of the leads by province (DF §5.1, §5.3). Only a resident ID tells the day of birth. */
export const LEAD_AGE_RULES: readonly Rule[] = [
  {
    id: "leads.age",
    topic: "leads",
    level: "warn",
    source: "T21: 各省管局要求",
    reads: READS,
    check: (c) => {
      const minimum = c.province?.minAge[c.side] ?? null;
      const proofBelow = c.advice?.minorProofBelow[c.side] ?? null;
      if (!c.province || (minimum === null && proofBelow === null)) return NONE;
      const province = c.province.code;
      return each(c.once(leadAges), ({ person: { id }, age }): Verdict | undefined => {
        const path = personPath(id, "idNo");
        if (minimum !== null && age < minimum) return { path, params: { minimum, province } };
        // The document itself is a material (`GUARDIAN_DOC`); here the applicant learns of it at once.
        return proofBelow !== null && age < proofBelow
          ? { path, message: "document", level: "info", params: { age: proofBelow, province } }
          : undefined;
      });
    },
  },
  {
    id: "leads.retirement-age",
    topic: "leads",
    level: "warn",
    source: "T21: 各省管局要求/天津",
    reads: READS,
    check: (c) => {
      const limits = c.advice?.retirementAge ?? null;
      if (limits === null || !c.isUnit) return NONE;
      return each(c.once(leadAges), ({ person: { id, idNo }, age }): Verdict | undefined => {
        const limit = limits[sexOfResidentId(idNo ?? "")];
        if (age < limit || !c.rolesOf(id).has("serviceLead")) return undefined;
        return {
          path: personPath(id, "idNo"),
          level: adviceLevel(c, "retirementAge"),
          params: { limit, province: c.province?.code ?? "" },
        };
      });
    },
  },
];

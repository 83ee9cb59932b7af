import { blank } from "../../application/access";
import { documentNumber, isPersonDocument } from "../../application/identifiers/document-number";
import { adviceLevel, each, eachAll, NONE, personPath, ROLE_READS } from "../parts";
import type { Rule, Verdict } from "../types";
import { dateProblems, validityProblem } from "./document-dates";
import { ofActors } from "./lead-parts";

const ID_READS = [...ROLE_READS, "people[*].idType", "people[*].idNo"];
const DATE_READS = [...ROLE_READS, "people[*].idValidFrom", "people[*].idValidTo", "people[*].idLongTerm"];

/** The identity documents of the leads and the legal representative. */
export const LEAD_DOCUMENT_RULES: readonly Rule[] = [
  {
    id: "leads.id-type",
    topic: "leads",
    level: "error",
    source: "T21: 备案材料清单; 各省管局要求",
    reads: ["entity.province", ...ROLE_READS, "people[*].idType"],
    check: (c) => {
      const refused = c.advice?.idTypesRefused;
      return each(c.actors, (person): Verdict | undefined => {
        const { id, idType } = person;
        if (idType === undefined) return undefined;
        if (!isPersonDocument(idType)) return { path: personPath(id, "idType") };
        if (!refused?.includes(idType) || !c.leads.includes(person)) return undefined;
        const params = { province: c.province?.code ?? "" };
        return {
          path: personPath(id, "idType"),
          message: "refused",
          level: adviceLevel(c, "idTypesRefused"),
          params,
        };
      });
    },
  },
  {
    id: "leads.id-form",
    topic: "leads",
    level: "error",
    source: "S4: 常见驳回原因",
    reads: ID_READS,
    check: (c) =>
      each(c.actors, ({ id, idType, idNo }): Verdict | undefined => {
        if (idType === undefined || idNo === undefined || blank(idNo) || !isPersonDocument(idType))
          return undefined;
        const verdict = documentNumber(idType, idNo, c.today);
        return verdict === "ok" ? undefined : { path: personPath(id, "idNo"), message: verdict };
      }),
  },
  {
    id: "leads.id-dates",
    topic: "leads",
    level: "error",
    source: "S4: 变更备案相关",
    reads: DATE_READS,
    check: (c) =>
      eachAll(c.leads, ({ id, idValidFrom, idValidTo, idLongTerm }) =>
        dateProblems({ from: idValidFrom, to: idValidTo, longTerm: idLongTerm }, c.today, () => ({
          from: personPath(id, "idValidFrom"),
          to: personPath(id, "idValidTo"),
        })),
      ),
  },
  {
    id: "leads.id-validity",
    topic: "leads",
    level: "error",
    source: "S4: 常见驳回原因",
    reads: DATE_READS,
    rejection: ["DOC_EXPIRED"],
    check: (c) =>
      each(c.leads, ({ id, idValidTo, idLongTerm }): Verdict | undefined => {
        const message = validityProblem(c, { to: idValidTo, longTerm: idLongTerm });
        if (message === null) return undefined;
        const months = c.policy.provider.certificateMinRemainingMonths;
        return { path: personPath(id, "idValidTo"), message, params: { months } };
      }),
  },
  {
    id: "leads.id-unique",
    topic: "leads",
    level: "warn",
    source: "T21: 各省管局要求",
    reads: ["entity.province", ...ROLE_READS, "facts.others"],
    check: (c) =>
      c.advice?.leadIdUnique
        ? ofActors(c, c.facts.others?.idsUsedElsewhere ?? [], (path) => ({
            path,
            level: adviceLevel(c, "leadIdUnique"),
            params: { province: c.province?.code ?? "" },
          }))
        : NONE,
  },
];

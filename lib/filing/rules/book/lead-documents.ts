import { blank } from "../../application/access";
import { documentNumber, isPersonDocument } from "../../application/identifiers/document-number";
import { birthDayOf } from "../../application/identifiers/resident-id";
import { addMonths, ageOn, isDay } from "../../shared/dates";
import { each, personPath, ROLE_READS } from "../parts";
import type { Rule } from "../types";
import { dateProblems } from "./document-dates";

const ID_READS = [...ROLE_READS, "people[*].idType", "people[*].idNo"];
const DATE_READS = [...ROLE_READS, "people[*].idValidFrom", "people[*].idValidTo", "people[*].idLongTerm"];

/** The identity documents of the leads and the legal representative. */
export const LEAD_DOCUMENT_RULES: readonly Rule[] = [
  {
    id: "leads.id-type",
    topic: "leads",
    level: "error",
    source: "T21: 备案材料清单",
    reads: [...ROLE_READS, "people[*].idType"],
    check: ({ actors }) =>
      each(actors, (person) =>
        person.idType === undefined || isPersonDocument(person.idType)
          ? undefined
          : { path: personPath(person.id, "idType") },
      ),
  },
  {
    id: "leads.id-form",
    topic: "leads",
    level: "error",
    source: "S4: 常见驳回原因",
    reads: ID_READS,
    check: (ctx) =>
      each(ctx.actors, ({ id, idType, idNo }) => {
        if (idType === undefined || idNo === undefined || blank(idNo) || !isPersonDocument(idType))
          return undefined;
        const verdict = documentNumber(idType, idNo, ctx.today);
        return verdict === "ok" ? undefined : { path: personPath(id, "idNo"), message: verdict };
      }),
  },
  {
    id: "leads.id-dates",
    topic: "leads",
    level: "error",
    source: "S4: 变更备案相关",
    reads: DATE_READS,
    check: (ctx) =>
      ctx.leads.flatMap((person) =>
        dateProblems(
          { from: person.idValidFrom, to: person.idValidTo, longTerm: person.idLongTerm },
          { from: personPath(person.id, "idValidFrom"), to: personPath(person.id, "idValidTo") },
          ctx.today,
        ),
      ),
  },
  {
    id: "leads.id-validity",
    topic: "leads",
    level: "error",
    source: "S4: 常见驳回原因",
    reads: DATE_READS,
    rejection: ["DOC_EXPIRED"],
    check: (ctx) => {
      const months = ctx.policy.provider.certificateMinRemainingMonths;
      return each(ctx.leads, ({ id, idValidTo, idLongTerm }) => {
        if (idLongTerm === true || !isDay(idValidTo) || idValidTo > addMonths(ctx.today, months))
          return undefined;
        const message = idValidTo < ctx.today ? "expired" : "message";
        return { path: personPath(id, "idValidTo"), message, params: { months } };
      });
    },
  },
  {
    id: "leads.age",
    topic: "leads",
    level: "warn",
    source: "T21: 各省管局要求",
    reads: ["entity.province", ...ID_READS],
    check: (ctx) => {
      const province = ctx.province;
      const minimum = province?.minAge[ctx.side] ?? null;
      if (!province || minimum === null) return [];
      return each(ctx.leads, ({ id, idType, idNo }) => {
        const birth = idType === 2 && idNo ? birthDayOf(idNo) : null;
        if (birth === null || ageOn(birth, ctx.today) >= minimum) return undefined;
        return { path: personPath(id, "idNo"), params: { minimum, province: province.code } };
      });
    },
  },
];

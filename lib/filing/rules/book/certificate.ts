import { blank } from "../../application/access";
import { documentNumber } from "../../application/identifiers/document-number";
import { addMonths, isDay } from "../../shared/dates";
import type { Rule } from "../types";
import { dateProblems } from "./document-dates";

const NUMBER_READS = ["entity.certType", "entity.certNo"];
const DATE_READS = ["entity.certValidFrom", "entity.certValidTo", "entity.certLongTerm"];

export const CERTIFICATE_RULES: readonly Rule[] = [
  {
    id: "certificate.number-form",
    topic: "certificate",
    level: "error",
    source: "S4: 主体信息",
    reads: NUMBER_READS,
    check: (ctx) => {
      const { certType, certNo } = ctx.application.entity;
      if (certType === undefined || certNo === undefined || blank(certNo)) return [];
      const verdict = documentNumber(certType, certNo, ctx.today);
      return verdict === "ok" || verdict === "old" ? [] : [{ path: "entity.certNo", message: verdict }];
    },
  },
  {
    id: "certificate.old-number",
    topic: "certificate",
    level: "warn",
    source: "S4: 主体信息",
    reads: NUMBER_READS,
    rejection: ["DOC_NOT_THREE_IN_ONE"],
    check: (ctx) => {
      const { certType, certNo } = ctx.application.entity;
      if (certType === undefined || certNo === undefined || blank(certNo)) return [];
      return documentNumber(certType, certNo, ctx.today) === "old" ? [{ path: "entity.certNo" }] : [];
    },
  },
  {
    id: "certificate.date-form",
    topic: "certificate",
    level: "error",
    source: "S4: 主体信息",
    reads: DATE_READS,
    check: (ctx) => {
      const { certValidFrom, certValidTo, certLongTerm } = ctx.application.entity;
      return dateProblems(
        { from: certValidFrom, to: certValidTo, longTerm: certLongTerm },
        { from: "entity.certValidFrom", to: "entity.certValidTo" },
        ctx.today,
      );
    },
  },
  {
    id: "certificate.validity",
    topic: "certificate",
    level: "error",
    source: "S4: 常见驳回原因",
    reads: DATE_READS,
    rejection: ["DOC_EXPIRED"],
    check: (ctx) => {
      const { certValidTo, certLongTerm } = ctx.application.entity;
      if (certLongTerm === true || !isDay(certValidTo)) return [];
      const months = ctx.policy.provider.certificateMinRemainingMonths;
      if (certValidTo > addMonths(ctx.today, months)) return [];
      const message = certValidTo < ctx.today ? "expired" : "message";
      return [{ path: "entity.certValidTo", message, params: { months } }];
    },
  },
  {
    id: "certificate.province-validity",
    topic: "certificate",
    level: "warn",
    source: "T21: 各省管局要求/上海",
    reads: ["entity.nature", "entity.province", ...DATE_READS],
    rejection: ["DOC_EXPIRED"],
    check: (ctx) => {
      const { certValidTo, certLongTerm, province } = ctx.application.entity;
      const months = ctx.advice?.licenceMinMonths ?? null;
      if (months === null || !ctx.isUnit || certLongTerm === true || !isDay(certValidTo)) return [];
      if (certValidTo > addMonths(ctx.today, months)) return [];
      return [{ path: "entity.certValidTo", params: { months, province: province ?? "" } }];
    },
  },
];

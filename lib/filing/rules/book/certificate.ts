import { blank } from "../../application/access";
import { CERT_RESIDENT_ID } from "../../application/codes";
import { documentNumber, type NumberVerdict } from "../../application/identifiers/document-number";
import { registerDiffers } from "../../application/identifiers/uscc";
import { addMonths, isDay } from "../../shared/dates";
import type { Case } from "../case";
import { adviceLevel, NONE } from "../parts";
import type { Rule } from "../types";
import { dateProblems, validityProblem } from "./document-dates";

const NUMBER_READS = ["entity.certType", "entity.certNo"];
const DATE_READS = ["entity.certValidFrom", "entity.certValidTo", "entity.certLongTerm"];
const DATE_PATHS = { from: "entity.certValidFrom", to: "entity.certValidTo" };
const datePaths = () => DATE_PATHS;

/** Form of the organiser's number; null while kind or number is missing. */
function numberVerdict({ application: { entity }, today }: Case): NumberVerdict | null {
  const { certType, certNo } = entity;
  return certType === undefined || certNo === undefined || blank(certNo)
    ? null
    : documentNumber(certType, certNo, today);
}

/** The organiser's certificate: licence of a unit, identity document of a person. */
export const CERTIFICATE_RULES: readonly Rule[] = [
  {
    id: "certificate.number-form",
    topic: "certificate",
    level: "error",
    source: "S4: 主体信息",
    reads: NUMBER_READS,
    check: (c) => {
      const verdict = c.once(numberVerdict);
      return verdict === null || verdict === "ok" || verdict === "old"
        ? NONE
        : [{ path: "entity.certNo", message: verdict }];
    },
  },
  {
    id: "certificate.old-number",
    topic: "certificate",
    level: "warn",
    source: "S4: 主体信息; 材料上传",
    reads: NUMBER_READS,
    rejection: ["DOC_NOT_THREE_IN_ONE"],
    check: (c) => {
      if (c.once(numberVerdict) !== "old") return NONE;
      // An access filing is found under the number that is filed, even an old one (DF §5.4).
      const filed = c.orderType.startsWith("ACCESS") || c.orderType === "NEW_SERVICE_FOREIGN";
      return [{ path: "entity.certNo", message: filed ? "filed" : "message" }];
    },
  },
  {
    id: "certificate.number-nature",
    topic: "certificate",
    level: "warn",
    source: "GK: GB 32100; S4: 备案小程序操作",
    reads: ["entity.nature", ...NUMBER_READS],
    check: (c) => {
      const { nature, certType, certNo } = c.application.entity;
      if (nature === undefined || certNo === undefined || certType === CERT_RESIDENT_ID) return NONE;
      return registerDiffers(nature, certNo) ? [{ path: "entity.certNo" }] : NONE;
    },
  },
  {
    id: "certificate.type-refused",
    topic: "certificate",
    level: "warn",
    source: "T21: 各省管局要求",
    reads: ["entity.nature", "entity.province", "entity.certType"],
    check: (c) => {
      const { certType } = c.application.entity;
      if (!c.isPerson || certType === undefined || !c.advice?.idTypesRefused.includes(certType)) return NONE;
      return [
        {
          path: "entity.certType",
          level: adviceLevel(c, "idTypesRefused"),
          params: { province: c.province?.code ?? "" },
        },
      ];
    },
  },
  {
    id: "certificate.date-form",
    topic: "certificate",
    level: "error",
    source: "S4: 主体信息",
    reads: DATE_READS,
    check: ({ application: { entity }, today }) =>
      dateProblems(
        { from: entity.certValidFrom, to: entity.certValidTo, longTerm: entity.certLongTerm },
        today,
        datePaths,
      ),
  },
  {
    id: "certificate.validity",
    topic: "certificate",
    level: "error",
    source: "S4: 常见驳回原因",
    reads: DATE_READS,
    rejection: ["DOC_EXPIRED"],
    check: (c) => {
      const { certValidTo, certLongTerm } = c.application.entity;
      const message = validityProblem(c, { to: certValidTo, longTerm: certLongTerm });
      if (message === null) return NONE;
      const months = c.policy.provider.certificateMinRemainingMonths;
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
    check: (c) => {
      const { certValidTo, certLongTerm } = c.application.entity;
      const months = c.advice?.licenceMinMonths ?? null;
      if (months === null || !c.isUnit || certLongTerm === true || !isDay(certValidTo)) return NONE;
      if (certValidTo > addMonths(c.today, months)) return NONE;
      return [
        {
          path: "entity.certValidTo",
          level: adviceLevel(c, "licenceMinMonths"),
          params: { months, province: c.province?.code ?? "" },
        },
      ];
    },
  },
];

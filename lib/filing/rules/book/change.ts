import { NATURE_PERSON } from "../../application/codes";
import { isOldRegistrationNumber, usccProblem } from "../../application/identifiers/uscc";
import { isChange } from "../../guide/order-type";
import type { OrganizerChange } from "../../policy/province-advice";
import type { Case } from "../case";
import type { FiledEntity } from "../facts";
import { filedOf } from "../filed-services";
import { entityPath, NONE, plainName } from "../parts";
import type { Rule } from "../types";
import { CHANGE_SCOPE_RULES } from "./change-scope";

const ORDER = "order";
const ORGANISER_READS = ["entity.nature", "entity.name", "entity.certNo", "facts.registry"];

/** What a change makes of the organiser (DF §5.5, §10.7). */
export type OrganiserStep =
  | "same"
  | "renamed"
  /** Old registration number → unified code of the same organiser. */
  | "renumbered"
  | "other-number"
  | "other"
  | "person-to-unit"
  | "unit-to-person";

/** An old number of a business, replaced by the unified code of the same. */
const threeInOne = (filed: string, typed: string): boolean =>
  isOldRegistrationNumber(filed) && usccProblem(typed) === null;

function stepFrom(c: Case, filed: FiledEntity): OrganiserStep {
  const { nature, name, certNo } = c.application.entity;
  if (nature !== undefined && filed.nature !== null) {
    if (filed.nature === NATURE_PERSON && nature !== NATURE_PERSON) return "person-to-unit";
    if (filed.nature !== NATURE_PERSON && nature === NATURE_PERSON) return "unit-to-person";
  }
  const otherName = Boolean(name) && filed.name !== null && plainName(name ?? "") !== plainName(filed.name);
  if (certNo && filed.certNo !== null && certNo !== filed.certNo) {
    if (threeInOne(filed.certNo, certNo)) return "renumbered";
    // Only the number differs: a slip, or another register entry of the same name.
    return otherName ? "other" : "other-number";
  }
  return otherName ? "renamed" : "same";
}

const stepOf = (c: Case): OrganiserStep => {
  const filed = filedOf(c);
  return filed === null ? "same" : stepFrom(c, filed);
};
/** Compared once a case: several rules and the materials ask. */
export const organiserStep = (c: Case): OrganiserStep => (filedOf(c) === null ? "same" : c.once(stepOf));

const CHANGE_CLASS: Readonly<Record<OrganizerChange, string>> = {
  ALLOWED: "allowed",
  UNIT_WITH_PROOF: "with-proof",
  RENAME_ONLY: "rename-only",
  NOT_ALLOWED: "not-allowed",
  UNSPECIFIED: "message",
};

const provinceParam = (c: Case) => ({ province: c.application.entity.province ?? "" });

const ORGANISER_RULES: readonly Rule[] = [
  {
    id: "change.not-here",
    topic: "change",
    level: "error",
    source: "S4: 变更备案相关",
    reads: ["facts.registry"],
    check: (c) => {
      const { registry } = c.facts;
      if (!isChange(c.orderType) || registry === undefined || registry.entityKnownHere) return NONE;
      return [{ path: ORDER, message: registry.entityFiled ? "elsewhere" : "message" }];
    },
  },
  {
    id: "change.certificate-number",
    topic: "change",
    level: "error",
    source: "S4: 新增服务相关; H: 备案变更咨询",
    reads: ORGANISER_READS,
    rejection: ["ORGANIZER_CHANGE"],
    check: (c) =>
      isChange(c.orderType) && organiserStep(c) === "other-number" ? [{ path: entityPath("certNo") }] : NONE,
  },
  {
    id: "change.organizer",
    topic: "change",
    level: "error",
    source: "S4: 初审驳回关于主体信息; T21: 各省管局要求",
    reads: ["entity.province", ...ORGANISER_READS],
    rejection: ["ORGANIZER_CHANGE"],
    check: (c) =>
      isChange(c.orderType) && organiserStep(c) === "other"
        ? [
            {
              path: entityPath("name"),
              message: CHANGE_CLASS[c.advice?.organizerChange ?? "UNSPECIFIED"],
              params: provinceParam(c),
            },
          ]
        : NONE,
  },
  {
    id: "change.person-to-unit",
    topic: "change",
    level: "error",
    source: "S4: 个人备案不能变更为单位备案; 变更备案相关; T21: 各省管局要求",
    reads: ["entity.province", ...ORGANISER_READS],
    rejection: ["PERSONAL_TO_UNIT"],
    check: (c) => {
      if (!isChange(c.orderType) || organiserStep(c) !== "person-to-unit") return NONE;
      const [path, params] = [entityPath("nature"), provinceParam(c)];
      switch (c.advice?.personToUnit) {
        case "ALLOWED":
          return [{ path, message: "allowed", level: "warn", params }];
        case "NOT_ALLOWED":
          return [{ path, message: "not-allowed", params }];
        default:
          return [{ path, params }];
      }
    },
  },
  {
    id: "change.unit-to-person",
    topic: "change",
    level: "error",
    source: "S4: 变更备案相关; T21: 变更备案",
    reads: ORGANISER_READS,
    rejection: ["ORGANIZER_CHANGE"],
    check: (c) =>
      isChange(c.orderType) && organiserStep(c) === "unit-to-person"
        ? [{ path: entityPath("nature") }]
        : NONE,
  },
  {
    id: "change.renamed",
    topic: "change",
    level: "info",
    source: "S4: 变更备案相关; 初审驳回关于主体信息",
    reads: ["entity.province", ...ORGANISER_READS],
    rejection: ["NAME_CHANGED_NO_LETTER"],
    check: (c) =>
      isChange(c.orderType) && organiserStep(c) === "renamed"
        ? [{ path: entityPath("name"), message: c.province?.nameChangeLetter ? "letter" : "message" }]
        : NONE,
  },
];

/** Changing what is filed here: what may change at all, and in which order (DF §2.3, §5.5, §10.7). */
export const CHANGE_RULES: readonly Rule[] = [...ORGANISER_RULES, ...CHANGE_SCOPE_RULES];

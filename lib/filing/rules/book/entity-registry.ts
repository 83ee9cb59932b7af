import { blank } from "../../application/access";
import { registerDiffers } from "../../application/identifiers/uscc";
import { addWorkingDays, dayOf, startOfDay } from "../../policy/calendar";
import { isDay } from "../../shared/dates";
import type { Case } from "../case";
import { NONE, personPath, sameName } from "../parts";
import type { Rule } from "../types";

/** What a comparison with the register reads. */
const NAME_READS = ["entity.nature", "entity.certNo", "entity.name", "facts.business"];
const LEGAL_REP_READS = ["entity.legalRep", "people[*].name"];
const LAG_READS = ["entity.certValidFrom"];

const isUnknown = (c: Case): boolean =>
  c.isUnit && c.facts.business?.found === false && !blank(c.application.entity.certNo);

function nameDiffers({ application: { entity }, facts: { business }, isUnit }: Case): boolean {
  if (!isUnit || !business?.found || business.name === null) return false;
  return !!entity.name && !blank(entity.name) && !sameName(business.name, entity.name);
}

function legalRepDiffers({ legalRep, facts: { business }, isUnit }: Case): boolean {
  if (!isUnit || !business?.found || business.legalRepName === null) return false;
  return !!legalRep?.name && !blank(legalRep.name) && !sameName(business.legalRepName, legalRep.name);
}

interface Lag {
  /** First day on which the register can agree, and the day by which it should. */
  readonly fromDay: string;
  readonly byDay: string;
}

/** Only asked once something differs: has the register had the time to follow? Null = yes, or nobody knows. */
function lagOf(c: Case): Lag | null {
  const { certValidFrom } = c.application.entity;
  const printed = isDay(certValidFrom) ? startOfDay(certValidFrom) : null;
  const since = c.facts.business?.registeredOrUpdatedAt ?? (c.facts.business?.found ? null : printed);
  if (since === null || since > c.at) return null;
  const [from, to] = c.policy.provider.businessRegistryLagWorkingDays;
  const by = addWorkingDays(since, to, c.policy.calendar).at;
  if (c.at >= by) return null;
  return { fromDay: dayOf(addWorkingDays(since, from, c.policy.calendar).at), byDay: dayOf(by) };
}
const lagging = (c: Case): Lag | null => c.once(lagOf);

/** What the business register says of a unit (DF §15 B1). Persons are in none. */
export const ENTITY_REGISTRY_RULES: readonly Rule[] = [
  {
    id: "entity.registry-lag",
    topic: "entity",
    level: "error",
    source: "S4: 备案小程序操作",
    reads: [...NAME_READS, ...LEGAL_REP_READS, ...LAG_READS],
    check: (c) => {
      const path = isUnknown(c)
        ? "entity.certNo"
        : nameDiffers(c)
          ? "entity.name"
          : legalRepDiffers(c) && c.legalRep
            ? personPath(c.legalRep.id, "name")
            : undefined;
      if (path === undefined) return NONE;
      const lag = lagging(c);
      return lag === null ? NONE : [{ path, params: { ...lag } }];
    },
  },
  {
    id: "entity.registry-mismatch",
    topic: "entity",
    level: "error",
    source: "S4: 备案小程序操作",
    reads: [...NAME_READS, ...LAG_READS],
    rejection: ["DOC_NOT_THREE_IN_ONE"],
    check: (c) => {
      const unknown = isUnknown(c);
      if ((!unknown && !nameDiffers(c)) || lagging(c) !== null) return NONE;
      const { nature, certNo } = c.application.entity;
      // The causes in the order they are found most often: recently updated, wrong nature, a typing error.
      if (nature !== undefined && certNo !== undefined && registerDiffers(nature, certNo))
        return [{ path: "entity.nature", message: "nature" }];
      return unknown
        ? [{ path: "entity.certNo", message: "not-found" }]
        : [{ path: "entity.name", message: "name" }];
    },
  },
  {
    id: "entity.registry-legal-rep",
    topic: "entity",
    level: "error",
    source: "S4: 备案小程序操作; 主体负责人信息",
    reads: ["entity.nature", ...LEGAL_REP_READS, ...LAG_READS, "facts.business"],
    rejection: ["LEAD_NOT_LEGAL_REP"],
    check: (c) =>
      legalRepDiffers(c) && c.legalRep && lagging(c) === null
        ? [{ path: personPath(c.legalRep.id, "name") }]
        : NONE,
  },
  {
    id: "entity.licence-date",
    topic: "entity",
    level: "warn",
    source: "S4: 常见驳回原因",
    reads: ["entity.nature", "entity.certValidFrom", "facts.business"],
    rejection: ["DOC_NOT_THREE_IN_ONE"],
    check: ({ application: { entity }, facts: { business }, isUnit }) => {
      const issued = isUnit && business?.found ? business.licenceIssuedOn : null;
      if (issued === null || issued === entity.certValidFrom || !isDay(entity.certValidFrom)) return NONE;
      return [{ path: "entity.certValidFrom", params: { day: issued } }];
    },
  },
  {
    id: "entity.name-brackets",
    topic: "entity",
    level: "warn",
    source: "S4: 主体信息; T21: 各省管局要求/北京",
    reads: ["entity.nature", "entity.name", "facts.business"],
    check: ({ application: { entity }, facts: { business }, isUnit }) => {
      if (!isUnit || !business?.found || !business.name || !entity.name) return NONE;
      if (business.name === entity.name || !sameName(business.name, entity.name)) return NONE;
      return bracketsOf(business.name) === bracketsOf(entity.name) ? NONE : [{ path: "entity.name" }];
    },
  },
  {
    id: "entity.abnormal-list",
    topic: "entity",
    level: "error",
    source: "S4: 初审驳回关于主体信息问题",
    reads: ["entity.nature", "facts.business"],
    rejection: ["BUSINESS_ABNORMAL"],
    check: ({ facts: { business }, isUnit }) => {
      if (!isUnit || !business?.found) return NONE;
      if (business.status === null) return [{ path: "entity.certNo", message: "unknown", level: "info" }];
      return business.status === "abnormal" ? [{ path: "entity.certNo" }] : NONE;
    },
  },
  {
    id: "entity.closed",
    topic: "entity",
    level: "error",
    source: "S4: 初审驳回关于主体信息问题",
    reads: ["entity.nature", "facts.business"],
    check: ({ facts: { business }, isUnit }) =>
      isUnit && business?.found && business.status === "closed" ? [{ path: "entity.certNo" }] : NONE,
  },
];

/** The brackets of a name in their order, as they are written. */
const bracketsOf = (name: string): string => name.replace(/[^()（）]/g, "");

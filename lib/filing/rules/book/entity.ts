import { blank } from "../../application/access";
import { CERTS_BY_NATURE } from "../../application/codes";
import { provinceOfResidentId } from "../../application/identifiers/resident-id";
import { provinceOfUscc, usccProblem } from "../../application/identifiers/uscc";
import { addWorkingDays, dayOf } from "../../policy/calendar";
import { entityPath, missing, sameName } from "../parts";
import type { Rule } from "../types";

const ALL = [
  "province",
  "nature",
  "certType",
  "certNo",
  "name",
  "city",
  "district",
  "certAddress",
  "commAddress",
] as const;
const UNIT = ["investorOrSuperior"] as const;
/** The business register follows an issued or updated licence after three to seven working days (DF §4.1). */
const REGISTRY_LAG_WORKING_DAYS = 7;

export const ENTITY_RULES: readonly Rule[] = [
  {
    id: "entity.required",
    topic: "entity",
    level: "error",
    source: "T21: 首次备案",
    reads: [...ALL, ...UNIT, "certValidTo", "certLongTerm"].map(entityPath),
    check: ({ application, isUnit }) => {
      const { entity } = application;
      const wanted = isUnit ? [...ALL, ...UNIT] : ALL;
      const empty: string[] = wanted.filter((field) => blank(entity[field]));
      if (blank(entity.certValidTo) && entity.certLongTerm !== true) empty.push("certValidTo");
      return empty.map((field) => missing(entityPath(field), entityPath(field)));
    },
  },
  {
    id: "entity.province-known",
    topic: "entity",
    level: "error",
    source: "S4: 主体信息",
    reads: ["entity.province"],
    check: (ctx) =>
      blank(ctx.application.entity.province) || ctx.province ? [] : [{ path: "entity.province" }],
  },
  {
    id: "entity.nature-cert",
    topic: "entity",
    level: "error",
    source: "T21: 备案材料清单",
    reads: ["entity.nature", "entity.certType"],
    check: ({ application: { entity } }) => {
      if (entity.nature === undefined || entity.certType === undefined) return [];
      return CERTS_BY_NATURE[entity.nature].includes(entity.certType) ? [] : [{ path: "entity.certType" }];
    },
  },
  {
    id: "entity.blacklisted",
    topic: "entity",
    level: "error",
    source: "S4: 备案号",
    reads: ["facts.registry"],
    check: ({ facts }) => (facts.registry?.blacklisted ? [{ path: "entity.certNo" }] : []),
  },
  {
    id: "entity.abnormal",
    topic: "entity",
    level: "error",
    source: "S4: 初审驳回关于主体信息问题",
    reads: ["entity.nature", "facts.business"],
    rejection: ["BUSINESS_ABNORMAL"],
    check: ({ facts: { business }, isUnit }) => {
      if (!isUnit || !business?.found) return [];
      if (business.status === "closed") return [{ path: "entity.certNo", message: "closed" }];
      return business.status === "abnormal" ? [{ path: "entity.certNo" }] : [];
    },
  },
  {
    id: "entity.registry-mismatch",
    topic: "entity",
    level: "error",
    source: "S4: 备案小程序操作",
    reads: ["entity.nature", "entity.name", "entity.certNo", "facts.business"],
    rejection: ["DOC_NOT_THREE_IN_ONE"],
    check: ({ application, facts: { business }, policy, at, isUnit }) => {
      const { entity } = application;
      if (!isUnit || !business || blank(entity.certNo)) return [];
      const nameDiffers =
        business.found &&
        business.name !== null &&
        !blank(entity.name) &&
        !sameName(business.name, entity.name ?? "");
      if (business.found && !nameDiffers) return [];
      const path = business.found ? "entity.name" : "entity.certNo";
      const lag =
        business.registeredOrUpdatedAt === null
          ? null
          : addWorkingDays(business.registeredOrUpdatedAt, REGISTRY_LAG_WORKING_DAYS, policy.calendar).at;
      if (lag !== null && at < lag) return [{ path, message: "lag", params: { fromDay: dayOf(lag) } }];
      return [{ path, message: business.found ? "name" : "not-found" }];
    },
  },
  {
    id: "entity.local-unit",
    topic: "entity",
    level: "warn",
    source: "S4: 主体信息",
    reads: ["entity.nature", "entity.province", "entity.certNo"],
    check: (ctx) => {
      const { entity } = ctx.application;
      if (!ctx.isUnit || !entity.certNo || !ctx.province || usccProblem(entity.certNo)) return [];
      const home = provinceOfUscc(entity.certNo);
      // Bodies in the register of the state itself carry 100000 and file where they are.
      if (home === "100000" || home === entity.province || !ctx.policy.provinces[home]) return [];
      return [{ path: "entity.province", params: { province: entity.province ?? "", homeProvince: home } }];
    },
  },
  {
    id: "entity.local-id",
    topic: "entity",
    level: "warn",
    source: "T21: 各省管局要求",
    reads: ["entity.nature", "entity.province", "entity.certType", "entity.certNo"],
    check: (ctx) => {
      const { entity } = ctx.application;
      const province = ctx.province;
      if (!ctx.isPerson || entity.certType !== 2 || !province || !entity.certNo) return [];
      const home = provinceOfResidentId(entity.certNo);
      if (home === province.code || !ctx.policy.provinces[home]) return [];
      if (province.nonLocalId === "LOCAL_ID_ONLY")
        return [{ path: "entity.province", params: { province: province.code, homeProvince: home } }];
      if (province.nonLocalId === "ALLOWED_WITH_LOCAL_PHONE")
        return [{ path: "entity.province", message: "local-phone", params: { province: province.code } }];
      return [];
    },
  },
];

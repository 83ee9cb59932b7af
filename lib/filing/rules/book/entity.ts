import { blank } from "../../application/access";
import { CERT_RESIDENT_ID, CERTS_BY_NATURE } from "../../application/codes";
import { provinceOfResidentId } from "../../application/identifiers/resident-id";
import { provinceOfUscc, usccProblem } from "../../application/identifiers/uscc";
import { isChange } from "../../guide/order-type";
import type { Level } from "../../policy/source";
import type { NonLocalId } from "../../policy/types";
import { entityPath, missing, NONE } from "../parts";
import type { Rule, Verdict } from "../types";

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
const UNIT = [...ALL, "investorOrSuperior"] as const;

/** What the province says of an ID from elsewhere (DF §5.1); the proofs themselves are materials. */
const NON_LOCAL: Readonly<Record<NonLocalId, { readonly message: string; readonly level: Level }>> = {
  UNSPECIFIED: { message: "unspecified", level: "info" },
  ALLOWED_WITH_LOCAL_PHONE: { message: "local-phone", level: "warn" },
  LOCAL_ID_ONLY: { message: "message", level: "warn" },
  RESIDENCE_PROOF: { message: "residence", level: "info" },
  LOCAL_ID_OR_LEASE: { message: "lease", level: "info" },
};

/** Who the organiser is, and whether he files in the right province. */
export const ENTITY_RULES: readonly Rule[] = [
  {
    id: "entity.required",
    topic: "entity",
    level: "error",
    source: "T21: 首次备案",
    reads: [...UNIT, "certValidTo", "certLongTerm"].map(entityPath),
    check: ({ application: { entity }, isUnit }) => {
      let out: Verdict[] | undefined;
      const need = (field: string) => {
        out ??= [];
        out.push(missing(entityPath(field), entityPath(field)));
      };
      for (const field of isUnit ? UNIT : ALL) if (blank(entity[field])) need(field);
      if (entity.certLongTerm !== true && blank(entity.certValidTo)) need("certValidTo");
      return out ?? NONE;
    },
  },
  {
    id: "entity.province-known",
    topic: "entity",
    level: "error",
    source: "S4: 主体信息",
    reads: ["entity.province"],
    check: (c) => (c.province || blank(c.application.entity.province) ? NONE : [{ path: "entity.province" }]),
  },
  {
    id: "entity.nature-cert",
    topic: "entity",
    level: "error",
    source: "T21: 备案材料清单",
    reads: ["entity.nature", "entity.certType"],
    check: ({ application: { entity } }) => {
      if (entity.nature === undefined || entity.certType === undefined) return NONE;
      return CERTS_BY_NATURE[entity.nature].includes(entity.certType) ? NONE : [{ path: "entity.certType" }];
    },
  },
  {
    id: "entity.blacklisted",
    topic: "entity",
    level: "error",
    source: "S4: 备案号",
    reads: ["facts.registry"],
    check: (c) =>
      c.facts.registry?.blacklisted && !isChange(c.orderType) ? [{ path: "entity.certNo" }] : NONE,
  },
  {
    id: "entity.local-unit",
    topic: "entity",
    level: "warn",
    source: "S4: 主体信息",
    reads: ["entity.nature", "entity.province", "entity.certNo"],
    check: (c) => {
      const { certNo, province } = c.application.entity;
      if (!c.isUnit || !certNo || !c.province || usccProblem(certNo)) return NONE;
      const home = provinceOfUscc(certNo);
      // Bodies in the register of the state itself carry 100000 and file where they are.
      if (home === "100000" || home === province || !c.policy.provinces[home]) return NONE;
      return [{ path: "entity.province", params: { province: c.province.code, homeProvince: home } }];
    },
  },
  {
    id: "entity.local-id",
    topic: "entity",
    level: "warn",
    source: "S4: 主体信息; T21: 各省管局要求",
    reads: ["entity.nature", "entity.province", "entity.certType", "entity.certNo"],
    check: (c) => {
      const { certType, certNo } = c.application.entity;
      if (!c.isPerson || certType !== CERT_RESIDENT_ID || !c.province || !certNo) return NONE;
      const home = provinceOfResidentId(certNo);
      const { code, nonLocalId } = c.province;
      if (home === code || !c.policy.provinces[home]) return NONE;
      const params = { province: code, homeProvince: home };
      return [{ path: "entity.province", ...NON_LOCAL[nonLocalId], params }];
    },
  },
];

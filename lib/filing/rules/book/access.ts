import { blank } from "../../application/access";
import type { ServiceDraft } from "../../application/draft";
import {
  canonicalAbbr,
  parseRecordNumber,
  sameEntityRecord,
  sameRecord,
} from "../../application/identifiers/filing-number";
import { domainsOf } from "../../application/service-domains";
import { isAccess } from "../../guide/order-type";
import type { Case } from "../case";
import { FILED_READS, filedAs, filedOf, filedServicesOf } from "../filed-services";
import { each, entityPath, NONE, servicePath } from "../parts";
import type { Rule, Verdict } from "../types";
import { ACCESS_MATCH_RULES } from "./access-match";

const NUMBER = entityPath("recordNumber");
const NUMBER_READS = ["entity.recordNumber", "entity.province"];
const SERVICE_NUMBER_READS = ["entity.recordNumber", "services[*].kind", "services[*].serviceFilingNumber"];

/** Short name of the province against the number's own; old aliases are only advised against. */
function abbrVerdict(c: Case, path: string, abbr: string): Verdict | undefined {
  const wanted = c.province?.abbr;
  if (wanted === undefined || abbr === wanted) return undefined;
  const params = { abbr, wanted };
  return canonicalAbbr(abbr) === wanted
    ? { path, message: "alias", level: "warn", params }
    : { path, message: "province", params };
}

function serviceNumber(c: Case, { id, kind, serviceFilingNumber: typed }: ServiceDraft): Verdict | undefined {
  const path = servicePath(id, "serviceFilingNumber");
  if (typed === undefined || blank(typed))
    return isAccess(c.orderType)
      ? { path, message: "serviceFilingNumber", params: { field: "service.serviceFilingNumber" } }
      : undefined;
  const number = parseRecordNumber(typed);
  if (number === null) return { path };
  if (number.service === undefined) return { path, message: "entity" };
  const { suffix } = number.service;
  if (kind === "WEBSITE" ? suffix !== "" : suffix !== "A") return { path, message: "kind" };
  const entity = c.application.entity.recordNumber;
  return entity && sameEntityRecord(typed, entity) === false ? { path, message: "other" } : undefined;
}

const FORM_RULES: readonly Rule[] = [
  {
    id: "access.entity-number",
    topic: "access",
    level: "error",
    source: "S4: 接入备案相关; WX",
    reads: NUMBER_READS,
    check: (c) => {
      const typed = c.application.entity.recordNumber;
      if (typed === undefined || blank(typed))
        return isAccess(c.orderType)
          ? [{ path: NUMBER, message: "recordNumber", params: { field: "entity.recordNumber" } }]
          : NONE;
      if (c.orderType === "FIRST_FILING") return NONE;
      const number = parseRecordNumber(typed);
      if (number === null) return [{ path: NUMBER }];
      if (number.service !== undefined) return [{ path: NUMBER, message: "service" }];
      const about = abbrVerdict(c, NUMBER, number.abbr);
      return about === undefined ? NONE : [about];
    },
  },
  {
    id: "access.service-number",
    topic: "access",
    level: "error",
    source: "S4: 接入备案相关; APP 备案常见问题",
    reads: SERVICE_NUMBER_READS,
    check: (c) =>
      c.orderType === "FIRST_FILING" ? NONE : each(c.application.services, (one) => serviceNumber(c, one)),
  },
];

const REGISTER_RULES: readonly Rule[] = [
  {
    id: "access.register-number",
    topic: "access",
    level: "error",
    source: "S4: 备案驳回/无法完成接入备案",
    reads: ["entity.recordNumber", "facts.registry"],
    rejection: ["ACCESS_FILING_IMPOSSIBLE"],
    check: (c) => {
      const typed = c.application.entity.recordNumber;
      const known = c.facts.registry?.recordNumber ?? null;
      if (known === null || typed === undefined || typed === "" || sameRecord(typed, known)) return NONE;
      // A number that cannot be read is the form's matter.
      return parseRecordNumber(typed) === null ? NONE : [{ path: NUMBER, params: { number: known } }];
    },
  },
  {
    id: "access.certificate-number",
    topic: "access",
    level: "error",
    source: "S4: 接入备案相关; 材料上传",
    reads: ["entity.certNo", "facts.registry"],
    rejection: ["ACCESS_MISMATCH"],
    check: (c) => {
      const { certNo } = c.application.entity;
      const filed = filedOf(c)?.certNo ?? null;
      return isAccess(c.orderType) && filed !== null && certNo && certNo !== filed
        ? [{ path: entityPath("certNo") }]
        : NONE;
    },
  },
  {
    id: "access.not-filed",
    topic: "access",
    level: "error",
    source: "S4: 接入备案相关",
    reads: FILED_READS,
    rejection: ["ACCESS_FILING_IMPOSSIBLE"],
    // When the register does not tell what is filed, the domain's own look-up decides (order.type-changed).
    check: (c) =>
      isAccess(c.orderType) && filedServicesOf(c).length > 0
        ? each(c.application.services, (service) =>
            filedAs(c, service) === undefined
              ? {
                  path: servicePath(service.id, service.kind === "WEBSITE" ? "domain" : "name"),
                  message: service.kind === "WEBSITE" ? "message" : "app",
                }
              : undefined,
          )
        : NONE,
  },
  {
    id: "access.domain-number",
    topic: "access",
    level: "error",
    source: "S4: 备案驳回/无法完成接入备案",
    reads: FILED_READS,
    rejection: ["ACCESS_FILING_IMPOSSIBLE"],
    check: (c) =>
      isAccess(c.orderType) && filedServicesOf(c).length > 0
        ? each(c.siteDomains, ({ service, key }) => {
            const filed = filedAs(c, service);
            if (key === undefined || filed === undefined || filed.domains.length === 0) return undefined;
            if (filed.domains.includes(key)) return undefined;
            const path = servicePath(service.id, "serviceFilingNumber");
            return { path, params: { number: filed.number } };
          })
        : NONE,
  },
  {
    id: "access.all-domains",
    topic: "access",
    level: "error",
    source: "S4: 接入备案相关; 网站域名",
    reads: FILED_READS,
    rejection: ["ACCESS_MISMATCH"],
    check: (c) =>
      isAccess(c.orderType) && filedServicesOf(c).length > 0
        ? each(c.application.services, (service): Verdict | undefined => {
            const named = new Set(domainsOf(service));
            const missing = (filedAs(c, service)?.domains ?? []).find((domain) => !named.has(domain));
            const path = servicePath(service.id, service.kind === "WEBSITE" ? "domain" : "domains");
            return missing === undefined ? undefined : { path, params: { domain: missing } };
          })
        : NONE,
  },
  {
    id: "access.pre-approval",
    topic: "access",
    level: "error",
    source: "S4: 接入备案相关; 初审驳回关于网站信息问题",
    reads: ["entity.province", "services[*].preApprovals", ...FILED_READS],
    rejection: ["ACCESS_MISMATCH"],
    check: (c) => {
      if (!isAccess(c.orderType)) return NONE;
      const first = c.province?.preApprovalAtOldProviderFirst === true;
      return each(c.application.services, (service): Verdict | undefined => {
        if (service.preApprovals === undefined || service.preApprovals.length === 0) return undefined;
        const known = filedAs(c, service)?.preApprovals ?? null;
        if (known === null) return undefined;
        const lacking = service.preApprovals.find(({ type }) => type !== undefined && !known.includes(type));
        if (lacking?.type === undefined) return undefined;
        const path = servicePath(service.id, `preApprovals[${lacking.id}].type`);
        return first ? { path } : { path, message: "other-materials", level: "info" };
      });
    },
  },
];

/** Taking over what is filed elsewhere: numbers, and what must equal the filing (DF §5.4, §7.6). */
export const ACCESS_RULES: readonly Rule[] = [...FORM_RULES, ...REGISTER_RULES, ...ACCESS_MATCH_RULES];

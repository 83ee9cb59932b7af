import type { FiledCheckDraft } from "../../application/draft";
import { FILED_CHECK_REASONS } from "../../application/filed-checks";
import { sameRecord } from "../../application/identifiers/filing-number";
import { isAccess, isChange, isNewService } from "../../guide/order-type";
import { isDay } from "../../shared/dates";
import type { Case } from "../case";
import type { FiledService } from "../facts";
import { FILED_READS, filedMarks, filedOf, otherFiledServices } from "../filed-services";
import { each, eachAll, entityPath, NONE, sameName } from "../parts";
import { permitWord } from "../pre-approval-words";
import type { Rule, Verdict } from "../types";

/** Adds to something that is already filed. */
const addsToFiled = (c: Case): boolean => isNewService(c.orderType) || isAccess(c.orderType);

function openMarks(c: Case, filed: FiledService, entry: FiledCheckDraft): readonly Verdict[] {
  if (entry.cancelFirst === true) return NONE;
  return each(filedMarks(c, filed.kind), (mark) =>
    entry[mark] === true
      ? undefined
      : { path: `filedServices[${entry.id}].${mark}`, message: mark, params: { number: filed.number } },
  );
}

/** What is already filed must be right before anything is added to it (DF §2.3, §15 B2–B4). */
export const FILED_RULES: readonly Rule[] = [
  {
    id: "filed.lead-id-expired",
    topic: "filed",
    level: "error",
    source: "S4: 变更备案相关",
    reads: ["facts.registry"],
    rejection: ["DOC_EXPIRED"],
    check: (c) => {
      const validTo = filedOf(c)?.entityLead?.idValidTo ?? null;
      // Long-term sorts behind every day; null is filed without dates, which is no expiry.
      if (validTo === null || validTo >= c.today || isChange(c.orderType) || !isDay(validTo)) return NONE;
      const message = c.facts.registry?.entityKnownHere ? "message" : "elsewhere";
      return [{ path: entityPath("entityLead"), message, params: { date: validTo } }];
    },
  },
  {
    id: "filed.self-check",
    topic: "filed",
    level: "error",
    source: "S4: 新增服务相关; 初审驳回关于网站信息问题",
    reads: ["entity.nature", "entity.province", "filedServices", ...FILED_READS],
    rejection: ["FILED_UNREACHABLE"],
    rejectionBy: FILED_CHECK_REASONS,
    check: (c) => {
      if (!addsToFiled(c)) return NONE;
      if (c.facts.registry?.entityFiled && filedOf(c) === null)
        return [{ path: "filedServices", message: "unknown", level: "info" }];
      const entries = c.application.filedServices ?? [];
      return eachAll(otherFiledServices(c), (filed) => {
        if (filedMarks(c, filed.kind).length === 0) return NONE;
        const entry = entries.find(({ number }) => number !== undefined && sameRecord(number, filed.number));
        return entry === undefined
          ? [{ path: "filedServices", message: "missing", params: { number: filed.number } }]
          : openMarks(c, filed, entry);
      });
    },
  },
  {
    id: "filed.outdated",
    topic: "filed",
    level: "error",
    source: "S4: 新增服务相关; 能否进行备案",
    reads: ["entity.name", "entity.nature", "entity.certType", "entity.certNo", "facts.registry"],
    rejection: ["NAME_CHANGED_NO_LETTER"],
    check: (c) => {
      const filed = filedOf(c);
      if (filed === null || !isNewService(c.orderType)) return NONE;
      const { entity } = c.application;
      // Filed elsewhere, the authority of the province decides whether it must be changed there first.
      const level = c.orderType === "NEW_SERVICE_LOCAL" ? "error" : "warn";
      const message = level === "error" ? "message" : "elsewhere";
      const out: Verdict[] = [];
      const differs = (field: string) => out.push({ path: entityPath(field), level, message });
      if (entity.name && filed.name !== null && !sameName(entity.name, filed.name)) differs("name");
      if (entity.certNo && filed.certNo !== null && entity.certNo !== filed.certNo) differs("certNo");
      if (entity.nature && filed.nature !== null && entity.nature !== filed.nature) differs("nature");
      else if (entity.certType && filed.certType !== null && entity.certType !== filed.certType)
        differs("certType");
      return out;
    },
  },
  {
    id: "filed.other-province",
    topic: "filed",
    level: "error",
    source: "S4: 变更备案相关; T21: 变更备案",
    reads: ["entity.province", "facts.registry"],
    check: (c) => {
      const filed = filedOf(c);
      const { province } = c.application.entity;
      if (filed === null || !province || filed.province === province) return NONE;
      return [{ path: entityPath("province"), params: { province: filed.province } }];
    },
  },
  {
    id: "filed.pre-approval",
    topic: "filed",
    level: "warn",
    source: "S4: 初审驳回关于网站信息问题",
    reads: ["entity.province", ...FILED_READS],
    rejection: ["FILED_PREAPPROVAL"],
    check: (c) => {
      if (!addsToFiled(c)) return NONE;
      const first = c.province?.preApprovalAtOldProviderFirst === true;
      return each(otherFiledServices(c), ({ name, preApprovals, number, accessHere }) => {
        // Unknown permits, or some permit: the reviewer compares.
        if (name === null || preApprovals === null || preApprovals.length > 0) return undefined;
        const word = permitWord(name);
        if (word === undefined) return undefined;
        const message = accessHere ? "message" : first ? "old-provider" : "elsewhere";
        return { path: "filedServices", message, params: { number, word } };
      });
    },
  },
];

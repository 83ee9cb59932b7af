import { blank } from "../../application/access";
import type { PreApprovalType } from "../../application/codes";
import { isDay } from "../../shared/dates";
import { missing, servicePath } from "../parts";
import type { Rule, Verdict } from "../types";
import { PRE_APPROVAL_WORDS } from "./words";

const ANSWER = ["services[*].kind", "services[*].noPreApproval", "services[*].preApprovals[*].type"];
const itemPath = (service: string, item: string, field: string) =>
  servicePath(service, `preApprovals[${item}].${field}`);

export const PRE_APPROVAL_RULES: readonly Rule[] = [
  {
    id: "pre-approval.answered",
    topic: "pre-approval",
    level: "error",
    source: "S4: 前置审批",
    reads: ["entity.nature", ...ANSWER],
    check: ({ application, isUnit }) =>
      application.services.flatMap((service): Verdict[] => {
        const path = servicePath(service.id, "preApprovals");
        const some = (service.preApprovals?.length ?? 0) > 0;
        if (some && service.noPreApproval === true) return [{ path, message: "both" }];
        // Persons cannot hold permits, so they are not asked.
        return some || service.noPreApproval === true || !isUnit
          ? []
          : [{ path, params: { field: "service.preApprovals" } }];
      }),
  },
  {
    id: "pre-approval.person",
    topic: "pre-approval",
    level: "error",
    source: "S4: 前置审批",
    reads: ["entity.nature", ...ANSWER],
    rejection: ["CONTENT_NOT_NATURE"],
    check: ({ application, isPerson }) =>
      !isPerson
        ? []
        : application.services
            .filter((service) => (service.preApprovals?.length ?? 0) > 0)
            .map((service) => ({ path: servicePath(service.id, "preApprovals") })),
  },
  {
    id: "pre-approval.details",
    topic: "pre-approval",
    level: "error",
    source: "T21: 前置审批相关",
    reads: ["type", "permitNo", "validTo"]
      .map((field) => `services[*].preApprovals[*].${field}`)
      .concat("services[*].kind"),
    rejection: ["PREAPPROVAL_SCOPE"],
    check: (ctx) =>
      ctx.application.services.flatMap((service) =>
        (service.preApprovals ?? []).flatMap((item): Verdict[] => {
          const out: Verdict[] = [];
          for (const field of ["type", "permitNo", "validTo"] as const) {
            const path = itemPath(service.id, item.id, field);
            if (blank(item[field])) out.push(missing(path, `preApproval.${field}`));
          }
          const path = itemPath(service.id, item.id, "validTo");
          if (!blank(item.validTo) && !isDay(item.validTo)) out.push({ path, message: "date" });
          else if (isDay(item.validTo) && item.validTo < ctx.today) out.push({ path, message: "expired" });
          return out;
        }),
      ),
  },
  {
    id: "pre-approval.keywords",
    topic: "pre-approval",
    level: "warn",
    source: "S4: 常见驳回原因",
    reads: ["entity.name", "entity.businessScope", "services[*].name", ...ANSWER],
    rejection: ["PREAPPROVAL_SCOPE"],
    check: ({ application }) =>
      application.services.flatMap((service): Verdict[] => {
        const held = new Set((service.preApprovals ?? []).map((item) => item.type));
        // Remarks are left out: "no forum here" would ring the bell.
        const text = [application.entity.name, application.entity.businessScope, service.name].join(" ");
        return PRE_APPROVAL_WORDS.flatMap(({ type, words }): Verdict[] => {
          const word = held.has(type) ? undefined : words.find((candidate) => text.includes(candidate));
          return word === undefined ? [] : [keywordVerdict(service.id, type, word)];
        });
      }),
  },
];

const keywordVerdict = (service: string, preApproval: PreApprovalType, word: string): Verdict => ({
  path: servicePath(service, "preApprovals"),
  params: { word, preApproval },
});

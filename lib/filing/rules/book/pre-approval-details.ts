import { blank } from "../../application/access";
import type { ServiceDraft } from "../../application/draft";
import { addWorkingDays, DAY_MS, dayOf } from "../../policy/calendar";
import { CULTURE_PERMIT } from "../../policy/permit-topics";
import { isDay } from "../../shared/dates";
import type { Case } from "../case";
import { each, eachAll, missing, NONE, servicePath } from "../parts";
import type { Rule, Verdict } from "../types";

const ANSWER = ["services[*].kind", "services[*].noPreApproval", "services[*].preApprovals[*].type"];
type Permit = NonNullable<ServiceDraft["preApprovals"]>[number];
const itemPath = (service: string, item: string, field: string): string =>
  servicePath(service, `preApprovals[${item}].${field}`);

/** Verdicts per permit of every service. */
const eachPermit = (c: Case, verdicts: (permit: Permit, service: ServiceDraft) => readonly Verdict[]) =>
  eachAll(c.application.services, (service) =>
    service.preApprovals === undefined || service.preApprovals.length === 0
      ? NONE
      : eachAll(service.preApprovals, (permit) => verdicts(permit, service)),
  );

function answered(c: Case, service: ServiceDraft): Verdict | undefined {
  const some = (service.preApprovals?.length ?? 0) > 0;
  const none = service.noPreApproval === true;
  if (some !== none) return undefined;
  const path = servicePath(service.id, "preApprovals");
  if (some) return { path, message: "both" };
  // Persons cannot hold permits, so they are not asked.
  return c.isUnit ? { path, params: { field: "service.preApprovals" } } : undefined;
}

const FIELDS = ["type", "permitNo", "validTo"] as const;
function details(permit: Permit, { id }: ServiceDraft, today: string): readonly Verdict[] {
  const out: Verdict[] = [];
  for (const field of FIELDS)
    if (blank(permit[field])) out.push(missing(itemPath(id, permit.id, field), `preApproval.${field}`));
  const { validTo } = permit;
  const path = itemPath(id, permit.id, "validTo");
  if (!blank(validTo) && !isDay(validTo)) out.push({ path, message: "date" });
  else if (isDay(validTo) && validTo < today) out.push({ path, message: "expired" });
  return out;
}

/** Last day on which a permit that ends then is due for renewal. */
const renewalHorizon = (c: Case): string =>
  dayOf(addWorkingDays(c.at, c.policy.provider.permitRenewalWorkingDays, c.policy.calendar).at);
/** Surely after it, without counting working days. */
const farDay = (c: Case): string =>
  dayOf(c.at + (c.policy.provider.permitRenewalWorkingDays * 2 + 30) * DAY_MS);

function renewal(c: Case, permit: Permit, service: ServiceDraft): readonly Verdict[] {
  const { type, validTo } = permit;
  if (type !== CULTURE_PERMIT || !isDay(validTo) || validTo < c.today || validTo > c.once(farDay))
    return NONE;
  return validTo <= c.once(renewalHorizon)
    ? [
        {
          path: itemPath(service.id, permit.id, "validTo"),
          params: { days: c.policy.provider.permitRenewalWorkingDays, untilDay: validTo },
        },
      ]
    : NONE;
}

/** Is the question answered, and by whom, and what do the permits say? */
export const PRE_APPROVAL_DETAIL_RULES: readonly Rule[] = [
  {
    id: "pre-approval.answered",
    topic: "pre-approval",
    level: "error",
    source: "S4: 前置审批",
    reads: ["entity.nature", ...ANSWER],
    check: (c) => each(c.application.services, (service) => answered(c, service)),
  },
  {
    id: "pre-approval.person",
    topic: "pre-approval",
    level: "error",
    source: "S4: 前置审批",
    reads: ["entity.nature", ...ANSWER],
    rejection: ["CONTENT_NOT_NATURE"],
    check: (c) =>
      c.isPerson
        ? each(c.application.services, ({ id, preApprovals }) =>
            preApprovals !== undefined && preApprovals.length > 0
              ? { path: servicePath(id, "preApprovals") }
              : undefined,
          )
        : NONE,
  },
  {
    id: "pre-approval.details",
    topic: "pre-approval",
    level: "error",
    source: "T21: 前置审批相关",
    reads: ["services[*].kind", ...FIELDS.map((field) => `services[*].preApprovals[*].${field}`)],
    rejection: ["PREAPPROVAL_SCOPE"],
    check: (c) => eachPermit(c, (permit, service) => details(permit, service, c.today)),
  },
  {
    id: "pre-approval.renewal-due",
    topic: "pre-approval",
    level: "warn",
    source: "S4: 网络文化经营许可证 (DF §15 B26)",
    reads: ["services[*].kind", "services[*].preApprovals[*].type", "services[*].preApprovals[*].validTo"],
    check: (c) => eachPermit(c, (permit, service) => renewal(c, permit, service)),
  },
];

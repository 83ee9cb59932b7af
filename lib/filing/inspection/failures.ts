import type { OrderType } from "../application/codes";
import type { Source } from "../policy/source";

/** What an inspection of something filed may find wrong (DF §9 end, §15 B14). */
export const INSPECTION_FAILURES = [
  "ORGANIZER_NAME",
  "ORGANIZER_NUMBER",
  "ORGANIZER_ADDRESS",
  "LEAD_NOT_LEGAL_REP",
  "LEAD_ID_EXPIRED",
  "CONTACT_INVALID",
  "VERIFICATION_MATERIAL",
  "CONTENT_MISMATCH",
  "COMMERCIAL_CONTENT",
  "DOMAIN_EXPIRED",
  "DOMAIN_OWNER",
  "DNS_ELSEWHERE",
] as const;
export type InspectionFailure = (typeof INSPECTION_FAILURES)[number];

export const isInspectionFailure = (value: string): value is InspectionFailure =>
  INSPECTION_FAILURES.some((one) => one === value);

/** What a failure is about; a lead is the organiser's, or that of one service. */
export type InspectionTarget = "entity" | "lead" | "service" | "domain";

/** What mends it: an order of this console, or something done elsewhere. */
export const OUTSIDE_REMEDIES = ["RENEW_DOMAIN", "DOMAIN_REAL_NAME", "POINT_DNS", "CORRECT_SITE"] as const;
export type Remedy = OrderType | (typeof OUTSIDE_REMEDIES)[number];

export interface FailureFacts {
  readonly target: InspectionTarget;
  /** The first is the usual one. */
  readonly remedies: readonly Remedy[];
  /** What of what is filed is wrong: of leads without their part in front. Empty: nothing that is written. */
  readonly fields: readonly string[];
  readonly source: Source;
}

const SOURCE: Source = "T21: 备案信息专项核查; H: 错误提示FAQ";
const LEAD_NAME = ["name", "idType", "idNo"];
const LEAD_ID = ["idNo", "idValidFrom", "idValidTo", "idLongTerm"];
const CONTACTS = ["phone1", "phone2", "emergencyPhone", "email"];

/** Where the organiser's lead is meant, a service's is mended by its own change; `remediesFor` says which. */
const row = (
  target: InspectionTarget,
  remedies: readonly Remedy[],
  fields: readonly string[] = [],
  source = SOURCE,
): FailureFacts => ({ target, remedies, fields, source });

export const FAILURES: Readonly<Record<InspectionFailure, FailureFacts>> = {
  ORGANIZER_NAME: row("entity", ["CHANGE_ENTITY"], ["entity.name"]),
  ORGANIZER_NUMBER: row("entity", ["CHANGE_ENTITY"], ["entity.certType", "entity.certNo"]),
  ORGANIZER_ADDRESS: row("entity", ["CHANGE_ENTITY"], ["entity.certAddress", "entity.commAddress"]),
  LEAD_NOT_LEGAL_REP: row("lead", ["CHANGE_ENTITY"], LEAD_NAME, `${SOURCE}; S4`),
  LEAD_ID_EXPIRED: row("lead", ["CHANGE_ENTITY"], LEAD_ID),
  CONTACT_INVALID: row("lead", ["CHANGE_ENTITY"], CONTACTS),
  VERIFICATION_MATERIAL: row("lead", ["CHANGE_ENTITY"]),
  CONTENT_MISMATCH: row("service", ["CORRECT_SITE", "CHANGE_SERVICE"], ["name", "contents", "remark"]),
  COMMERCIAL_CONTENT: row("service", ["CORRECT_SITE", "CANCEL_SERVICE"], ["name", "contents", "remark"]),
  DOMAIN_EXPIRED: row("domain", ["RENEW_DOMAIN", "CHANGE_SERVICE", "CANCEL_SERVICE"]),
  DOMAIN_OWNER: row("domain", ["DOMAIN_REAL_NAME", "CHANGE_SERVICE", "CANCEL_SERVICE"]),
  DNS_ELSEWHERE: row("domain", ["POINT_DNS", "CANCEL_ACCESS", "CHANGE_SERVICE"]),
};

/** The legal representative leads the organiser: a service's lead need not be he. */
const OF_ENTITY_LEAD: ReadonlySet<InspectionFailure> = new Set(["LEAD_NOT_LEGAL_REP"]);

/** What an inspection names beside its record. */
export interface Named {
  readonly service: boolean;
  readonly domain: boolean;
}

/** Whether a failure can be found at such a place. */
export function fitsTarget(failure: InspectionFailure, { service, domain }: Named): boolean {
  switch (FAILURES[failure].target) {
    case "entity":
      return !service && !domain;
    case "lead":
      return !domain && !(service && OF_ENTITY_LEAD.has(failure));
    case "service":
      return service && !domain;
    case "domain":
      return service && domain;
  }
}

/** The organiser's own lead is changed with the organiser, a service's with the service. */
export function remediesFor(
  failure: InspectionFailure,
  { service }: Pick<Named, "service">,
): readonly Remedy[] {
  const { remedies, target } = FAILURES[failure];
  return target === "lead" && service ? ["CHANGE_SERVICE"] : remedies;
}

/** Values of the record, or of the named service, that the failure is about. */
export function fieldsFor(
  failure: InspectionFailure,
  { service }: Pick<Named, "service">,
): readonly string[] {
  const { fields, target } = FAILURES[failure];
  if (target !== "lead") return fields;
  const lead = fields.map((field) => `${service ? "lead" : "entityLead"}.${field}`);
  return OF_ENTITY_LEAD.has(failure) ? ["legalRep.name", "legalRep.idNo", ...lead] : lead;
}

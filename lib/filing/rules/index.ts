import { sectionOf } from "../application/sections";
import { ACCESS_RULES } from "./book/access";
import { ACCOUNT_RULES } from "./book/account";
import { APP_RULES } from "./book/app";
import { CERTIFICATE_RULES } from "./book/certificate";
import { CHANGE_RULES } from "./book/change";
import { DOMAIN_RULES } from "./book/domain";
import { ENTITY_RULES } from "./book/entity";
import { ENTITY_ADDRESS_RULES } from "./book/entity-address";
import { ENTITY_DIVISION_RULES } from "./book/entity-division";
import { ENTITY_REGISTRY_RULES } from "./book/entity-registry";
import { FILED_RULES } from "./book/filed";
import { LEAD_AGE_RULES } from "./book/lead-ages";
import { LEAD_AUTHORITY_RULES } from "./book/lead-authority";
import { LEAD_CONTACT_RULES } from "./book/lead-contacts";
import { LEAD_DOCUMENT_RULES } from "./book/lead-documents";
import { LEAD_PHONE_RULES } from "./book/lead-phones";
import { LEAD_RULES } from "./book/leads";
import { MATERIAL_RULES } from "./book/materials";
import { ORDER_RULES } from "./book/order";
import { PRE_APPROVAL_RULES } from "./book/pre-approval";
import { PROVINCE_RULES } from "./book/province";
import { RESOURCE_RULES } from "./book/resource";
import { SERVICE_RULES } from "./book/service";
import { SERVICE_NAME_RULES } from "./book/service-name";
import { checkBy } from "./check";
import type { Finding, Rule, RuleContext } from "./types";
import type { UnknownAs } from "./unknown-facts";

export { findingsOf } from "./check";
export { requiredMaterials } from "./required-materials";
export { FACTS_MISSING } from "./unknown-facts";

/** The rule book: one list for the applicant's hints, the submit gate and the reviewer's pre-check. */
export const BOOK: readonly Rule[] = [
  ...ORDER_RULES,
  ...ACCOUNT_RULES,
  ...ENTITY_RULES,
  ...ENTITY_REGISTRY_RULES,
  ...ENTITY_ADDRESS_RULES,
  ...ENTITY_DIVISION_RULES,
  ...CERTIFICATE_RULES,
  ...LEAD_RULES,
  ...LEAD_AUTHORITY_RULES,
  ...LEAD_DOCUMENT_RULES,
  ...LEAD_AGE_RULES,
  ...LEAD_PHONE_RULES,
  ...LEAD_CONTACT_RULES,
  ...DOMAIN_RULES,
  ...SERVICE_NAME_RULES,
  ...SERVICE_RULES,
  ...PRE_APPROVAL_RULES,
  ...APP_RULES,
  ...RESOURCE_RULES,
  ...ACCESS_RULES,
  ...CHANGE_RULES,
  ...FILED_RULES,
  ...PROVINCE_RULES,
  ...MATERIAL_RULES,
];

const BY_ID: ReadonlyMap<string, Rule> = new Map(BOOK.map((rule) => [rule.id, rule]));
/** The rule of that id, if the book has one. */
export const ruleById = (id: string): Rule | undefined => BY_ID.get(id);

export interface CheckOptions {
  /** The submit gate blocks on unknown facts; pages and the command line only tell. */
  readonly unknown?: UnknownAs;
  /** Only these rules, e.g. those of a page; default the whole book. */
  readonly book?: readonly Rule[];
}

/** All findings at once, in document order. Cancellations have no document to judge. */
export const checkApplication = (ctx: RuleContext, options: CheckOptions = {}): readonly Finding[] =>
  checkBy(options.book ?? BOOK, ctx, options.unknown ?? "info");

/** DF §9 code a rejection item about this finding would carry; null = the reviewer chooses. */
export function rejectionOf({ rule, message }: Pick<Finding, "rule" | "message">): string | null {
  const found = BY_ID.get(rule);
  return found?.rejectionBy?.[message] ?? found?.rejection?.[0] ?? null;
}

/** Findings that keep an order from being submitted. */
export const blocking = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter((finding) => finding.level === "error");

/** Findings of one section of the task list (`entity`, `people`, `service:<id>`, `materials`, `order`). */
export const findingsForSection = (findings: readonly Finding[], section: string): readonly Finding[] =>
  findings.filter((finding) => sectionOf(finding.path) === section);

/** Empty required fields among findings: the keys below `fields` that name what is still missing. */
export const missingFields = (findings: readonly Finding[]): readonly string[] =>
  findings.flatMap((finding) => (typeof finding.params.field === "string" ? [finding.params.field] : []));

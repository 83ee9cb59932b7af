import { type Dated, dated } from "./editions";
import type { Source } from "./types";

/** Who states a reason: provider, authority, or the machine itself. */
export type RejectionStage = "P" | "A" | "S";
export type RejectionCategory =
  | "certificate"
  | "material"
  | "filed-service"
  | "service"
  | "contact"
  | "lead"
  | "domain"
  | "entity"
  | "order"
  | "resource"
  | "verification";
/** What a correction item of this reason usually points at; the reviewer may choose another target. */
export type RejectionTarget =
  | "material"
  | "entity"
  | "person"
  | "person.phone1"
  | "person.email"
  | "service"
  | "service.name"
  | "service.domain"
  | "service.remark"
  | "service.contents"
  | "service.lead"
  | "service.resource"
  | "order"
  | "verification";

/** Who notices it first: a rule before submission, the clock of the life cycle, or somebody who looks. */
export type FoundBy = "rule" | "lifecycle" | "reviewer";

export interface RejectionReason extends Dated {
  readonly code: string;
  readonly stages: readonly RejectionStage[];
  readonly category: RejectionCategory;
  readonly target: RejectionTarget;
  /** Materials the reason may point at, when it is about a material. */
  readonly materials: readonly string[];
  readonly foundBy: FoundBy;
}

/** Reasons a rule of the book finds before anybody is rejected. */
const BY_RULE: ReadonlySet<string> = new Set(
  "DOC_EXPIRED JS_COMMITMENT_MISSING LETTER_WRONG_TEMPLATE NAME_CHANGED_NO_LETTER GD_RESIDENCE SITE_PLAN_REQUIRED PREAPPROVAL_SCOPE EMAIL_SHARED NAME_NOT_OK REMARK_TOO_SHORT SERVICE_CONTENT_WRONG TLD_NOT_APPROVED REGISTRAR_NOT_APPROVED DOMAIN_REALNAME DOMAIN_OWNER_MISMATCH BUSINESS_ABNORMAL SHELL_ENTITY LEAD_NOT_LEGAL_REP ORGANIZER_CHANGE PERSONAL_TO_UNIT ORGANIZER_CONFLICT DOMAIN_CONFLICT ACCESS_MISMATCH ACCESS_FILING_IMPOSSIBLE TOO_MANY_SERVICES CONTENT_NOT_NATURE SERVER_EXPIRED".split(
    " ",
  ),
);
/** Reasons time alone brings about. */
const BY_TIME: ReadonlySet<string> = new Set(
  "SMS_TIMEOUT SMS_FAILED CALLBACK_EXPIRED ORDER_EXPIRED".split(" "),
);
const foundBy = (code: string): FoundBy =>
  BY_RULE.has(code) ? "rule" : BY_TIME.has(code) ? "lifecycle" : "reviewer";

const IDS = ["PERSON_ID", "ENTITY_LEAD_ID", "SERVICE_LEAD_ID", "LEGAL_REP_ID"] as const;

function row<const C extends string>(
  code: C,
  stages: string,
  category: RejectionCategory,
  target: RejectionTarget,
  materials: readonly string[] = [],
  source: Source = "S4: 常见驳回原因",
) {
  return {
    code,
    stages: stages.split("") as readonly RejectionStage[],
    category,
    target,
    materials,
    foundBy: foundBy(code),
    ...dated(source),
  };
}

/** The catalogue of DF §9, in its order. Names and suggestions: `rejections.<CODE>` in the message catalogues. */
const ROWS = [
  row("DOC_UNCLEAR", "PA", "certificate", "material", ["ORG_CERT", ...IDS]),
  row("DOC_NOT_THREE_IN_ONE", "P", "certificate", "material", ["ORG_CERT"]),
  row("DOC_BACKGROUND", "P", "certificate", "material", IDS),
  row("DOC_EXPIRED", "P", "certificate", "material", ["ORG_CERT", ...IDS]),
  row("DOC_POLICE_CHECK", "A", "certificate", "material", IDS),
  row("COMMITMENT_BAD", "P", "material", "material", ["COMMITMENT"]),
  row("JS_COMMITMENT_NOT_ORIGINAL", "P", "material", "material", ["JS_COMMITMENT"]),
  row("JS_COMMITMENT_MISSING", "P", "material", "material", ["JS_NOTICE", "JS_COMMITMENT"]),
  row("VIDEO_BAD", "PA", "material", "material", ["VIDEO_CHECK"]),
  row("VIDEO_LOCATION", "A", "material", "material", ["VIDEO_CHECK"], "S4: 视频核验"),
  row("SITE_PLAN_REQUIRED", "PA", "material", "material", ["SITE_PLAN"]),
  row(
    "LETTER_WRONG_TEMPLATE",
    "P",
    "material",
    "material",
    ["LETTER_ENTITY_LEAD", "LETTER_LEGAL_REP", "LETTER_SERVICE_LEAD", "LETTER_SERVICE_LEAD_SH"],
    "S4: 负责人授权书模板错误",
  ),
  row("NAME_CHANGED_NO_LETTER", "P", "material", "material", ["NAME_CHANGE_LETTER"]),
  row("GD_RESIDENCE", "P", "material", "material", ["RESIDENCE_PROOF"]),
  row("FOOTER_MISSING", "PA", "filed-service", "service"),
  row("FILED_UNREACHABLE", "PA", "filed-service", "service"),
  row("FILED_NOT_MATCH_NATURE", "PA", "filed-service", "service"),
  row("FILED_EMPTY", "PA", "filed-service", "service"),
  row("FILED_PREAPPROVAL", "PA", "filed-service", "service", ["PREAPPROVAL_FILE"]),
  row("TITLE_MISMATCH", "PA", "filed-service", "service"),
  row("FOOTER_COPYRIGHT", "PA", "filed-service", "service", [], "S4: 初审驳回关于网站信息问题"),
  row("OPEN_BEFORE_FILED", "PA", "service", "service.domain"),
  row("PREAPPROVAL_SCOPE", "P", "service", "material", ["PREAPPROVAL_FILE", "PREAPPROVAL_NOT_INVOLVED"]),
  row("PHONE_UNREACHABLE", "P", "contact", "person.phone1"),
  row("PHONE_NOT_SELF", "P", "contact", "person.phone1"),
  row("EMAIL_SHARED", "P", "contact", "person.email"),
  row("NAME_NOT_OK", "PA", "service", "service.name", [], "S4: 备案驳回; 常见驳回原因"),
  row("REMARK_TOO_SHORT", "P", "service", "service.remark"),
  row("SERVICE_CONTENT_WRONG", "P", "service", "service.contents"),
  row("LEAD_NOT_REAL", "P", "lead", "service.lead"),
  row("REGISTRAR_NOT_APPROVED", "P", "domain", "service.domain"),
  row("TLD_NOT_APPROVED", "S", "domain", "service.domain", [], "S4: 备案小程序操作"),
  row("DOMAIN_REALNAME", "S", "domain", "service.domain"),
  row("DOMAIN_OWNER_MISMATCH", "A", "domain", "service.domain"),
  row("BUSINESS_ABNORMAL", "P", "entity", "entity"),
  row("SHELL_ENTITY", "P", "entity", "entity"),
  row("LEAD_NOT_LEGAL_REP", "P", "lead", "person"),
  row("ORGANIZER_CHANGE", "P", "entity", "order"),
  row("PERSONAL_TO_UNIT", "P", "entity", "order"),
  row("ORGANIZER_CONFLICT", "A", "entity", "order", [], "S4: 备案审核"),
  row("DOMAIN_CONFLICT", "A", "domain", "service.domain"),
  row("ACCESS_MISMATCH", "P", "entity", "entity"),
  row("ACCESS_FILING_IMPOSSIBLE", "P", "entity", "order", [], "S4: 备案驳回"),
  row("TOO_MANY_SERVICES", "P", "service", "order", ["SITE_PLAN"]),
  row("CONTENT_NOT_NATURE", "P", "service", "service.contents"),
  row("SMS_TIMEOUT", "S", "verification", "verification"),
  row("SMS_FAILED", "S", "verification", "verification"),
  row("CALLBACK_EXPIRED", "S", "verification", "verification"),
  row("ORDER_EXPIRED", "S", "order", "order"),
  row("SERVER_EXPIRED", "A", "resource", "service.resource", [], "S4: 备案审核相关"),
] as const;

export type RejectionCode = (typeof ROWS)[number]["code"];
export const REJECTIONS: readonly (RejectionReason & { readonly code: RejectionCode })[] = ROWS;
export const REJECTION_BY_CODE: ReadonlyMap<string, RejectionReason> = new Map(
  ROWS.map((reason) => [reason.code, reason]),
);
/** Whether a code is one of DF §9. */
export const isRejectionCode = (code: string): code is RejectionCode => REJECTION_BY_CODE.has(code);

/** Reasons somebody of a stage may choose. */
export const rejectionsFor = (stage: RejectionStage): readonly RejectionReason[] =>
  REJECTIONS.filter((reason) => reason.stages.includes(stage));

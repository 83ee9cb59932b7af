import type { Source } from "../policy/types";
import type { Params } from "../shared/refusal";

/** Codes of the materials catalogue (DF §8). */
export const MATERIAL_CODES = [
  "ORG_CERT",
  "PERSON_ID",
  "ENTITY_LEAD_ID",
  "SERVICE_LEAD_ID",
  "LEGAL_REP_ID",
  "VIDEO_CHECK",
  "LETTER_ENTITY_LEAD",
  "LETTER_LEGAL_REP",
  "LETTER_SERVICE_LEAD",
  "LETTER_SERVICE_LEAD_SH",
  "NAME_CHANGE_LETTER",
  "DOMAIN_CERT",
  "DOMAIN_REALNAME_SHOT",
  "DOMAIN_HOLDER_PROOF",
  "RESIDENCE_PROOF",
  "COMMITMENT",
  "JS_NOTICE",
  "JS_COMMITMENT",
  "JS_VIDEO",
  "PARTY_LETTER",
  "SITE_PLAN",
  "MULTI_DOMAIN_STATEMENT",
  "PREAPPROVAL_FILE",
  "PREAPPROVAL_NOT_INVOLVED",
  "FINANCE_PROMISE",
  "CULTURE_PROMISE",
  "GAME_NUMBER",
  "GAME_AUTHORIZATION",
  "TEST_GAME_AID",
  "APP_ICON",
  "MEDICAL_LICENSE",
  "TRAVEL_LICENSE",
  "PUBLIC_BODY_FORM",
  "GUARDIAN_DOC",
  "CANCEL_STATEMENT_P",
  "CANCEL_STATEMENT_U",
  "HANDHELD_ID",
  "OTHER",
] as const;
export type MaterialCode = (typeof MATERIAL_CODES)[number];
export type Side = "FRONT" | "BACK" | "SINGLE";

/** A slot the order asks for: whose document, which sides, and why. */
export interface RequiredMaterial {
  readonly code: MaterialCode;
  /** `entity`, `people[<id>]` or `services[<id>]`; index form only at the edges. */
  readonly subject: string;
  readonly sides: readonly Side[];
  readonly optional: boolean;
  /** Codes accepted instead. */
  readonly alternatives: readonly MaterialCode[];
  /** Does the slot ask for the date printed on the document? */
  readonly dated: boolean;
  /** Key below `materials.reason` that tells the applicant why. */
  readonly reason: string;
  readonly params: Params;
  readonly rule: string;
  readonly source: Source;
}

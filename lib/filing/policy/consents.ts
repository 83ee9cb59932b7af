import type { MaterialCode } from "../rules/material-types";
import { mediumOf } from "./materials";

/**
 * Separate consents to sensitive personal data (PIPL 29, rules on face recognition 2025): asked on their own before the
 * first such file of an order, kept with who, when and which wording. Texts: `consents.<kind>`.
 */
export const CONSENTS = [
  { kind: "ID_IMAGE", version: "2026-11", source: "LAW: 个人信息保护法 §29" },
  { kind: "VIDEO", version: "2026-11", source: "LAW: 个人信息保护法 §29; 人脸识别技术应用安全管理办法" },
] as const;
export type ConsentKind = (typeof CONSENTS)[number]["kind"];
export const CONSENT_KINDS = CONSENTS.map(({ kind }) => kind);

/** Pictures of identity documents, the organiser's certificate excepted: it names no private person's number. */
const ID_IMAGES: readonly MaterialCode[] = [
  "PERSON_ID",
  "ENTITY_LEAD_ID",
  "SERVICE_LEAD_ID",
  "LEGAL_REP_ID",
  "GUARDIAN_DOC",
  "HANDHELD_ID",
];

/** The consent a material needs before it may be taken; undefined: none. */
export function consentFor(code: MaterialCode): ConsentKind | undefined {
  if (ID_IMAGES.includes(code)) return "ID_IMAGE";
  return mediumOf(code) === "video" ? "VIDEO" : undefined;
}

/** The wording in force. */
export const consentVersion = (kind: ConsentKind): string =>
  CONSENTS.find((consent) => consent.kind === kind)?.version ?? "";

import type { MaterialCode, Side } from "../rules/material-types";
import { type Dated, dated as datedBy } from "./editions";
import { MATERIAL_ORIGINS, type OrderLetter } from "./material-origins";

/** Kinds of content a slot accepts; decided by the bytes, never by the file's name. */
export type MaterialFormat = "jpeg" | "png" | "gif" | "pdf" | "mp4" | "webm";

export interface MaterialKind extends Dated {
  readonly code: MaterialCode;
  readonly sides: readonly Side[];
  readonly formats: readonly MaterialFormat[];
  /** Does the slot ask for the date printed on the document? */
  readonly dated: boolean;
  /** Oldest acceptable date, days before submission; only for dated ones. */
  readonly maxAgeDays: number | null;
  /** Other ages in single provinces, days by province code [T+: 备案材料上传]. */
  readonly maxAgeByProvince: Readonly<Record<string, number>>;
  /** Kinds of orders that may ask for it. */
  readonly orders: readonly OrderLetter[];
  /** May be a colour scan; identity documents of the service lead must be photographed (DF §12 #49). */
  readonly scanAllowed: boolean;
  /** Shorter side in pixels of what is looked at, not read; null = the provider's limit for documents. */
  readonly minSide: number | null;
}

const IMAGE: readonly MaterialFormat[] = ["jpeg", "png", "gif"];
/** A film somebody takes with a phone or a browser. */
const FILM: readonly MaterialFormat[] = ["mp4", "webm"];
const SINGLE: readonly Side[] = ["SINGLE"];
const BOTH: readonly Side[] = ["FRONT", "BACK"];
/** "Within three months", and within six in Hebei and Hubei (DF §4.4). */
const LETTER_AGE_DAYS = 92;
const SIX_MONTHS: Readonly<Record<string, number>> = { "130000": 184, "420000": 184 };
const EVERYWHERE: Readonly<Record<string, number>> = {};

const kind = (code: MaterialCode, more: Partial<MaterialKind> = {}): MaterialKind => ({
  code,
  sides: SINGLE,
  formats: IMAGE,
  dated: false,
  maxAgeDays: null,
  maxAgeByProvince: EVERYWHERE,
  scanAllowed: true,
  minSide: null,
  orders: MATERIAL_ORIGINS[code].orders.split("") as readonly OrderLetter[],
  ...datedBy(MATERIAL_ORIGINS[code].source),
  ...more,
});
const dated = (code: MaterialCode) => kind(code, { dated: true, maxAgeDays: LETTER_AGE_DAYS });
const letter = (code: MaterialCode) =>
  kind(code, { dated: true, maxAgeDays: LETTER_AGE_DAYS, maxAgeByProvince: SIX_MONTHS });
const identity = (code: MaterialCode) => kind(code, { sides: BOTH, scanAllowed: false });

/** The catalogue of DF §8. Names and hints: `materials.<CODE>` in the message catalogues. */
const ROWS: readonly MaterialKind[] = [
  kind("ORG_CERT"),
  identity("PERSON_ID"),
  kind("ENTITY_LEAD_ID", { sides: BOTH }),
  identity("SERVICE_LEAD_ID"),
  kind("LEGAL_REP_ID", { sides: BOTH }),
  kind("VIDEO_CHECK", { formats: FILM, scanAllowed: false }),
  letter("LETTER_ENTITY_LEAD"),
  letter("LETTER_LEGAL_REP"),
  letter("LETTER_SERVICE_LEAD"),
  letter("LETTER_SERVICE_LEAD_SH"),
  kind("NAME_CHANGE_LETTER"),
  // 湖南 wants it no older than 45 days.
  kind("DOMAIN_CERT", { maxAgeByProvince: { "430000": 45 } }),
  kind("DOMAIN_REALNAME_SHOT"),
  kind("DOMAIN_HOLDER_PROOF"),
  // 四川: a proof of work no older than 45 days.
  kind("RESIDENCE_PROOF", { maxAgeByProvince: { "510000": 45 } }),
  kind("COMMITMENT"),
  kind("JS_NOTICE"),
  kind("JS_COMMITMENT"),
  kind("JS_VIDEO", { formats: FILM, scanAllowed: false }),
  kind("PARTY_LETTER"),
  kind("SITE_PLAN", { formats: [...IMAGE, "pdf"] }),
  kind("MULTI_DOMAIN_STATEMENT"),
  kind("PREAPPROVAL_FILE"),
  kind("PREAPPROVAL_NOT_INVOLVED"),
  kind("FINANCE_PROMISE"),
  dated("CULTURE_PROMISE"),
  kind("GAME_NUMBER"),
  kind("GAME_AUTHORIZATION"),
  kind("TEST_GAME_AID"),
  // Stores and phones keep icons far smaller than documents are photographed.
  kind("APP_ICON", { formats: ["jpeg", "png"], minSide: 96 }),
  kind("MEDICAL_LICENSE"),
  kind("TRAVEL_LICENSE"),
  kind("PUBLIC_BODY_FORM"),
  kind("GUARDIAN_DOC"),
  kind("CANCEL_STATEMENT_P"),
  kind("CANCEL_STATEMENT_U"),
  kind("HANDHELD_ID", { sides: BOTH, scanAllowed: false }),
  kind("OTHER", { formats: [...IMAGE, "pdf"] }),
];

export const MATERIALS: ReadonlyMap<MaterialCode, MaterialKind> = new Map(ROWS.map((row) => [row.code, row]));

/** The catalogue's row; a code without one is a bug. */
export function materialKind(code: MaterialCode): MaterialKind {
  const found = MATERIALS.get(code);
  if (!found) throw new Error(`material ${code} has no row in the catalogue`);
  return found;
}

/** What a slot takes: a film or a picture. */
export type Medium = "video" | "image";
export const mediumOf = (code: MaterialCode): Medium =>
  materialKind(code).formats.some((format) => FILM.includes(format)) ? "video" : "image";

/** Letters of authorisation; a person in charge needs one of them at most. */
export const LETTER_CODES = [
  "LETTER_ENTITY_LEAD",
  "LETTER_LEGAL_REP",
  "LETTER_SERVICE_LEAD",
  "LETTER_SERVICE_LEAD_SH",
] as const satisfies readonly MaterialCode[];
export const isLetter = (code: string): code is (typeof LETTER_CODES)[number] =>
  LETTER_CODES.some((letter) => letter === code);

/** Oldest acceptable date in a province, days before submission; null = no limit. */
export const maxAgeIn = (kind: MaterialKind, province: string | undefined): number | null =>
  kind.maxAgeByProvince[province ?? ""] ?? kind.maxAgeDays;

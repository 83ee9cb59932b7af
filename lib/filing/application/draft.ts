import { z } from "zod";
import {
  ACCESS_METHODS,
  CERT_TYPES,
  GAME_KINDS,
  LANGUAGES,
  NATURES,
  PLATFORMS,
  PRE_APPROVALS,
  SERVICE_CONTENTS,
} from "./codes";

/**
 * The application document while it is being written: shape, types, hard lengths, unknown keys — nothing else.
 * Completeness, forms and check digits are rules (design.md §2). No transforms: `normalise()` runs before.
 * Every leaf may be absent; a form's empty string means the same as absent (see `blank()`).
 * Lengths follow the XSD of the authority's interface (DF §4.5 [V30]).
 */
const text = (max: number) => z.string().max(max).optional();
const oneOf = <const T extends readonly number[]>(codes: T) => z.literal(codes).optional();

/** An id given once to a repeatable part: kept when reordered, new when duplicated. `ppl_…`, `svc_…`, … */
export const PartId = z.string().regex(/^[a-z]{2,4}_[A-Za-z0-9]{4,32}$/);
/** Calendar day in Asia/Shanghai, `YYYY-MM-DD`; may be half-typed in a draft. */
const day = text(10);

export const PersonDraft = z.strictObject({
  id: PartId,
  name: text(64),
  idType: oneOf(CERT_TYPES),
  idNo: text(64),
  idValidFrom: day,
  idValidTo: day,
  /** The document never expires (长期). */
  idLongTerm: z.boolean().optional(),
  phone1: text(32),
  phone2: text(32),
  emergencyPhone: text(32),
  email: text(128),
  imHandle: text(64),
});

export const EntityDraft = z.strictObject({
  /** GB/T 2260 six-digit province code, e.g. `110000` (备案地域). */
  province: text(6),
  city: text(32),
  district: text(32),
  nature: oneOf(NATURES),
  certType: oneOf(CERT_TYPES),
  certNo: text(255),
  name: text(255),
  certAddress: text(1024),
  commAddress: text(1024),
  investorOrSuperior: text(255),
  certValidFrom: day,
  certValidTo: day,
  certLongTerm: z.boolean().optional(),
  /** Business scope printed on the licence; read by the pre-approval keyword rules. */
  businessScope: text(2000),
  /** Person ids. "Lead is the legal representative" and "same as entity lead" are equal ids, never copies. */
  legalRep: PartId.optional(),
  entityLead: PartId.optional(),
  remark: text(1024),
  /** Entity filing number, for orders on something already filed. */
  recordNumber: text(64),
});

const PreApprovalDraft = z.strictObject({
  id: PartId,
  type: oneOf(PRE_APPROVALS),
  permitNo: text(512),
  validTo: day,
});

/** Where the service runs: an own server of the account, or another account's server through an authorisation code. */
const ResourceRefDraft = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("RESOURCE"), resourceId: text(64) }),
  z.strictObject({ kind: z.literal("CODE"), code: text(64) }),
]);

const serviceCommon = {
  id: PartId,
  /** Person id of the service lead. */
  lead: PartId.optional(),
  contents: z.array(z.literal(SERVICE_CONTENTS)).max(24).optional(),
  preApprovals: z.array(PreApprovalDraft).max(12).optional(),
  /** 以上都不涉及, ticked explicitly. */
  noPreApproval: z.boolean().optional(),
  resource: ResourceRefDraft.optional(),
  accessMethod: oneOf(ACCESS_METHODS),
  /** Province code of the data centre. */
  serverLocation: text(6),
  ips: z.array(z.string().max(64)).max(64).optional(),
  remark: text(1024),
  /** Number of its licence for commercial services (经营性 ICP 许可), when it has one (DF §15 B16). */
  commercialLicence: text(64),
  /** Existing service filing number (access filing and change only). */
  serviceFilingNumber: text(64),
};

export const WebsiteDraft = z.strictObject({
  kind: z.literal("WEBSITE"),
  ...serviceCommon,
  name: text(512),
  domain: text(255),
  /**
   * Further domains it is filed with, from before one website had one domain: they come along and are not typed
   * (DF §15 D4).
   */
  moreDomains: z
    .array(z.strictObject({ id: PartId, domain: text(255) }))
    .max(200)
    .optional(),
  homepageUrl: text(255),
  languages: z.array(z.literal(LANGUAGES)).max(17).optional(),
});

const AppPackageDraft = z.strictObject({
  id: PartId,
  platform: z.literal(PLATFORMS).optional(),
  packageName: text(255),
  publicKey: text(4096),
  /** Signing certificate digest in hex: MD5 on Android, SHA-1 on Apple (DF §6.5). */
  certFingerprint: text(128),
});

const SdkDraft = z.strictObject({ id: PartId, functionType: text(128), vendor: text(255) });

export const AppDraft = z.strictObject({
  kind: z.literal("APP"),
  ...serviceCommon,
  name: text(512),
  packages: z.array(AppPackageDraft).max(32).optional(),
  sdks: z.array(SdkDraft).max(64).optional(),
  /** 不使用外部 SDK. */
  noSdk: z.boolean().optional(),
  domains: z
    .array(z.strictObject({ id: PartId, domain: text(255) }))
    .max(64)
    .optional(),
  /** Is it a game, and is it played or only told about (DF §6.10)? */
  game: z.enum(GAME_KINDS).optional(),
  /** Publication number of a game (版号). */
  gameNumber: text(64),
  /** Somebody else than the organiser operates the game. */
  operatedByOther: z.boolean().optional(),
  /** An unapproved test game on the platform that issued its aid document (DF §8, §15 D35). */
  testGame: z.boolean().optional(),
});

/** The organiser's own look at a filed service, before anything is added to the entity (DF §15 B2). */
export const FiledCheckDraft = z.strictObject({
  id: PartId,
  /** Service filing number, as the register writes it. */
  number: text(64),
  /** Opens from the mainland; has real content; shows number and link; title carries the name; content fits the nature. */
  opens: z.boolean().optional(),
  hasContent: z.boolean().optional(),
  showsNumber: z.boolean().optional(),
  titleFits: z.boolean().optional(),
  natureFits: z.boolean().optional(),
  /** Footer carries the unit's copyright line, where the province asks for it. */
  showsCopyright: z.boolean().optional(),
  /** It is going to be cancelled before this order. */
  cancelFirst: z.boolean().optional(),
});

export const ServiceDraft = z.discriminatedUnion("kind", [WebsiteDraft, AppDraft]);

export const ApplicationDraft = z.strictObject({
  schemaVersion: z.literal(1),
  entity: EntityDraft,
  people: z.array(PersonDraft).max(64),
  services: z.array(ServiceDraft).max(40),
  filedServices: z.array(FiledCheckDraft).max(200).optional(),
});

export type ApplicationDraft = z.infer<typeof ApplicationDraft>;
export type EntityDraft = z.infer<typeof EntityDraft>;
export type PersonDraft = z.infer<typeof PersonDraft>;
export type WebsiteDraft = z.infer<typeof WebsiteDraft>;
export type AppDraft = z.infer<typeof AppDraft>;
export type ServiceDraft = z.infer<typeof ServiceDraft>;
export type FiledCheckDraft = z.infer<typeof FiledCheckDraft>;

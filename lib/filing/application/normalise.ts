/**
 * What a person meant, from what was typed: pure, idempotent, before any schema sees the value. It never judges and
 * never shortens; what it does not know passes unchanged, so that the strict schema can name it.
 */
type Json = unknown;

const FULL_WIDTH = /[\uFF01-\uFF5E]/g;
const halfWidth = (text: string): string =>
  text
    .replace(FULL_WIDTH, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, " ");

/** Digits and Latin letters only: Chinese brackets and punctuation of names stay as the certificate prints them. */
const halfWidthLetters = (text: string): string =>
  text
    .replace(/[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/g, (char) =>
      String.fromCharCode(char.charCodeAt(0) - 0xfee0),
    )
    .replace(/\u3000/g, " ");

const prose = (text: string): string => halfWidthLetters(text).trim();
const compact = (text: string): string => halfWidth(text).replace(/[\s\u200B-\u200D\uFEFF]/g, "");
const documentNo = (text: string): string =>
  compact(text)
    .replace(/[-‐-―]/g, "")
    .toUpperCase();
/** Old organisation codes and certificates of other bodies carry hyphens that belong to them only by habit. */
export const plainPhone = (text: string): string =>
  compact(text)
    .replace(/[-‐-―()]/g, "")
    .replace(/^(?:\+|00)86(?=1\d{10}$)/, "");
const domain = (text: string): string =>
  compact(text)
    .replace(/。/g, ".")
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/\/.*$/, "")
    .replace(/\.$/, "");
const url = (text: string): string => {
  const bare = compact(text).replace(/。/g, ".");
  const match = /^((?:https?:\/\/)?)([^/?#]*)(.*)$/i.exec(bare);
  return match ? `${match[1]?.toLowerCase()}${match[2]?.toLowerCase()}${match[3]}` : bare;
};
const day = (text: string): string => {
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(compact(text));
  return match ? `${match[1]}-${match[2]?.padStart(2, "0")}-${match[3]?.padStart(2, "0")}` : compact(text);
};
const fingerprint = (text: string): string => compact(text).replace(/[:：]/g, "").toLowerCase();
/** Line breaks of a remark are the writer's. */
const remark = (text: string): string => text.replace(/\r\n?/g, "\n").trim();
const asTyped = (text: string): string => text;

const BY_KEY: Readonly<Record<string, (text: string) => string>> = {
  id: asTyped,
  kind: asTyped,
  platform: asTyped,
  lead: asTyped,
  legalRep: asTyped,
  entityLead: asTyped,
  publicKey: (text) => text.trim(),
  certNo: documentNo,
  idNo: documentNo,
  phone1: plainPhone,
  phone2: plainPhone,
  emergencyPhone: plainPhone,
  email: compact,
  domain,
  homepageUrl: url,
  certValidFrom: day,
  certValidTo: day,
  idValidFrom: day,
  idValidTo: day,
  validTo: day,
  certFingerprint: fingerprint,
  packageName: compact,
  province: compact,
  serverLocation: compact,
  code: compact,
  resourceId: compact,
  recordNumber: compact,
  serviceFilingNumber: compact,
  commercialLicence: compact,
  remark,
  businessScope: remark,
  ips: compact,
};

function walk(value: Json, key: string): Json {
  if (typeof value === "string") return (Object.hasOwn(BY_KEY, key) ? BY_KEY[key] : prose)?.(value);
  if (Array.isArray(value)) return value.map((item: Json) => walk(item, key));
  if (typeof value !== "object" || value === null) return value;
  // fromEntries defines own properties, so a key called __proto__ stays data for the schema to refuse.
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, walk(inner, name)]));
}

/** Normalises a whole document or any part of it; the shape stays what it was. */
export const normalise = <T>(raw: T): T => walk(raw, "") as T;

/** Normalises one field as the document would, e.g. on leaving an input. */
export const normaliseField = (key: string, value: string): string => {
  const done = walk(value, key);
  return typeof done === "string" ? done : value;
};

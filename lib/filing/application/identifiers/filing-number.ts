/**
 * Filing numbers, DF §7.6: entity `京ICP备2023111111号`, service `…号-1` (website), `…号-1A` (APP), `X`, `K`.
 * The form with 号 is canonical; written without it is accepted.
 */
export type ServiceSuffix = "" | "A" | "X" | "K";

export interface FilingNumber {
  readonly abbr: string;
  readonly digits: string;
  /** Absent: the entity's own number. */
  readonly service?: { readonly index: number; readonly suffix: ServiceSuffix };
}

const FORM = /^(\p{Script=Han})ICP备(\d{8,10})号?(?:-(\d{1,5})([AXK])?)?$/u;
/** Short names once used in filing numbers and still met. */
const ALIASES: Readonly<Record<string, string>> = { 甘: "陇", 贵: "黔" };

/** Reads a number in any accepted writing; null when it is none. */
export function parseFilingNumber(text: string): FilingNumber | null {
  const match = FORM.exec(text.trim().replace(/－|—/g, "-").replace(/icp/i, "ICP"));
  if (!match?.[1] || !match[2]) return null;
  const entity = { abbr: match[1], digits: match[2] };
  if (match[3] === undefined) return entity;
  const suffix: ServiceSuffix = match[4] === "A" || match[4] === "X" || match[4] === "K" ? match[4] : "";
  return Number(match[3]) < 1 ? null : { ...entity, service: { index: Number(match[3]), suffix } };
}

/** Canonical writing. */
export const formatFilingNumber = ({ abbr, digits, service }: FilingNumber): string =>
  `${abbr}ICP备${digits}号${service ? `-${service.index}${service.suffix}` : ""}`;

/** Order of numbers as people count: -2 before -10. */
export const byNumber = (a: string, b: string): number => a.localeCompare(b, "en", { numeric: true });

/** Province character with old aliases resolved; the caller warns when it differs from what was written. */
export const canonicalAbbr = (abbr: string): string => ALIASES[abbr] ?? abbr;

/** The entity number a service number belongs to. */
const entityNumberOf = ({ abbr, digits }: FilingNumber): FilingNumber => ({ abbr, digits });

/** Entity number number `serial` of a year: `2026` and 17 → `京ICP备2026000017号`. */
export const entityNumber = (abbr: string, year: number, serial: number): FilingNumber => ({
  abbr,
  digits: `${year}${String(serial).padStart(6, "0")}`,
});

/**
 * Next service number below an entity. `separate` counts websites and APPs each from 1 (`-1`, `-1A`);
 * `running` counts all kinds together (`-1`, `-2A`), DF §7.6.
 */
export function nextServiceNumber(
  entity: FilingNumber,
  taken: readonly FilingNumber[],
  suffix: ServiceSuffix,
  numbering: "separate" | "running" = "separate",
): FilingNumber {
  const used = taken
    .filter((number) => number.abbr === entity.abbr && number.digits === entity.digits)
    .flatMap((number) => (number.service ? [number.service] : []))
    .filter((service) => numbering === "running" || service.suffix === suffix)
    .map((service) => service.index);
  return { ...entityNumberOf(entity), service: { index: Math.max(0, ...used) + 1, suffix } };
}

/** A number something is filed under, of either kind, as rules compare it. */
export interface RecordNumber {
  /** `licence`: a commercial licence (`粤B2-20090059`, `京ICP证030173号`) stands in for the filing number. */
  readonly kind: "filing" | "licence";
  /** As written; `canonicalAbbr` resolves old aliases. */
  readonly abbr: string;
  /** Canonical number of the entity, aliases resolved. */
  readonly entity: string;
  /** Absent: the entity's own number. */
  readonly service?: { readonly index: number; readonly suffix: ServiceSuffix };
}

const LICENCE = /^(\p{Script=Han})(?:([AB][12]-\d{8})|ICP证(\d{6,8})号?)(?:-(\d{1,5})([AXK])?)?$/u;

/** Reads a filing number or a commercial licence number (DF §7.6); null when it is neither. */
export function parseRecordNumber(text: string): RecordNumber | null {
  const filing = parseFilingNumber(text);
  if (filing !== null) {
    const entity = formatFilingNumber({ abbr: canonicalAbbr(filing.abbr), digits: filing.digits });
    const { abbr, service } = filing;
    return { kind: "filing", abbr, entity, ...(service && { service }) };
  }
  const match = LICENCE.exec(text.trim().replace(/－|—/g, "-").toUpperCase());
  const abbr = match?.[1];
  if (!match || abbr === undefined) return null;
  const number = match[2] ?? `ICP证${match[3]}号`;
  const entity = `${canonicalAbbr(abbr)}${number}`;
  if (match[4] === undefined) return { kind: "licence", abbr, entity };
  const suffix: ServiceSuffix = match[5] === "A" || match[5] === "X" || match[5] === "K" ? match[5] : "";
  const index = Number(match[4]);
  return index < 1 ? null : { kind: "licence", abbr, entity, service: { index, suffix } };
}

/** Two writings of one number: 号, width and old aliases do not matter. What cannot be read equals only itself. */
export function sameRecord(a: string, b: string): boolean {
  if (a === b) return true;
  const [left, right] = [parseRecordNumber(a), parseRecordNumber(b)];
  return (
    left !== null &&
    right !== null &&
    left.entity === right.entity &&
    left.service?.index === right.service?.index &&
    left.service?.suffix === right.service?.suffix
  );
}

/** Do two numbers, of an entity or of a service below it, belong to one entity? Null: one cannot be read. */
export function sameEntityRecord(a: string, b: string): boolean | null {
  if (a === b) return true;
  const [left, right] = [parseRecordNumber(a), parseRecordNumber(b)];
  return left === null || right === null ? null : left.entity === right.entity;
}

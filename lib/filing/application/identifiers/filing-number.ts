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

import { byDay, type Version, type Versions } from "../editions";
import type { ProvinceAdvice } from "../province-advice";
import { CENTRE } from "./centre";
import { EAST } from "./east";
import type { AdviceBlock, AdviceFields } from "./make";
import { NONE } from "./none";
import { NORTH } from "./north";
import { NORTHEAST } from "./northeast";
import { NORTHWEST } from "./northwest";
import { SOUTHWEST } from "./southwest";

const REGIONS = { ...NORTH, ...NORTHEAST, ...EAST, ...CENTRE, ...SOUTHWEST, ...NORTHWEST };
const BY_CODE: ReadonlyMap<string, readonly AdviceBlock[]> = new Map(
  Object.entries(REGIONS).map(([code, blocks]) => [code, [...blocks].sort(byDay)]),
);
const NOTHING: readonly AdviceBlock[] = [];

/** Fields a source may set, notes and derived ones left out. */
export const ADVICE_FIELDS = Object.keys(NONE).filter(
  (key) => key !== "notes" && key !== "authoritative" && key !== "commitment",
) as readonly (keyof AdviceFields)[];

/** What the sources say of a province, oldest first. */
export const advicesOf = (code: string): readonly AdviceBlock[] => BY_CODE.get(code) ?? NOTHING;

/** Every known version of one field of a province's advice; null when no source says anything of it. */
export function adviceVersions<F extends keyof AdviceFields>(
  code: string,
  field: F,
): Versions<AdviceFields[F]> | null {
  const found = advicesOf(code).flatMap(({ set, effectiveFrom, source }): Version<AdviceFields[F]>[] =>
    field in set ? [{ effectiveFrom, value: set[field] as AdviceFields[F], source }] : [],
  );
  const [oldest, ...later] = found;
  return oldest === undefined ? null : [oldest, ...later];
}

/** Blocks in force on a day; the oldest ones before any. */
function blocksOn(code: string, day: string): readonly AdviceBlock[] {
  const all = advicesOf(code);
  const oldest = all[0]?.effectiveFrom ?? day;
  const limit = day < oldest ? oldest : day;
  return all.filter(({ effectiveFrom }) => effectiveFrom <= limit);
}

const isS4 = ({ source }: AdviceBlock): boolean => source.startsWith("S4");

/** A province's advice as of a day. `commitment` is left to the provider's setting. */
export function adviceOn(code: string, day: string): ProvinceAdvice {
  const blocks = blocksOn(code, day);
  // A field first written later holds before as well: the oldest known value counts.
  const known = [...advicesOf(code)].reverse().map(({ set }) => set);
  const fields: Partial<AdviceFields> = Object.assign({}, ...known, ...blocks.map(({ set }) => set));
  const binding = blocks.filter(isS4).flatMap(({ set }) => Object.keys(set) as (keyof AdviceFields)[]);
  return {
    ...NONE,
    ...fields,
    authoritative: [...new Set(binding)],
    notes: blocks.flatMap(({ notes }) => notes),
  };
}

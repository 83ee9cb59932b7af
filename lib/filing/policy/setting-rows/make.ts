import { since, type Versions } from "../editions";
import type { Setting, SettingGroup, SettingKind, SettingUnit, SettingValue } from "../settings";
import type { Source } from "../types";

/** A whole number within bounds. */
export const number = (unit: SettingUnit, min: number, max: number): SettingKind => ({
  type: "number",
  unit,
  min,
  max,
});
/** Two such numbers, the smaller one first. */
export const range = (unit: SettingUnit, min: number, max: number): SettingKind => ({
  type: "range",
  unit,
  min,
  max,
});
/** A rising list of such numbers. */
export const numbers = (unit: SettingUnit, min: number, max: number): SettingKind => ({
  type: "numbers",
  unit,
  min,
  max,
});
/** Ways to reach somebody, or none: then he is not asked. */
export const CHANNELS_OR_NONE: SettingKind = { type: "codes", table: "channels", mayBeNone: true };
/** Some of the codes of a table. */
export const codes = (table: "orderTypes" | "natures" | "provinces" | "channels"): SettingKind => ({
  type: "codes",
  table,
});
/** One of a few named values. */
export const choice = (...options: readonly string[]): SettingKind => ({ type: "choice", options });
export const SWITCH: SettingKind = { type: "switch" };
export const WORDS: SettingKind = { type: "words" };
/** Settings whose default nobody prescribes. */
export const OURS: Source = "DESIGN";

interface More {
  /** Older values, oldest first: source, value, and the day where it is not the source's. */
  readonly before?: readonly (readonly [Source, SettingValue, string?])[];
  /** Day the value came into force, where it is not that of its source. */
  readonly from?: string;
  /** Rows of DF §12 it decides. */
  readonly decides?: readonly number[];
}

/** A row of the table. The value is the newest known; older ones stand in `before`. */
export function set(
  group: SettingGroup,
  key: string,
  kind: SettingKind,
  value: SettingValue,
  source: Source,
  { before = [], from, decides = [] }: More = {},
): Setting {
  const newest = from === undefined ? since(source, value) : since(source, value, from);
  const [oldest, ...others] = before.map(([where, old, day]) =>
    day === undefined ? since(where, old) : since(where, old, day),
  );
  const versions: Versions<SettingValue> = oldest === undefined ? [newest] : [oldest, ...others, newest];
  return { key, group, kind, versions, decides };
}

import type { Versions } from "./editions";

export type { Version } from "./editions";

/** Values a provider may set: numbers, switches, choices, and short lists of them. */
export type SettingValue = number | boolean | string | readonly number[] | readonly string[];

export type SettingUnit =
  | "count"
  | "minutes"
  | "hours"
  | "natural-days"
  | "working-days"
  | "months"
  | "characters"
  | "pixels"
  | "bytes"
  | "kilobytes";

/** What a setting may hold; form, schema and the flat print are made from it. */
export type SettingKind =
  | { readonly type: "number"; readonly unit: SettingUnit; readonly min: number; readonly max: number }
  /** `[from, to]`, from ≤ to. */
  | { readonly type: "range"; readonly unit: SettingUnit; readonly min: number; readonly max: number }
  /** Several numbers, rising. */
  | { readonly type: "numbers"; readonly unit: SettingUnit; readonly min: number; readonly max: number }
  | { readonly type: "switch" }
  | { readonly type: "choice"; readonly options: readonly string[] }
  /** Any of a closed list of codes, which have their words elsewhere. */
  | {
      readonly type: "codes";
      readonly table: "orderTypes" | "natures" | "provinces" | "channels";
      /** None of them is an answer, too; of provinces it always is. */
      readonly mayBeNone?: true;
    }
  /** Words typed freely, e.g. domain endings. */
  | { readonly type: "words" };

export const SETTING_GROUPS = [
  "offer",
  "quotas",
  "account",
  "domains",
  "resources",
  "texts",
  "review",
  "waits",
  "verification",
  "cancellation",
  "filed",
  "uploads",
] as const;
export type SettingGroup = (typeof SETTING_GROUPS)[number];

/**
 * One number or switch of the provider: what may be set on `/review/policy`. Meaning and consequences are
 * `policy.setting.<key>` in the catalogues; `key` is the dotted path of the value in `ProviderPolicy`.
 */
export interface Setting {
  readonly key: string;
  readonly group: SettingGroup;
  readonly kind: SettingKind;
  /** Rows of DF §12 this setting decides. */
  readonly decides?: readonly number[];
  readonly versions: Versions<SettingValue>;
}

/** A provider's own value of one setting from a moment on; of two for one setting the later one wins. */
export interface PolicyOverride {
  readonly id: string;
  readonly setting: string;
  readonly value: SettingValue;
  /** Epoch milliseconds. */
  readonly effectiveFrom: number;
}

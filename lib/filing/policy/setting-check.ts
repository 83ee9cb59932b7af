import { NATURES, ORDER_TYPES } from "../application/codes";
import { MASTER } from "./provinces/master";
import type { SettingKind, SettingValue } from "./settings";
import { CHANNELS } from "./types";

/** Codes a setting of kind `codes` may hold. */
export const SETTING_CODES = {
  orderTypes: ORDER_TYPES,
  natures: NATURES,
  provinces: MASTER.map(({ code }) => code),
  channels: CHANNELS,
} as const;

/** Why a value cannot be one of a kind: key below `errors.reason.setting`, with its numbers. */
export interface SettingProblem {
  readonly reason: string;
  readonly params?: Readonly<Record<string, number>>;
}

/** A list nobody needs to be longer; a word nobody needs to be longer. */
const MAX_ITEMS = 400;
const MAX_WORD = 63;

const TYPE: SettingProblem = { reason: "setting.type" };
const within = (value: unknown, { min, max }: { min: number; max: number }): SettingProblem | null => {
  if (typeof value !== "number" || !Number.isSafeInteger(value)) return { reason: "setting.whole" };
  return value < min || value > max ? { reason: "setting.bounds", params: { min, max } } : null;
};
const repeats = (list: readonly unknown[]): boolean => new Set(list).size < list.length;

function listProblem(list: readonly unknown[], each: (item: unknown) => SettingProblem | null) {
  if (list.length > MAX_ITEMS) return { reason: "setting.too-many", params: { max: MAX_ITEMS } };
  for (const item of list) {
    const problem = each(item);
    if (problem !== null) return problem;
  }
  return repeats(list) ? { reason: "setting.repeated" } : null;
}

const rises = (list: readonly number[]): boolean =>
  list.every((n, at) => at === 0 || n > (list[at - 1] ?? n));

const wordProblem = (word: unknown): SettingProblem | null =>
  typeof word === "string" && word === word.trim() && word !== "" && [...word].length <= MAX_WORD
    ? null
    : { reason: "setting.word", params: { max: MAX_WORD } };

/** What keeps a value from being one of this kind; null when nothing does. The form and the server ask the same. */
export function settingProblem(kind: SettingKind, value: unknown): SettingProblem | null {
  switch (kind.type) {
    case "number":
      return within(value, kind);
    case "switch":
      return typeof value === "boolean" ? null : TYPE;
    case "choice":
      return typeof value === "string" && kind.options.includes(value) ? null : { reason: "setting.option" };
    case "range": {
      if (!Array.isArray(value) || value.length !== 2) return TYPE;
      const problem = within(value[0], kind) ?? within(value[1], kind);
      return problem ?? (value[0] > value[1] ? { reason: "setting.order" } : null);
    }
    case "numbers": {
      if (!Array.isArray(value)) return TYPE;
      const problem = listProblem(value, (item) => within(item, kind));
      return problem ?? (rises(value as number[]) ? null : { reason: "setting.rising" });
    }
    case "codes": {
      if (!Array.isArray(value)) return TYPE;
      if (value.length === 0 && kind.table !== "provinces" && kind.mayBeNone !== true)
        return { reason: "setting.none" };
      const known: readonly (string | number)[] = SETTING_CODES[kind.table];
      return listProblem(value, (item) =>
        known.includes(item as string) ? null : { reason: "setting.option" },
      );
    }
    case "words":
      return Array.isArray(value) ? listProblem(value, wordProblem) : TYPE;
  }
}

/** Whether two values say the same. */
export const sameValue = (a: SettingValue, b: SettingValue): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

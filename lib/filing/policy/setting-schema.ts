import { z } from "zod";
import { NATURES, ORDER_TYPES } from "../application/codes";
import { MASTER } from "./provinces/master";
import type { Setting, SettingKind, SettingValue } from "./settings";
import { CHANNELS } from "./types";

/** Codes a setting of kind `codes` may hold. */
export const SETTING_CODES = {
  orderTypes: ORDER_TYPES,
  natures: NATURES,
  provinces: MASTER.map(({ code }) => code),
  channels: CHANNELS,
} as const;

const within = (min: number, max: number) => z.int().min(min).max(max);
const WORD = z.string().trim().min(1).max(64);
const rising = (list: readonly number[]): boolean =>
  list.every((value, index) => index === 0 || value > (list[index - 1] ?? value));
const distinct = (list: readonly (string | number)[]): boolean => new Set(list).size === list.length;

function schemaOf(kind: SettingKind): z.ZodType<SettingValue> {
  switch (kind.type) {
    case "number":
      return within(kind.min, kind.max);
    case "range": {
      const bound = within(kind.min, kind.max);
      return z.tuple([bound, bound]).refine(([from, to]) => from <= to);
    }
    case "numbers":
      return z.array(within(kind.min, kind.max)).min(1).max(10).refine(rising);
    case "switch":
      return z.boolean();
    case "choice":
      return z.enum(kind.options);
    case "codes": {
      const known: readonly (string | number)[] = SETTING_CODES[kind.table];
      const code = z.custom<string | number>((value) => known.includes(value as string | number));
      return z.array(code).max(known.length).refine(distinct) as unknown as z.ZodType<SettingValue>;
    }
    case "words":
      return z.array(WORD).max(200).refine(distinct);
  }
}

/** What a setting accepts: the form and the use case behind it validate by the same schema. */
export const settingSchema = (setting: Setting): z.ZodType<SettingValue> => schemaOf(setting.kind);

import { getTranslations } from "next-intl/server";
import type { OutlineField, ValueKind } from "@/lib/filing/application/outline";
import { provinceName } from "./codes";
import type { Locale } from "./locales";

/** `entity.certNo` → its label. */
export async function fieldLabels(): Promise<(key: string) => string> {
  const t = await getTranslations("fields");
  return (key) => t(`${key}.label` as never);
}

/** Code tables that have their labels below `codes.<table>`. */
const TABLE: Partial<Record<ValueKind, string>> = {
  nature: "nature",
  cert: "cert",
  content: "content",
  language: "language",
  platform: "platform",
  game: "game",
  accessMethod: "accessMethod",
  preApproval: "preApproval",
};

export interface ValueWords {
  readonly code: (table: string, value: string) => string;
  readonly province: (code: string) => string;
  readonly yes: string;
  readonly no: string;
}

/** The words of coded values in the reader's language. */
export async function valueWords(locale: Locale): Promise<ValueWords> {
  const [codes, common] = await Promise.all([getTranslations("codes"), getTranslations("common")]);
  return {
    code: (table, value) => codes(`${table}.${value}` as never),
    province: (code) => provinceName(code, locale),
    yes: common("yes"),
    no: common("no"),
  };
}

/** The values of one outline field as one line of text; empty when nothing was given. */
export function formatValues(words: ValueWords, kind: ValueKind, values: OutlineField["values"]): string {
  return values.map((value) => formatValue(words, kind, value)).join("、");
}

function formatValue(words: ValueWords, kind: ValueKind, value: string | number | boolean): string {
  const table = TABLE[kind];
  if (table !== undefined) return words.code(table, String(value));
  if (kind === "province") return words.province(String(value));
  if (kind === "flag") return value === true ? words.yes : words.no;
  return String(value);
}

import { getTranslations } from "next-intl/server";
import { SETTING_CODES } from "@/lib/filing/policy/setting-check";
import type { SettingKind, SettingUnit, SettingValue } from "@/lib/filing/policy/settings";
import { provinceName } from "./codes";
import type { TextSource } from "./finding-text";
import { formatBytes } from "./format";
import type { Locale } from "./locales";

export interface SettingWords {
  readonly label: (key: string) => string;
  readonly meaning: (key: string) => string;
  /** A value in words, with its unit. */
  readonly value: (key: string, kind: SettingKind, value: SettingValue) => string;
  readonly unit: (kind: SettingKind) => string;
  /** What a choice, a switch or a list of codes chooses from. */
  readonly options: (key: string, kind: SettingKind) => readonly { value: string; label: string }[];
}

/** The provider's settings in the reader's language. */
export async function settingWords(locale: Locale): Promise<SettingWords> {
  const text = (await getTranslations("policy.setting")) as unknown as TextSource;
  const t = await getTranslations("policyPage");
  const codes = await getTranslations("codes.nature");
  const types = await getTranslations("orderTypes");
  const said = (key: string, otherwise: string) => (text.has(key) ? text(key) : otherwise);
  const join = locale === "en" ? ", " : "、";
  // In English a bare count needs no word, in Chinese it has one.
  const amount = (value: string, unit: SettingUnit) =>
    unit === "count" && locale === "en" ? value : t("amount", { value, unit: t(`unit.${unit}`) });
  const code = (table: Extract<SettingKind, { type: "codes" }>["table"], value: string): string => {
    if (table === "natures") return codes(value as "1");
    if (table === "orderTypes") return types(`${value}.label` as "FIRST_FILING.label");
    return table === "provinces" ? provinceName(value, locale) : t(`channel.${value}` as "channel.PHONE");
  };
  const option = (key: string, kind: SettingKind, value: string): string => {
    if (kind.type === "codes") return code(kind.table, value);
    if (kind.type === "switch") return t(value === "true" ? "on" : "off");
    return said(`${key}.options.${value}`, value);
  };
  const valuesOf = (kind: SettingKind): readonly string[] => {
    if (kind.type === "codes") return SETTING_CODES[kind.table].map(String);
    if (kind.type === "choice") return kind.options;
    return kind.type === "switch" ? ["true", "false"] : [];
  };
  return {
    label: (key) => said(`${key}.label`, key),
    meaning: (key) => said(`${key}.meaning`, key),
    unit: (kind) =>
      "unit" in kind && !(kind.unit === "count" && locale === "en") ? t(`unit.${kind.unit}`) : "",
    options: (key, kind) => valuesOf(kind).map((value) => ({ value, label: option(key, kind, value) })),
    value: (key, kind, value) => {
      const items = Array.isArray(value) ? value.map(String) : [String(value)];
      if (items.length === 0) return t("empty");
      if (kind.type === "number" && kind.unit === "bytes") return formatBytes(Number(value));
      if (kind.type === "range") return amount(items.join("–"), kind.unit);
      if ("unit" in kind) return amount(items.join(join), kind.unit);
      return kind.type === "words" ? items.join(join) : items.map((one) => option(key, kind, one)).join(join);
    },
  };
}

import { getTranslations } from "next-intl/server";
import { provinceName } from "./codes";
import type { Locale } from "./locales";
import type { ValueWords } from "./value-text";

export { formatValues, type ValueWords } from "./value-text";

/** `entity.certNo` → its label. */
export async function fieldLabels(): Promise<(key: string) => string> {
  const t = await getTranslations("fields");
  return (key) => t(`${key}.label` as never);
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

/** Languages of the product. The first is the default. */
export const LOCALES = ["zh-CN", "en"] as const;
export type Locale = (typeof LOCALES)[number];
const DEFAULT_LOCALE: Locale = "zh-CN";
export const LOCALE_COOKIE = "NEXT_LOCALE";

/** Civil time of the product, whatever the server's zone. */
export const TIME_ZONE = "Asia/Shanghai";

/** Narrows an untrusted value (cookie, column, flag) to a language, falling back to the default. */
export function toLocale(value: unknown): Locale {
  return LOCALES.find((locale) => locale === value) ?? DEFAULT_LOCALE;
}

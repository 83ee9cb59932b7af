import { MASTER } from "@/lib/filing/policy/provinces/master";
import type { Locale } from "./locales";

/** A province in the reader's language; the code itself when the table does not know it. */
export function provinceName(code: string, locale: Locale): string {
  const province = MASTER.find((row) => row.code === code);
  if (province === undefined) return code;
  return locale === "en" ? province.nameEn : province.name;
}

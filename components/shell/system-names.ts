import { useLocale, useTranslations } from "next-intl";
import { toLocale } from "@/lib/messages/locales";
import type { Source } from "@/lib/usecases/facts/sources";

/** Outside systems by their names, as one phrase. */
export function useSystemNames(systems: readonly Source[]): string {
  const t = useTranslations("systems.name");
  const locale = toLocale(useLocale());
  return new Intl.ListFormat(locale).format(systems.map((system) => t(system)));
}

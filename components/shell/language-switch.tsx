"use client";

import { Languages } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { LOCALES } from "@/lib/messages/locales";
import { usePreferences } from "./use-preferences";

/** One click to the other language, named in that language. */
export function LanguageSwitch() {
  const t = useTranslations("shell");
  const locale = useLocale();
  const { store, busy } = usePreferences();
  const other = LOCALES.find((one) => one !== locale) ?? LOCALES[0];
  return (
    <button
      type="button"
      lang={other}
      aria-label={t("switchLanguage")}
      aria-busy={busy || undefined}
      onClick={() => store({ locale: other })}
      className="inline-flex h-9 shrink-0 items-center gap-1.5 rounded-control px-2 text-muted hover:bg-accent-wash hover:text-accent"
    >
      <Languages aria-hidden className="size-[18px]" />
      <span className="max-md:sr-only">{t(`languageName.${other}`)}</span>
    </button>
  );
}

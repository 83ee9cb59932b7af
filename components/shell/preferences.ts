import type { Locale } from "@/lib/messages/locales";

export const THEMES = ["light", "dark", "system"] as const;
export type Theme = (typeof THEMES)[number];
export const THEME_COOKIE = "theme";

/** Narrows an untrusted cookie to a theme. */
export function toTheme(value: unknown): Theme {
  return THEMES.find((theme) => theme === value) ?? "system";
}

/** What a visitor may choose for himself. */
export interface Preferences {
  readonly locale?: Locale | undefined;
  readonly theme?: Theme | undefined;
}

import { z } from "zod";
import { LOCALES } from "@/lib/messages/locales";

export const THEMES = ["light", "dark", "system"] as const;
export type Theme = (typeof THEMES)[number];
export const THEME_COOKIE = "theme";

/** Narrows an untrusted cookie to a theme. */
export function toTheme(value: unknown): Theme {
  return THEMES.find((theme) => theme === value) ?? "system";
}

/** What `POST /api/preferences` takes. */
export const preferencesSchema = z.strictObject({
  locale: z.enum(LOCALES).optional(),
  theme: z.enum(THEMES).optional(),
});
export type Preferences = z.infer<typeof preferencesSchema>;

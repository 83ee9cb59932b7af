import { NextResponse } from "next/server";
import { z } from "zod";
import { type Preferences, THEME_COOKIE, THEMES } from "@/components/shell/preferences";
import { defineRoute } from "@/lib/http/define-route";
import { LOCALE_COOKIE, LOCALES } from "@/lib/messages/locales";

const YEAR_SECONDS = 365 * 86_400;

/** Here and not beside the type: every page would load the schema library for it. */
const body: z.ZodType<Preferences> = z.strictObject({
  locale: z.enum(LOCALES).optional(),
  theme: z.enum(THEMES).optional(),
});

/**
 * Language and theme of this browser, as cookies. Needs no session and touches no data: the two values are
 * checked against closed lists, and only pages of our own may set them.
 */
export const POST = defineRoute({
  name: "preferences.set",
  capability: "public",
  body,
  maxBytes: 256,
  run: async (_actor, { body }) => {
    const response = new NextResponse(null, { status: 204 });
    const options = { path: "/", sameSite: "lax", httpOnly: true, maxAge: YEAR_SECONDS } as const;
    if (body.locale) response.cookies.set(LOCALE_COOKIE, body.locale, options);
    if (body.theme) response.cookies.set(THEME_COOKIE, body.theme, options);
    return response;
  },
});

import { type NextRequest, NextResponse } from "next/server";
import { preferencesSchema, THEME_COOKIE } from "@/components/shell/preferences";
import { LOCALE_COOKIE } from "@/lib/messages/locales";

const YEAR_SECONDS = 365 * 86_400;

/**
 * Language and theme of this browser, as cookies. Needs no session and touches no data: the two values are
 * checked against closed lists, and only pages of our own may set them.
 */
export async function POST(request: NextRequest): Promise<NextResponse> {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin") return new NextResponse(null, { status: 403 });
  const parsed = preferencesSchema.safeParse(await request.json().catch(() => undefined));
  if (!parsed.success) return new NextResponse(null, { status: 422 });

  const response = new NextResponse(null, { status: 204 });
  const options = { path: "/", sameSite: "lax", httpOnly: true, maxAge: YEAR_SECONDS } as const;
  if (parsed.data.locale) response.cookies.set(LOCALE_COOKIE, parsed.data.locale, options);
  if (parsed.data.theme) response.cookies.set(THEME_COOKIE, parsed.data.theme, options);
  return response;
}

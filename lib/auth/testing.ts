import "server-only";
import { env } from "@/lib/env";
import { signInPersona } from "@/lib/usecases/sandbox/sign-in-persona";
import { sessionCookieName } from "./cookies";
import { tokenFor } from "./token";

/** Headers of a browser that looks at one of our own pages, signed in with this session id or not at all. */
export async function browserHeaders(
  sid: string | null,
  more: Record<string, string> = {},
): Promise<Headers> {
  const headers = new Headers({ origin: env.PUBLIC_URL, "sec-fetch-site": "same-origin", ...more });
  if (sid !== null) headers.set("cookie", `${sessionCookieName()}=${await tokenFor(sid)}`);
  return headers;
}

/** Signs a persona in and gives the secret session id. */
export async function sessionOf(persona: string): Promise<string> {
  const result = await signInPersona({ persona, userAgent: null });
  if (!result.ok) throw new Error(`no persona ${persona}`);
  return result.value.sid;
}

import "server-only";
import { decode, encode } from "next-auth/jwt";
import { authSecret } from "@/lib/secrets";
import { COOKIE_MAX_AGE } from "./cookies";

/** Of the encrypted token only the opaque session id is believed; everything else is read from the row. */
export async function sessionIdOf(token: string | undefined): Promise<string | null> {
  if (token === undefined || token.length > 4096) return null;
  try {
    const payload = await decode({ token, secret: authSecret() });
    return typeof payload?.sid === "string" ? payload.sid : null;
  } catch {
    // Forged, expired, or of another installation: nobody.
    return null;
  }
}

/** The token next-auth would put in the cookie; tests and scripts sign in with it. */
export const tokenFor = (sid: string): Promise<string> =>
  encode({ token: { sid }, secret: authSecret(), maxAge: COOKIE_MAX_AGE });

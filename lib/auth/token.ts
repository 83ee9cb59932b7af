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

/** The wish to link an identity elsewhere, proven by a password a moment ago; works in the session it was made in. */
export interface LinkWish {
  readonly sessionId: string;
  readonly realName: boolean;
}
const WISH = { salt: "link-wish", maxAge: 600 } as const;

export const linkWishToken = ({ sessionId, realName }: LinkWish): Promise<string> =>
  encode({ token: { wish: sessionId, realName }, secret: authSecret(), ...WISH });

export async function linkWishOf(token: string | undefined): Promise<LinkWish | null> {
  if (token === undefined || token.length > 4096) return null;
  try {
    const payload = await decode({ token, secret: authSecret(), salt: WISH.salt });
    return typeof payload?.wish === "string"
      ? { sessionId: payload.wish, realName: payload.realName === true }
      : null;
  } catch {
    return null;
  }
}

/** What next-auth keeps in a cookie of its own between leaving and coming back. */
export async function keptValueOf(
  token: string | undefined,
  cookieName: string,
): Promise<{ readonly value: string; readonly provider: string } | null> {
  if (token === undefined || token.length > 4096) return null;
  try {
    const payload = await decode({ token, secret: authSecret(), salt: cookieName });
    const { value, provider } = payload ?? {};
    return typeof value === "string" && typeof provider === "string" ? { value, provider } : null;
  } catch {
    return null;
  }
}

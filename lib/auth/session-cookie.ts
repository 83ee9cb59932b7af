import "server-only";
import { cookies } from "next/headers";
import { authCookies, COOKIE_MAX_AGE, cookieOptions, linkCookieName, offerCookieName } from "./cookies";
import { tokenFor } from "./token";

/** Puts a session into this browser, as next-auth's handshake would: after a registration, or when it is issued anew. */
export async function keepSession(sid: string): Promise<void> {
  const { name, options } = authCookies().sessionToken;
  (await cookies()).set(name, await tokenFor(sid), { ...options, maxAge: COOKIE_MAX_AGE });
}

/** Takes the session out of this browser. */
export async function dropSession(): Promise<void> {
  const { name, options } = authCookies().sessionToken;
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}

/** The sign-in that began elsewhere is finished. */
export async function dropOffer(): Promise<void> {
  (await cookies()).set(offerCookieName(), "", { ...cookieOptions(), maxAge: 0 });
}

/** Remembers for ten minutes that whoever is signed in wants to link an identity. */
export async function keepLinkWish(token: string): Promise<void> {
  (await cookies()).set(linkCookieName(), token, { ...cookieOptions(), maxAge: 600 });
}

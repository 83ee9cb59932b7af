import "server-only";
import { env } from "@/lib/env";

/** `Secure` and the `__Host-` prefix exist only over https; http is the sandbox on somebody's own machine. */
export const isHttps = (): boolean => env.PUBLIC_URL.startsWith("https://");

export const sessionCookieName = (): string => (isHttps() ? "__Host-icp.session" : "icp.session");

/** Seconds the browser keeps the cookie; the session row decides, and usually sooner. */
export const COOKIE_MAX_AGE = 7 * 24 * 3600;

/** How long somebody may take to sign in elsewhere, seconds. */
const ELSEWHERE_MAX_AGE = 600;

/** Cookies of our own around signing in elsewhere: the way to an unfinished sign-in, and the wish to link an identity. */
export const offerCookieName = (): string => `${isHttps() ? "__Host-" : ""}icp.offer`;
export const linkCookieName = (): string => `${isHttps() ? "__Host-" : ""}icp.link`;

export const cookieOptions = () =>
  ({ httpOnly: true, sameSite: "lax", path: "/", secure: isHttps() }) as const;

/** next-auth's cookies, renamed: HttpOnly, SameSite=Lax, host-only, whole site. */
export function authCookies() {
  const prefix = isHttps() ? "__Host-" : "";
  const options = cookieOptions();
  const elsewhere = { ...options, maxAge: ELSEWHERE_MAX_AGE };
  return {
    sessionToken: { name: sessionCookieName(), options },
    csrfToken: { name: `${prefix}icp.csrf`, options },
    callbackUrl: { name: `${prefix}icp.callback`, options },
    pkceCodeVerifier: { name: `${prefix}icp.pkce`, options: elsewhere },
    state: { name: `${prefix}icp.state`, options: elsewhere },
    nonce: { name: `${prefix}icp.nonce`, options: elsewhere },
  };
}

/** All of a `Cookie` header, as they were set; what cannot be read is left out. */
export function cookieJar(headers: Headers): Readonly<Record<string, string>> {
  const pairs = (headers.get("cookie") ?? "").split(";").map((part) => part.trim().split("="));
  const readable = pairs.flatMap(([name = "", ...value]) => {
    try {
      return name === "" ? [] : [[name, decodeURIComponent(value.join("="))] as const];
    } catch {
      return [];
    }
  });
  return Object.fromEntries(readable);
}

/** A `Set-Cookie` of ours; without a value it takes the cookie away. */
export function setCookieHeader(name: string, value: string | null, maxAge = ELSEWHERE_MAX_AGE): string {
  const end = value === null ? 0 : maxAge;
  const secure = isHttps() ? "; Secure" : "";
  return `${name}=${value ?? ""}; Max-Age=${end}; Path=/; HttpOnly; SameSite=Lax${secure}`;
}

/** One cookie out of a `Cookie` header. */
export function cookieOf(headers: Headers, name: string): string | undefined {
  const pair = headers
    .get("cookie")
    ?.split(";")
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${name}=`));
  return pair?.slice(name.length + 1);
}

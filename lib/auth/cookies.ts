import "server-only";
import { env } from "@/lib/env";

/** `Secure` and the `__Host-` prefix exist only over https; http is the sandbox on somebody's own machine. */
export const isHttps = (): boolean => env.PUBLIC_URL.startsWith("https://");

export const sessionCookieName = (): string => (isHttps() ? "__Host-icp.session" : "icp.session");

/** Seconds the browser keeps the cookie; the session row decides, and usually sooner. */
export const COOKIE_MAX_AGE = 7 * 24 * 3600;

/** next-auth's cookies, renamed: HttpOnly, SameSite=Lax, host-only, whole site. */
export function authCookies() {
  const secure = isHttps();
  const prefix = secure ? "__Host-" : "";
  const options = { httpOnly: true, sameSite: "lax", path: "/", secure } as const;
  return {
    sessionToken: { name: sessionCookieName(), options },
    csrfToken: { name: `${prefix}icp.csrf`, options },
    callbackUrl: { name: `${prefix}icp.callback`, options },
  };
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

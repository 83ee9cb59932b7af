import { type NextRequest, NextResponse } from "next/server";
import { sessionCookieName } from "@/lib/auth/cookies";
import { env } from "@/lib/env";
import { NONCE_HEADER, PATH_HEADER } from "@/lib/http/page-headers";
import { fromOwnPage } from "@/lib/http/same-origin";
import { securityHeaders } from "@/lib/http/security-headers";
import { randomToken } from "@/lib/ids";

/** Places that are of no use to strangers. A convenience only: each page asks for its actor itself. */
const SIGNED_IN = /^\/(console|review|authority)(\/|$)/;

/** Redirects and headers, nothing else: it never decides who may do what. */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  const nonce = randomToken(16);
  const headers = securityHeaders({
    https: env.PUBLIC_URL.startsWith("https://"),
    nonce,
    development: env.NODE_ENV === "development",
  });
  // Only reading: an action whose session is gone must hear so itself, or what was typed would be lost on the way.
  const reads = request.method === "GET" || request.method === "HEAD";
  const response =
    reads && SIGNED_IN.test(pathname) && !request.cookies.has(sessionCookieName())
      ? NextResponse.redirect(new URL(`/sign-in?next=${encodeURIComponent(pathname + search)}`, request.url))
      : NextResponse.next({
          request: { headers: forPage(request, headers["Content-Security-Policy"] ?? "", nonce) },
        });
  for (const [name, value] of Object.entries(headers)) {
    // Calls have a stricter policy of their own (lib/http/define-route.ts), which ours would replace.
    if (name === "Content-Security-Policy" && pathname.startsWith("/api/")) continue;
    response.headers.set(name, value);
  }
  return response;
}

/** Next reads the nonce off the request's policy; pages read it and their own address. All overwrite what was sent. */
function forPage(request: NextRequest, policy: string, nonce: string): Headers {
  const headers = new Headers(request.headers);
  headers.set("Content-Security-Policy", policy);
  headers.set(NONCE_HEADER, nonce);
  headers.set(PATH_HEADER, request.nextUrl.pathname + request.nextUrl.search);
  // Next answers an action from elsewhere with a bare 500. Said in this way only, the wrapper refuses and audits it.
  const self = { publicUrl: env.PUBLIC_URL, trustHost: env.MODE === "sandbox" };
  if (headers.has("next-action") && !fromOwnPage(request.method, headers, self)) {
    headers.delete("origin");
    headers.set("sec-fetch-site", "cross-site");
  }
  return headers;
}

export const config = {
  // Uploads stay out: Next cuts bodies at 10 MB on every route a proxy matches. Files of the build need no policy.
  matcher: [
    "/((?!_next/static|_next/image|api/orders/[^/]+/materials|api/manual/[^/]+/files|icon\\.svg|favicon\\.ico|schema/|examples/).*)",
  ],
};

import "server-only";
import { env } from "@/lib/env";
import { refuse } from "@/lib/filing/shared/refusal";
import { readUpTo } from "@/lib/http/body";
import { clientIp } from "@/lib/http/client-ip";
import { refusalResponse } from "@/lib/http/define-route";
import { safeNext } from "@/lib/http/next-path";
import { ENDPOINTS, identityProvider } from "@/lib/identity";
import type { Audience } from "@/lib/identity/settings";
import { hit } from "@/lib/limits";
import { log } from "@/lib/log";
import { authOptions } from "../options";
import { askNextAuth } from "./call";
import { within } from "./deadline";
import { oidcProvider } from "./provider";

/** A token of 64 signs and a path of at most 500, both escaped. */
const BODY_MAX = 4096;
const PER_IP = { max: 60, perSeconds: 900 } as const;

/**
 * Leaves for the issuer: the answer names its address, the browser goes there by itself (a form may not, by our
 * Content-Security-Policy), and state, nonce and the PKCE verifier stay behind in cookies nobody else can make.
 */
export async function answerStart(request: Request, audience: Audience): Promise<Response> {
  const settings = identityProvider(audience);
  if (settings === null) return refusalResponse(refuse("not_found"));
  const allowed = await hit(`oidc.start:${clientIp(request.headers)}`, PER_IP.max, PER_IP.perSeconds);
  if (!allowed.ok) return refusalResponse(refuse("too_many", { params: { seconds: allowed.retryAfter } }));
  const sent = await readUpTo(request.body, BODY_MAX);
  if (!sent.ok) return refusalResponse(sent.error);
  const form = new URLSearchParams(sent.value.toString());
  const answer = await within(
    askNextAuth(
      {
        action: "signin",
        provider: ENDPOINTS[audience],
        method: "POST",
        headers: request.headers,
        body: {
          csrfToken: form.get("csrfToken") ?? "",
          callbackUrl: safeNext(form.get("callbackUrl"), "/sign-in"),
        },
      },
      { ...authOptions(), providers: [oidcProvider(audience, settings, () => undefined)] },
    ),
  );
  const target = answer?.location ?? null;
  if (target?.startsWith(`${env.PUBLIC_URL}/`) && target.includes("csrf=true"))
    return refusalResponse(refuse("forbidden", { reason: "origin" }));
  if (answer === null || target === null || target.startsWith(`${env.PUBLIC_URL}/api/auth/`)) {
    log.warn({ audience }, "issuer not reachable");
    return refusalResponse(refuse("busy"));
  }
  const headers = new Headers({ "Cache-Control": "no-store" });
  for (const cookie of answer.cookies) headers.append("Set-Cookie", cookie);
  return Response.json({ url: target }, { headers });
}

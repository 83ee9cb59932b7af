import "server-only";
import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { env } from "@/lib/env";
import { refuse } from "@/lib/filing/shared/refusal";
import { checkAnnounced } from "@/lib/http/body";
import { refusalResponse } from "@/lib/http/define-route";
import { register } from "@/lib/http/registry";
import { fromOwnPage } from "@/lib/http/same-origin";
import { audienceOf, isIssuerEndpoint } from "@/lib/identity";
import { countRefusal } from "@/lib/limits/refusals";
import { answerReturn } from "./oidc/return";
import { answerStart } from "./oidc/start";
import { authOptions } from "./options";

register({ name: "session.handshake", kind: "route", capability: "public" });

/** What our form and our sign-out use. The rest of next-auth (its pages, its view of a session) is not ours to offer. */
const SERVED = new Set(["csrf", "callback", "signout"]);
/** A mail address, a password and two tokens. */
const MAX_BYTES = 16 * 1024;

type Context = { readonly params: Promise<{ nextauth: string[] }> };

/** next-auth's endpoints behind the same origin check as every other, and never kept by any cache. */
export async function answerHandshake(request: NextRequest, context: Context): Promise<Response> {
  const self = { publicUrl: env.PUBLIC_URL, trustHost: env.MODE === "sandbox" };
  if (!fromOwnPage(request.method, request.headers, self)) {
    countRefusal("session.handshake", "forbidden");
    return refusalResponse(refuse("forbidden", { reason: "origin" }));
  }
  const { nextauth } = await context.params;
  const [action = "", endpoint] = nextauth;
  const announced = checkAnnounced(request.headers, MAX_BYTES);
  if (!announced.ok) return refusalResponse(announced.error);
  const audience = nextauth.length === 2 ? audienceOf(endpoint) : null;
  if (audience !== null && action === "signin" && request.method === "POST")
    return answerStart(request, audience);
  if (audience !== null && action === "callback" && request.method === "GET")
    return answerReturn(request, audience);
  // Only passwords (and personas) are left: an issuer is never asked on any other way.
  if (isIssuerEndpoint(endpoint) || !SERVED.has(action)) return refusalResponse(refuse("not_found"));
  const response: Response = await NextAuth(request, context, authOptions());
  const headers = new Headers(response.headers);
  headers.set("Cache-Control", "no-store");
  return new Response(response.body, { status: response.status, headers });
}

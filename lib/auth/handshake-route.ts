import "server-only";
import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { env } from "@/lib/env";
import { refuse } from "@/lib/filing/shared/refusal";
import { checkAnnounced } from "@/lib/http/body";
import { refusalResponse } from "@/lib/http/define-route";
import { register } from "@/lib/http/registry";
import { fromOwnPage } from "@/lib/http/same-origin";
import { countRefusal } from "@/lib/limits/refusals";
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
  if (!SERVED.has(nextauth[0] ?? "")) return refusalResponse(refuse("not_found"));
  const announced = checkAnnounced(request.headers, MAX_BYTES);
  if (!announced.ok) return refusalResponse(announced.error);
  const response: Response = await NextAuth(request, context, authOptions());
  const headers = new Headers(response.headers);
  headers.set("Cache-Control", "no-store");
  return new Response(response.body, { status: response.status, headers });
}

import "server-only";
import { createHash } from "node:crypto";

/** The tags of `If-None-Match`; weak ones name the same bytes to a reader. */
const tagsOf = (headers: Headers): readonly string[] =>
  (headers.get("if-none-match") ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));

/** JSON that a machine need not take twice: 304 while it is what the caller has. Nobody else keeps a copy. */
export function conditionalJson(request: Request, body: unknown): Response {
  const text = JSON.stringify(body);
  const tag = `"${createHash("sha256").update(text).digest("base64url")}"`;
  const headers = { ETag: tag, "Cache-Control": "private, no-cache", Vary: "Authorization" };
  if (tagsOf(request.headers).includes(tag)) return new Response(null, { status: 304, headers });
  return new Response(text, { headers: { ...headers, "Content-Type": "application/json" } });
}

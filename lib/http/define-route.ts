import "server-only";
import type { z } from "zod";
import type { Capability } from "@/lib/filing/access";
import { REFUSAL_STATUS, type Refusal } from "@/lib/filing/shared/refusal";
import { ok, type Result } from "@/lib/filing/shared/result";
import { afterCommit } from "./after-commit";
import { checkAnnounced, DEFAULT_MAX_BYTES, readJson } from "./body";
import type { ActorFor } from "./define-action";
import { parseInput } from "./parse";
import { objectOf, perform } from "./perform";
import { type Rate, register } from "./registry";
import { isSafe } from "./same-origin";

/**
 * Route handlers, for what must be abortable, streamed or called by machines. One call per method:
 *
 *   export const PUT = defineRoute({ name: "order.draft.save", capability: "order.edit.own", params, body, run });
 *
 * The answer is the JSON of an ActionResult with the refusal's status, or the Response that `run` gives.
 */
export interface RouteDefinition<C extends Capability | "public", P, Q, B, V> {
  readonly name: string;
  readonly capability: C;
  readonly params?: z.ZodType<P>;
  readonly query?: z.ZodType<Q>;
  /** "stream": `run` reads `request.body` itself; only the announced length is checked here. */
  readonly body?: z.ZodType<B> | "stream";
  readonly maxBytes?: number;
  readonly rate?: Rate;
  /** Open to scripts with a key of their user (`lib/auth/bearer.ts`), too. */
  readonly token?: boolean;
  readonly run: (
    actor: ActorFor<C>,
    input: { readonly params: P; readonly query: Q; readonly body: B; readonly request: Request },
  ) => Promise<Result<V> | Response>;
}

type RouteContext = { readonly params: Promise<unknown> };

/** Absent schema, absent value: what is not declared is not passed on. */
const parseOptional = <T>(schema: z.ZodType<T> | undefined, raw: unknown): Result<T> =>
  schema === undefined ? ok(undefined as T) : parseInput(schema, raw);

async function parseBody<B>(
  schema: z.ZodType<B> | "stream" | undefined,
  request: Request,
  maxBytes: number,
): Promise<Result<B>> {
  if (schema === undefined) return ok(undefined as B);
  if (schema === "stream") {
    const announced = checkAnnounced(request.headers, maxBytes);
    return announced.ok ? ok(undefined as B) : announced;
  }
  const raw = await readJson(request, maxBytes);
  return raw.ok ? parseInput(schema, raw.value) : raw;
}

/** Data is no document: opened in a tab it loads, runs and frames nothing. */
const NOTHING = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** Answers carry personal data or a person's standing: nobody keeps a copy unless the handler says so. */
function guarded(response: Response): Response {
  const headers = new Headers(response.headers);
  if (!headers.has("cache-control")) headers.set("Cache-Control", "no-store");
  if (!headers.has("content-security-policy")) headers.set("Content-Security-Policy", NOTHING);
  headers.set("X-Content-Type-Options", "nosniff");
  headers.set("Cross-Origin-Resource-Policy", "same-origin");
  return new Response(response.body, { status: response.status, headers });
}

/** A refusal as HTTP: its status, its JSON, and when to come back if that is known. */
export function refusalResponse(error: Refusal): Response {
  const headers = new Headers();
  const seconds = error.params?.seconds;
  if (typeof seconds === "number") headers.set("Retry-After", String(seconds));
  return guarded(Response.json({ ok: false, error }, { status: REFUSAL_STATUS[error.code], headers }));
}

/** A route handler on the same road as an action: gates, strict parse of params, query and body, use case, refusal. */
export function defineRoute<
  const C extends Capability | "public",
  P = undefined,
  Q = undefined,
  B = undefined,
  V = unknown,
>(definition: RouteDefinition<C, P, Q, B, V>) {
  const { name, capability, rate, token, run, maxBytes = DEFAULT_MAX_BYTES } = definition;
  const operation = { name, capability, rate, token, kind: "route" } as const;
  register(operation);
  return async (request: Request, context: RouteContext): Promise<Response> => {
    const { method, headers } = request;
    const rawParams = await context.params;
    const result = await perform<V | Response>(
      operation,
      { method, headers, object: objectOf(rawParams) },
      async (actor) => {
        const params = parseOptional(definition.params, rawParams);
        if (!params.ok) return params;
        const query = parseOptional(definition.query, Object.fromEntries(new URL(request.url).searchParams));
        if (!query.ok) return query;
        const body = await parseBody(definition.body, request, maxBytes);
        if (!body.ok) return body;
        const input = { params: params.value, query: query.value, body: body.value, request };
        const answer = await run(actor as ActorFor<C>, input);
        return answer instanceof Response ? ok(answer) : answer;
      },
    );
    if (!result.ok) return refusalResponse(result.error);
    if (!isSafe(method)) afterCommit();
    if (result.value instanceof Response) return guarded(result.value);
    return guarded(Response.json({ ok: true, value: result.value }));
  };
}

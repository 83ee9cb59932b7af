import "server-only";
import { auditRefusal } from "@/lib/audit";
import { actorOf, actorOfToken, sessionEndOf } from "@/lib/auth/actor-of";
import { showsBearer } from "@/lib/auth/bearer";
import type { Actor } from "@/lib/filing/access";
import type { Refusal } from "@/lib/filing/shared/refusal";
import { fail, type Result } from "@/lib/filing/shared/result";
import { hit } from "@/lib/limits";
import { countRefusal } from "@/lib/limits/refusals";
import { log } from "@/lib/log";
import { refusalOfError } from "./failures";
import { admit } from "./gates";
import type { Operation, Rate } from "./registry";

export interface Call {
  readonly method: string;
  readonly headers: Headers;
  /** Id of the thing the call is about, for the audit of a refusal; read off the unparsed input. */
  readonly object: string | undefined;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The first value that looks like an id under a key that names one. Anything else stays out of the audit. */
export function objectOf(raw: unknown): string | undefined {
  if (typeof raw !== "object" || raw === null) return undefined;
  const found = Object.entries(raw).find(
    ([key, value]) => (key === "id" || key.endsWith("Id")) && typeof value === "string" && UUID.test(value),
  );
  return found?.[1] as string | undefined;
}

/** redirect(), notFound() and friends are thrown, and belong to Next; it marks them with a digest. */
const isNextSignal = (error: unknown): boolean =>
  error instanceof Error && "digest" in error && String(error.digest).startsWith("NEXT_");

/** Refusals of one person that are written down: more than anybody at a page meets, less than a script could make. */
const AUDITED: Rate = { max: 120, perSeconds: 60 };
const isAudited = async (actor: Actor): Promise<boolean> =>
  (await hit(`refusals:${actor.userId}`, AUDITED.max, AUDITED.perSeconds)).ok;

/**
 * Refusals of known people are audited, up to a rate; those of strangers and floods only counted: the audit can only
 * grow, and nobody may make it grow at will.
 */
async function recordRefusal(operation: Operation, actor: Actor | null, call: Call, refusal: Refusal) {
  try {
    if (actor === null || refusal.code === "busy" || !(await isAudited(actor))) {
      countRefusal(operation.name, refusal.code);
      return;
    }
    await auditRefusal({
      actorId: actor.userId,
      action: operation.name,
      ...(call.object === undefined ? {} : { object: call.object }),
      data: { code: refusal.code, ...(refusal.reason === undefined ? {} : { reason: refusal.reason }) },
    });
  } catch (error) {
    log.error({ operation: operation.name, err: error }, "refusal not audited");
  }
}

/** Nobody who was somebody a moment ago hears who ended that: a tab that is still open says the truth. */
async function explained(refusal: Refusal, headers: Headers): Promise<Refusal> {
  if (refusal.code !== "unauthenticated") return refusal;
  const end = await sessionEndOf(headers);
  return end === null ? refusal : { ...refusal, reason: `session.${end}` };
}

/** The road every call from outside takes; `body` parses and calls the use case. */
export async function perform<V>(
  operation: Operation,
  call: Call,
  body: (actor: Actor | null) => Promise<Result<V>>,
): Promise<Result<V>> {
  let actor: Actor | null = null;
  let result: Result<V>;
  try {
    // A key that is shown decides alone: a bad one never falls back on the cookie beside it.
    const byToken = operation.token === true && showsBearer(call.headers);
    actor = await (byToken ? actorOfToken : actorOf)(call.headers);
    const admitted = await admit(operation, { ...call, actor, byToken });
    if (admitted.ok) result = await body(actor);
    else result = actor === null && !byToken ? fail(await explained(admitted.error, call.headers)) : admitted;
  } catch (error) {
    if (isNextSignal(error)) throw error;
    result = fail(refusalOfError(operation.name, error));
  }
  if (!result.ok) await recordRefusal(operation, actor, call, result.error);
  return result;
}

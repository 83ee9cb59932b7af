import "server-only";
import { env } from "@/lib/env";
import { type Actor, can } from "@/lib/filing/access";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { hit } from "@/lib/limits";
import { clientIp } from "./client-ip";
import type { Operation, Rate } from "./registry";
import { fromOwnPage, isSafe } from "./same-origin";

/** Nobody needs more; a caller who does meets `too_many`. Operations that are rarer or busier say so themselves. */
const DEFAULT_RATE: Rate = { max: 120, perSeconds: 60 };

export interface Caller {
  readonly method: string;
  readonly headers: Headers;
  readonly actor: Actor | null;
  /** Came with a key instead of a session: no browser sends one by itself, so there is no origin to prove. */
  readonly byToken?: boolean;
}

/** Session, capability, rate, origin: in this order, and nothing is parsed before all four agree. */
export async function admit(operation: Operation, caller: Caller): Promise<Result<null>> {
  const { actor, byToken = false, headers, method } = caller;
  if (operation.capability !== "public") {
    if (actor === null) return fail(refuse("unauthenticated"));
    if (!can(actor, operation.capability))
      return fail(refuse("forbidden", actor.needsFactor ? { reason: "staff.factor-needed" } : {}));
  }
  const rate = operation.rate ?? (isSafe(method) ? null : DEFAULT_RATE);
  if (rate) {
    const key = `${operation.name}:${actor?.userId ?? clientIp(headers)}`;
    const verdict = await hit(key, rate.max, rate.perSeconds);
    if (!verdict.ok) return fail(refuse("too_many", { params: { seconds: verdict.retryAfter } }));
  }
  if (byToken) return ok(null);
  const self = { publicUrl: env.PUBLIC_URL, trustHost: env.MODE === "sandbox" };
  if (!fromOwnPage(method, headers, self)) return fail(refuse("forbidden", { reason: "origin" }));
  return ok(null);
}

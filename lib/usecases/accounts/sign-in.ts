import "server-only";
import { eq } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { markOf } from "@/lib/auth/challenge";
import { type Credentials, normaliseEmail } from "@/lib/auth/credentials";
import { passwordFits } from "@/lib/auth/password";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { hit } from "@/lib/limits";
import { countRefusal } from "@/lib/limits/refusals";
import { blindIndex } from "@/lib/secrets";
import { afterFirstFactor, type FirstStep } from "./second-step";

/** Tries for one address, and from one place: enough for people, too few for guessing. */
const PER_MAIL = { max: 15, perSeconds: 900 } as const;
const PER_IP = { max: 60, perSeconds: 900 } as const;

export interface SignInRequest extends Credentials {
  readonly ip: string;
  readonly userAgent: string | null;
}

async function underLimits(mailKey: string, ip: string): Promise<Result<null>> {
  for (const [key, rate] of [
    [`sign-in:ip:${ip}`, PER_IP],
    [mailKey, PER_MAIL],
  ] as const) {
    const verdict = await hit(key, rate.max, rate.perSeconds);
    if (!verdict.ok) return fail(refuse("too_many", { params: { seconds: verdict.retryAfter } }));
  }
  return ok(null);
}

/**
 * Password sign-in. Unknown address, wrong password, no password and blocked user get the same answer after the same
 * work, and failures touch only the counters' file, so they cannot be told apart by what they cost either. Who has a
 * second factor gets no session yet but the note for the second step.
 */
export async function signIn(request: SignInRequest): Promise<Result<FirstStep>> {
  const emailIdx = blindIndex("email", normaliseEmail(request.email));
  const mailKey = `sign-in:mail:${emailIdx}`;
  const limits = await underLimits(mailKey, request.ip);
  if (!limits.ok) {
    countRefusal("session.sign-in", "too_many");
    return limits;
  }
  const [user] = await read()
    .select({ id: t.users.id, passwordHash: t.users.passwordHash, status: t.users.status })
    .from(t.users)
    .where(eq(t.users.emailIdx, emailIdx));
  const fits = await passwordFits(user?.passwordHash ?? null, request.password);
  if (user === undefined || !fits || user.status !== "active") {
    countRefusal("session.sign-in", "unauthenticated");
    return fail(refuse("unauthenticated", { reason: "sign-in" }));
  }
  return afterFirstFactor(user.id, "password", request.userAgent, markOf(user.passwordHash));
}

import "server-only";
import { eq } from "drizzle-orm";
import { type Db, read } from "@/db/client";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import { audit, auditRefusal } from "@/lib/audit";
import { type Challenge, challengeFor, markOf } from "@/lib/auth/challenge";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { countRefusal } from "@/lib/limits/refusals";
import { asksFactor, takeCode } from "./factor";
import { within } from "./limits";
import { refuseAccount, refuseField } from "./reasons";
import { openSession, type SignedIn } from "./session-store";

/** Codes one may try: a million of them, three valid at a time. */
const TRIES = { max: 10, perSeconds: 900 } as const;

/** The first factor is proven, the second is still to come: no session yet, a note for the browser instead. */
export interface SecondStepDue {
  readonly userId: string;
  readonly challenge: string;
}
export type FirstStep = SignedIn | SecondStepDue;

/**
 * What every road into the console does with somebody who has proven his first factor (password, another house's word):
 * opens the session, or gives the note for the second step where he has set one up. Asked in one transaction, for both
 * may change while a password is being checked.
 *
 * @param proven mark of the password that was checked, where one was
 */
export async function afterFirstFactor(
  userId: string,
  via: string,
  userAgent: string | null,
  proven?: string,
): Promise<Result<FirstStep>> {
  return withTransaction<Result<FirstStep>>(async (tx) => {
    const [user] = await tx.select().from(t.users).where(eq(t.users.id, userId));
    const password = markOf(user?.passwordHash ?? null);
    if (proven !== undefined && proven !== password)
      return fail(refuse("unauthenticated", { reason: "sign-in" }));
    if (!(await asksFactor(tx, userId))) return openSession(tx, userId, via, userAgent);
    return ok({ userId, challenge: challengeFor({ userId, via, password }) });
  });
}

/**
 * Is the step of this note still to be done? Nobody else's, not of a blocked user, not after the factor was taken away,
 * and not after the password that may have been proven for it was changed.
 */
async function isDue(db: Db, challenge: Challenge | null): Promise<boolean> {
  if (challenge === null) return false;
  const [user] = await db.select().from(t.users).where(eq(t.users.id, challenge.userId));
  if (user?.status !== "active" || markOf(user.passwordHash) !== challenge.password) return false;
  return asksFactor(db, challenge.userId);
}

/** The same as a page asks it. */
export const isStepDue = (challenge: Challenge | null): Promise<boolean> => isDue(read(), challenge);

const over = fail(refuseAccount("wrong_state", "second-step-over"));

/** The second step: a code of the app or a recovery code opens the session. */
export async function passSecondStep(
  challenge: Challenge | null,
  { code }: { readonly code: string },
  userAgent: string | null,
): Promise<Result<SignedIn>> {
  if (challenge === null || !(await isStepDue(challenge))) return over;
  const { userId, via } = challenge;
  const limit = await within(`session.second-step:${userId}`, TRIES.max, TRIES.perSeconds);
  if (!limit.ok) {
    countRefusal("session.second-step", "too_many");
    return limit;
  }
  const passed = await withTransaction<Result<SignedIn>>(async (tx) => {
    if (!(await isDue(tx, challenge))) return over;
    const taken = await takeCode(tx, userId, code);
    if (taken === null) return fail(refuseField("code", "second-code-wrong"));
    if (taken === "recovery")
      await audit(tx, { actorId: userId, action: "factor.recovery-used", object: userId, outcome: "done" });
    return openSession(tx, userId, `${via}+${taken}`, userAgent);
  });
  // Who gets here knows the password: a wrong code is worth a line. The limit keeps it from becoming many.
  if (!passed.ok && passed.error.code === "invalid")
    await auditRefusal({
      actorId: userId,
      action: "session.second-step",
      object: userId,
      data: { code: "invalid" },
    });
  return passed;
}

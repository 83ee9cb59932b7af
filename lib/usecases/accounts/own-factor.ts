import "server-only";
import { and, eq } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { type Tx, withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import { systemClock } from "@/lib/clock";
import { env } from "@/lib/env";
import type { Actor } from "@/lib/filing/access";
import { maskEmail } from "@/lib/filing/shared/mask";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { currentPolicy } from "../policy/current-policy";
import { endSessionsOf } from "./end-sessions";
import {
  beginFactor,
  confirmFactor,
  dropFactor,
  enrolment,
  factorOf,
  isBegunBy,
  makeRecoveryCodes,
  recoveryCodesLeft,
  takeCode,
} from "./factor";
import { within } from "./limits";
import { sendAccountMessage } from "./messages";
import { refuseAccount, refuseField } from "./reasons";
import { reauthenticate } from "./reauthenticate";
import { emailOf, userById } from "./users";

/** How long after signing in somebody without a password may begin a second factor. Our own figure. */
export const JUST_NOW_MS = 10 * 60_000;

export type OwnFactorView =
  /** Nothing is set up, or another session has begun to. */
  | {
      readonly state: "none";
      readonly required: boolean;
      readonly offered: boolean;
      readonly hasPassword: boolean;
    }
  /** A secret waits for its first code. */
  | {
      readonly state: "begun";
      readonly required: boolean;
      readonly secret: string;
      readonly uri: string;
    }
  | {
      readonly state: "on";
      readonly required: boolean;
      readonly since: number;
      readonly recoveryLeft: number;
      readonly hasPassword: boolean;
    };

/** The second factor of whoever asks, with its secret only while it is being set up in this very session. */
export async function getOwnFactor(actor: Actor): Promise<Result<OwnFactorView>> {
  const user = await userById(read(), actor.userId);
  if (user === undefined) return fail(refuse("not_found"));
  const [factor, { provider }] = [await factorOf(read(), actor.userId), await currentPolicy()];
  const required = provider.staffTotp === "required";
  const offered = provider.staffTotp !== "off";
  const hasPassword = user.passwordHash !== null;
  const since = factor?.confirmedAt ?? null;
  if (since !== null) {
    const recoveryLeft = await recoveryCodesLeft(read(), actor.userId);
    return ok({ state: "on", required, since, recoveryLeft, hasPassword });
  }
  if (factor === undefined || !offered || !isBegunBy(factor, actor.sessionId))
    return ok({ state: "none", required, offered, hasPassword });
  const known = enrolment(factor, maskEmail(emailOf(user)), new URL(env.PUBLIC_URL).host);
  return ok({ state: "begun", required, ...known });
}

/**
 * A new secret for the person's app; it counts from its first code on. The password is asked first, or a sign-in of a
 * moment ago where there is none, so that nobody at a borrowed browser makes a factor of his own somebody else's.
 */
export async function beginOwnFactor(
  actor: Actor,
  { password }: Pick<FactorProof, "password">,
): Promise<Result<null>> {
  if ((await currentPolicy()).provider.staffTotp === "off")
    return fail(refuseAccount("wrong_state", "factor-off"));
  const known = await proven(actor, password);
  if (!known.ok) return known;
  return withTransaction(async (tx) => {
    if (!(await justSignedIn(tx, actor))) return fail(refuseAccount("forbidden", "factor-sign-in-again"));
    const factor = await factorOf(tx, actor.userId);
    if (factor !== undefined && factor.confirmedAt !== null)
      return fail(refuseAccount("wrong_state", "factor-on"));
    await beginFactor(tx, actor.userId, actor.sessionId);
    return ok(null);
  });
}

/** Whoever has a password was asked for it; the others sign in elsewhere, and must have done so in this session just now. */
async function justSignedIn(tx: Tx, { userId, sessionId }: Actor): Promise<boolean> {
  const user = await userById(tx, userId);
  if (user !== undefined && user.passwordHash !== null) return true;
  const [session] = await tx
    .select({ since: t.sessions.createdAt })
    .from(t.sessions)
    .where(and(eq(t.sessions.idHash, sessionId), eq(t.sessions.userId, userId)));
  return session !== undefined && systemClock().now() - session.since < JUST_NOW_MS;
}

const tries = (actor: Actor): Promise<Result<null>> => within(`factor.own:${actor.userId}`, 10, 900);

/**
 * The first code proves that the app has the secret. Gives the recovery codes, which nobody sees again, and ends the
 * other sessions: they came in by the password alone.
 */
export async function confirmOwnFactor(
  actor: Actor,
  { code }: { readonly code: string },
): Promise<Result<{ codes: readonly string[] }>> {
  const limit = await tries(actor);
  if (!limit.ok) return limit;
  return withTransaction(async (tx) => {
    const factor = await factorOf(tx, actor.userId);
    if (factor !== undefined && factor.confirmedAt !== null) return fail(refuseAccount("stale", "factor-on"));
    if (factor === undefined || !isBegunBy(factor, actor.sessionId))
      return fail(refuseAccount("stale", "factor-none"));
    if (!(await confirmFactor(tx, actor.userId, actor.sessionId, code)))
      return fail(refuseField("code", "second-code-wrong"));
    const codes = await makeRecoveryCodes(tx, actor.userId);
    const { userId } = actor;
    await endSessionsOf(tx, userId, actor.sessionId);
    await audit(tx, { actorId: userId, action: "factor.confirmed", object: userId, outcome: "done" });
    await sendAccountMessage(tx, { kind: "notice", notice: "factor-on", userId });
    return ok({ codes });
  });
}

/** What both ways of changing a factor ask first: the password, where there is one, and a code. */
export interface FactorProof {
  readonly password: string;
  readonly code: string;
}

async function proven(actor: Actor, password: string): Promise<Result<null>> {
  const limit = await tries(actor);
  if (!limit.ok) return limit;
  const [user] = await read()
    .select({ passwordHash: t.users.passwordHash })
    .from(t.users)
    .where(eq(t.users.id, actor.userId));
  return user?.passwordHash === null ? ok(null) : reauthenticate(actor, password, "password");
}

/** Ten new recovery codes in place of what is left of the old ones. */
export async function renewRecoveryCodes(
  actor: Actor,
  proof: FactorProof,
): Promise<Result<{ codes: readonly string[] }>> {
  const known = await proven(actor, proof.password);
  if (!known.ok) return known;
  return withTransaction(async (tx) => {
    if ((await takeCode(tx, actor.userId, proof.code)) === null)
      return fail(refuseField("code", "second-code-wrong"));
    const codes = await makeRecoveryCodes(tx, actor.userId);
    const { userId } = actor;
    await audit(tx, { actorId: userId, action: "factor.recovery-renewed", object: userId, outcome: "done" });
    return ok({ codes });
  });
}

/** Takes the own factor away, to set up another or none; the other browsers are signed out. */
export async function removeOwnFactor(actor: Actor, proof: FactorProof): Promise<Result<null>> {
  const known = await proven(actor, proof.password);
  if (!known.ok) return known;
  return withTransaction(async (tx) => {
    if ((await takeCode(tx, actor.userId, proof.code)) === null)
      return fail(refuseField("code", "second-code-wrong"));
    await dropFactor(tx, actor.userId);
    await endSessionsOf(tx, actor.userId, actor.sessionId);
    const { userId } = actor;
    await audit(tx, { actorId: userId, action: "factor.removed", object: userId, outcome: "done" });
    await sendAccountMessage(tx, { kind: "notice", notice: "factor-off", userId });
    return ok(null);
  });
}

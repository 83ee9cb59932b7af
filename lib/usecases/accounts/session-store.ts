import "server-only";
import { createHash } from "node:crypto";
import { and, asc, eq, lt } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import * as t from "@/db/schema";
import { audit } from "@/lib/audit";
import { limitsFor } from "@/lib/auth/session-limits";
import { systemClock } from "@/lib/clock";
import type { Role } from "@/lib/filing/access";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { randomToken } from "@/lib/ids";

const USER_AGENT_MAX = 200;

/** Only the hash is stored: whoever reads the table can sign in as nobody. */
export const hashOfSid = (sid: string): string => createHash("sha256").update(sid).digest("base64url");

/** Roles as of now. Everybody who belongs to an account is an applicant for it. */
export async function standingOf(db: Db, userId: string): Promise<{ roles: Role[]; accountIds: string[] }> {
  const roles = await db
    .select({ role: t.userRoles.role })
    .from(t.userRoles)
    .where(eq(t.userRoles.userId, userId));
  const memberships = await db
    .select({ accountId: t.accountMembers.accountId })
    .from(t.accountMembers)
    .where(eq(t.accountMembers.userId, userId))
    .orderBy(asc(t.accountMembers.accountId));
  const accountIds = memberships.map((row) => row.accountId);
  const applicant: Role[] = accountIds.length > 0 ? ["applicant"] : [];
  return { roles: [...applicant, ...roles.map((row) => row.role)], accountIds };
}

export interface SignedIn {
  readonly userId: string;
  /** The secret of the new session; goes into the token and nowhere else. */
  readonly sid: string;
}

/**
 * Opens a session and gives its secret id, which exists nowhere but in the answer. Sweeps the user's dead ones. Whether
 * he may in at all is asked here, in the transaction: he may have been blocked since the page before looked.
 */
export async function openSession(
  tx: Tx,
  userId: string,
  via: string,
  userAgent: string | null,
  accountId: string | null = null,
): Promise<Result<SignedIn>> {
  const now = systemClock().now();
  const { roles } = await standingOf(tx, userId);
  const sid = randomToken(32);
  await tx.delete(t.sessions).where(and(eq(t.sessions.userId, userId), lt(t.sessions.expiresAt, now)));
  const active = await tx
    .update(t.users)
    .set({ lastSignInAt: now })
    .where(and(eq(t.users.id, userId), eq(t.users.status, "active")))
    .returning({ id: t.users.id });
  if (active.length === 0) return fail(refuse("unauthenticated", { reason: "sign-in" }));
  await tx.insert(t.sessions).values({
    idHash: hashOfSid(sid),
    userId,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: now + limitsFor(roles).absoluteMs,
    userAgent: userAgent?.slice(0, USER_AGENT_MAX) ?? null,
    accountId,
  });
  await audit(tx, { actorId: userId, action: "session.start", outcome: "done", data: { via } });
  return ok({ userId, sid });
}

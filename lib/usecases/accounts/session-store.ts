import "server-only";
import { createHash } from "node:crypto";
import { and, asc, eq, lt } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import * as t from "@/db/schema";
import { audit } from "@/lib/audit";
import { limitsFor } from "@/lib/auth/session-limits";
import { systemClock } from "@/lib/clock";
import type { Role } from "@/lib/filing/access";
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

/** Opens a session and gives its secret id, which exists nowhere but in the answer. Sweeps the user's dead ones. */
export async function openSession(
  tx: Tx,
  userId: string,
  via: string,
  userAgent: string | null,
  accountId: string | null = null,
): Promise<string> {
  const now = systemClock().now();
  const { roles } = await standingOf(tx, userId);
  const sid = randomToken(32);
  await tx.delete(t.sessions).where(and(eq(t.sessions.userId, userId), lt(t.sessions.expiresAt, now)));
  await tx.update(t.users).set({ lastSignInAt: now }).where(eq(t.users.id, userId));
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
  return sid;
}

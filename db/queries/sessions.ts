import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { prepared } from "../prepared";
import * as t from "../schema";

const liveSession = prepared((db) =>
  db
    .select({
      userId: t.sessions.userId,
      createdAt: t.sessions.createdAt,
      lastSeenAt: t.sessions.lastSeenAt,
      expiresAt: t.sessions.expiresAt,
      accountId: t.sessions.accountId,
      persona: t.users.persona,
      factorAt: t.staffFactors.confirmedAt,
    })
    .from(t.sessions)
    .innerJoin(t.users, eq(t.users.id, t.sessions.userId))
    .leftJoin(t.staffFactors, eq(t.staffFactors.userId, t.sessions.userId))
    .where(and(eq(t.sessions.idHash, sql.placeholder("idHash")), eq(t.users.status, "active")))
    .prepare(),
);

/** The session row of somebody who is not blocked; whether it still lives is the caller's to judge. */
export async function sessionOf(idHash: string) {
  const [session] = await liveSession().execute({ idHash });
  return session;
}

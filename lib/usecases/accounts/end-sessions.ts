import "server-only";
import { and, eq, lt, ne } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import { audit } from "@/lib/audit";
import { COOKIE_MAX_AGE } from "@/lib/auth/cookies";
import { systemClock } from "@/lib/clock";
import type { SessionEnd } from "@/lib/filing/staff";
import { hashOfSid } from "./session-store";

/** Ends a user's sessions, all or all but one. */
export async function endSessionsOf(tx: Tx, userId: string, except?: string): Promise<number> {
  const ended = await tx
    .delete(t.sessions)
    .where(
      and(eq(t.sessions.userId, userId), except === undefined ? undefined : ne(t.sessions.idHash, except)),
    )
    .returning({ idHash: t.sessions.idHash });
  if (ended.length > 0)
    await audit(tx, {
      actorId: userId,
      action: "session.end",
      object: userId,
      outcome: "done",
      data: { count: ended.length },
    });
  return ended.length;
}

/**
 * An administrator ends somebody's sessions, in the transaction of whatever ended them. What is left says why, to whoever
 * still has such a session's cookie, and goes when that goes.
 */
export async function endSessionsBy(
  tx: Tx,
  actorId: string,
  userId: string,
  reason: SessionEnd,
): Promise<number> {
  const at = systemClock().now();
  await tx.delete(t.endedSessions).where(lt(t.endedSessions.at, at - COOKIE_MAX_AGE * 1000));
  const ended = await tx
    .delete(t.sessions)
    .where(eq(t.sessions.userId, userId))
    .returning({ idHash: t.sessions.idHash });
  if (ended.length === 0) return 0;
  await tx.insert(t.endedSessions).values(ended.map(({ idHash }) => ({ idHash, reason, at })));
  await audit(tx, {
    actorId,
    action: "session.end",
    object: userId,
    outcome: "done",
    data: { count: ended.length, reason },
  });
  return ended.length;
}

/** Why this session ended, where somebody else ended it. */
export async function endOfSession(sid: string): Promise<SessionEnd | null> {
  const [row] = await read()
    .select({ reason: t.endedSessions.reason })
    .from(t.endedSessions)
    .where(eq(t.endedSessions.idHash, hashOfSid(sid)));
  return row?.reason ?? null;
}

import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import { isAlive } from "@/lib/auth/session-limits";
import { systemClock } from "@/lib/clock";
import type { Actor } from "@/lib/filing/access";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { endSessionsOf } from "./end-sessions";

export interface SessionView {
  readonly id: string;
  readonly current: boolean;
  readonly userAgent: string | null;
  readonly createdAt: number;
  readonly lastSeenAt: number;
}

/** Where the user is signed in: this browser first, then by last use. */
export async function listOwnSessions(actor: Actor): Promise<Result<readonly SessionView[]>> {
  const now = systemClock().now();
  const rows = await read()
    .select()
    .from(t.sessions)
    .where(eq(t.sessions.userId, actor.userId))
    .orderBy(desc(t.sessions.lastSeenAt));
  const views = rows
    .filter((row) => isAlive(row, actor.roles, now))
    .map(({ idHash, userAgent, createdAt, lastSeenAt }) => ({
      id: idHash,
      current: idHash === actor.sessionId,
      userAgent,
      createdAt,
      lastSeenAt,
    }));
  return ok(views.toSorted((a, b) => Number(b.current) - Number(a.current)));
}

/** Ends one of the user's own sessions. Somebody else's is `not_found`. */
export async function endOwnSession(
  actor: Actor,
  { sessionId }: { readonly sessionId: string },
): Promise<Result<null>> {
  return withTransaction(async (tx) => {
    const ended = await tx
      .delete(t.sessions)
      .where(and(eq(t.sessions.idHash, sessionId), eq(t.sessions.userId, actor.userId)))
      .returning({ idHash: t.sessions.idHash });
    if (ended.length === 0) return fail(refuse("not_found"));
    await audit(tx, { actorId: actor.userId, action: "session.end", object: actor.userId, outcome: "done" });
    return ok(null);
  });
}

/** Ends all of the user's sessions but the one that asks. */
export const endOtherSessions = (actor: Actor): Promise<Result<{ ended: number }>> =>
  withTransaction(async (tx) => ok({ ended: await endSessionsOf(tx, actor.userId, actor.sessionId) }));

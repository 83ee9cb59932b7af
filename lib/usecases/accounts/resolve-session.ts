import "server-only";
import { and, eq, lt } from "drizzle-orm";
import { read } from "@/db/client";
import { sessionOf } from "@/db/queries/sessions";
import * as t from "@/db/schema";
import { BusyError, withTransaction } from "@/db/transaction";
import { isAlive, TOUCH_EVERY_MS } from "@/lib/auth/session-limits";
import { systemClock } from "@/lib/clock";
import type { Actor, Role } from "@/lib/filing/access";
import { usesFactor } from "@/lib/filing/staff";
import { currentPolicy } from "../policy/current-policy";
import { hashOfSid, standingOf } from "./session-store";

/** Remembers that the session is in use; losing one such note to a busy database costs nothing. */
async function touch(idHash: string, now: number): Promise<void> {
  try {
    await withTransaction(async (tx) => {
      await tx
        .update(t.sessions)
        .set({ lastSeenAt: now })
        .where(and(eq(t.sessions.idHash, idHash), lt(t.sessions.lastSeenAt, now)));
    });
  } catch (error) {
    if (!(error instanceof BusyError)) throw error;
  }
}

/** The person a session id stands for right now: row present, not run out, user not blocked; roles read fresh. */
export async function resolveSession(sid: string): Promise<Actor | null> {
  const idHash = hashOfSid(sid);
  const session = await sessionOf(idHash);
  if (session === undefined) return null;
  const now = systemClock().now();
  const { roles, accountIds } = await standingOf(read(), session.userId);
  if (!isAlive(session, roles, now)) return null;
  if (now - session.lastSeenAt >= TOUCH_EVERY_MS) await touch(idHash, now);
  const { userId, accountId: chosen } = session;
  // An account he has left since is nobody's choice any more.
  const accountId = chosen !== null && accountIds.includes(chosen) ? chosen : (accountIds[0] ?? null);
  const actor = { userId, roles, accountIds, accountId, sessionId: idHash };
  return (await lacksFactor(session, roles)) ? { ...actor, needsFactor: true } : actor;
}

/** Staff whom the provider asks for a second factor and who have none. The sandbox's invented people sign in by a click. */
async function lacksFactor(
  session: { readonly persona: string | null; readonly factorAt: number | null },
  roles: readonly Role[],
): Promise<boolean> {
  if (session.persona !== null || session.factorAt !== null || !usesFactor(roles)) return false;
  return (await currentPolicy()).provider.staffTotp === "required";
}

import "server-only";
import { and, eq, ne } from "drizzle-orm";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import { audit } from "@/lib/audit";

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

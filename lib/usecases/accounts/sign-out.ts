import "server-only";
import { eq } from "drizzle-orm";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import { hashOfSid } from "./session-store";

async function endSession(idHash: string): Promise<void> {
  await withTransaction(async (tx) => {
    const ended = await tx
      .delete(t.sessions)
      .where(eq(t.sessions.idHash, idHash))
      .returning({ userId: t.sessions.userId });
    for (const { userId } of ended)
      await audit(tx, { actorId: userId, action: "session.end", outcome: "done" });
  });
}

/** Ends the session here, not only in this browser: a copied cookie is nobody from now on. */
export const signOut = (sessionId: string): Promise<void> => endSession(sessionId);

/** The same for who holds the secret id (next-auth's own sign-out). */
export const signOutBySid = (sid: string): Promise<void> => endSession(hashOfSid(sid));

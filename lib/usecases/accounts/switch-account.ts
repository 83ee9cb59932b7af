import "server-only";
import { and, eq } from "drizzle-orm";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import { type Actor, ownsAccount } from "@/lib/filing/access";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";

/** From now on this session works for another of the user's accounts. */
export async function switchAccount(
  actor: Actor,
  { accountId }: { readonly accountId: string },
): Promise<Result<null>> {
  if (!ownsAccount(actor, accountId)) return fail(refuse("not_found"));
  return withTransaction(async (tx) => {
    await tx
      .update(t.sessions)
      .set({ accountId })
      .where(and(eq(t.sessions.idHash, actor.sessionId), eq(t.sessions.userId, actor.userId)));
    return ok(null);
  });
}

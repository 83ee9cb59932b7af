import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import { systemClock } from "@/lib/clock";
import type { Actor } from "@/lib/filing/access";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { sendAccountMessage } from "./messages";
import { ownAccount } from "./own-account";
import { refuseAccount } from "./reasons";
import { ensureAccount } from "./users";

/**
 * The owner removes a member, or a member leaves. What he may read and write ends with the transaction: membership is
 * read on every request. His keys for this account end, too.
 */
export async function removeMember(
  actor: Actor,
  { userId }: { readonly userId: string },
): Promise<Result<null>> {
  const own = await ownAccount(read(), actor);
  if (!own.ok) return own;
  const leaves = userId === actor.userId;
  if (own.value.role !== "owner" && !leaves) return fail(refuseAccount("forbidden", "not-owner"));
  const accountId = own.value.row.id;
  return withTransaction(async (tx) => {
    const [member] = await tx
      .select({ role: t.accountMembers.role })
      .from(t.accountMembers)
      .where(and(eq(t.accountMembers.accountId, accountId), eq(t.accountMembers.userId, userId)));
    if (member === undefined) return fail(refuse("not_found"));
    if (member.role === "owner") return fail(refuseAccount("wrong_state", "owner-stays"));
    await tx
      .delete(t.accountMembers)
      .where(and(eq(t.accountMembers.accountId, accountId), eq(t.accountMembers.userId, userId)));
    await tx
      .update(t.apiTokens)
      .set({ revokedAt: systemClock().now() })
      .where(
        and(
          eq(t.apiTokens.userId, userId),
          eq(t.apiTokens.accountId, accountId),
          isNull(t.apiTokens.revokedAt),
        ),
      );
    await ensureAccount(tx, userId);
    const action = leaves ? "member.left" : "member.removed";
    await audit(tx, { actorId: actor.userId, action, object: accountId, outcome: "done", data: { userId } });
    if (!leaves) await sendAccountMessage(tx, { kind: "notice", notice: "removed", userId });
    return ok(null);
  });
}

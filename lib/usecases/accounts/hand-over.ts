import "server-only";
import { and, eq } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import type { Actor } from "@/lib/filing/access";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { sendAccountMessage } from "./messages";
import { ownedAccount } from "./own-account";
import { reauthenticate } from "./reauthenticate";

/** Makes a member the owner; the owner becomes a member. There is always exactly one owner. */
export async function handOver(
  actor: Actor,
  { userId, password }: { readonly userId: string; readonly password: string },
): Promise<Result<null>> {
  const owned = await ownedAccount(read(), actor);
  if (!owned.ok) return owned;
  const known = await reauthenticate(actor, password, "password");
  if (!known.ok) return known;
  const accountId = owned.value.row.id;
  const row = (id: string, role: "owner" | "member") =>
    and(
      eq(t.accountMembers.accountId, accountId),
      eq(t.accountMembers.userId, id),
      eq(t.accountMembers.role, role),
    );
  return withTransaction(async (tx) => {
    for (const [id, from, to] of [
      [actor.userId, "owner", "member"],
      [userId, "member", "owner"],
    ] as const) {
      const moved = await tx
        .update(t.accountMembers)
        .set({ role: to })
        .where(row(id, from))
        .returning({ userId: t.accountMembers.userId });
      if (moved.length === 0) return fail(refuse("not_found"));
    }
    await audit(tx, {
      actorId: actor.userId,
      action: "account.handed-over",
      object: accountId,
      outcome: "done",
      data: { userId },
    });
    await sendAccountMessage(tx, { kind: "notice", notice: "became-owner", userId });
    return ok(null);
  });
}

import "server-only";
import { and, asc, eq, isNull } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import type { Claims } from "@/lib/identity/claims";
import { ownedAccount, saveProfile } from "../accounts/own-account";
import { adoptRealName } from "../accounts/verify-real-name";

/**
 * The real name (and a first phone) of somebody who agreed that they are taken over from where he signed in. What may
 * not change now stays as it is, silently: signing in is not the moment to explain it, and the account page does.
 */
export async function takeRealName(
  userId: string,
  { realName, phone }: Pick<Claims, "realName" | "phone">,
): Promise<void> {
  const [first] = await read()
    .select({ accountId: t.accounts.id })
    .from(t.accountMembers)
    .innerJoin(t.accounts, eq(t.accounts.id, t.accountMembers.accountId))
    .where(
      and(
        eq(t.accountMembers.userId, userId),
        eq(t.accountMembers.role, "owner"),
        isNull(t.accounts.erasedAt),
      ),
    )
    .orderBy(asc(t.accounts.id))
    .limit(1);
  if (first === undefined) return;
  const owner = { userId, accountId: first.accountId };
  if (realName !== null) await adoptRealName(owner, realName);
  if (phone !== null) await takeFirstPhone(owner, phone);
}

/** Codes go to the security phone: one that is set changes only with a code from it. */
async function takeFirstPhone(owner: { userId: string; accountId: string }, phone: string): Promise<void> {
  await withTransaction(async (tx) => {
    const owned = await ownedAccount(tx, owner);
    if (!owned.ok || owned.value.profile.securityPhone !== null) return;
    await saveProfile(tx, owned.value, { ...owned.value.profile, securityPhone: phone });
  });
}

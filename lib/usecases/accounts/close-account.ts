import "server-only";
import { and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { type Tx, withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import type { CloseAccount } from "@/lib/auth/account-forms";
import { clock, systemClock } from "@/lib/clock";
import type { Actor } from "@/lib/filing/access";
import { OPEN_MIGRATIONS } from "@/lib/filing/migration/states";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { endOfClosed } from "../manual/end-manual";
import { endSessionsOf } from "./end-sessions";
import { membersOf } from "./members";
import { ownedAccount } from "./own-account";
import { type AccountReason, refuseAccount } from "./reasons";
import { reauthenticate } from "./reauthenticate";
import { type Holdings, holdingsOf } from "./standing";
import { userById } from "./users";

const ERASED = Buffer.alloc(0);

/** What still stands in the way, most important first. */
export function obstacleTo(holdings: Holdings, members: number): AccountReason | null {
  if (holdings.filings > 0) return "close-filings";
  if (holdings.openOrders > 0) return "close-orders";
  return members > 1 ? "close-members" : null;
}

/**
 * Closes an account that has nothing filed and nothing running, and destroys what is known of it: its key and profile,
 * and the user himself unless he belongs to another account. Rows that orders and audit refer to stay, empty.
 */
export async function closeAccount(
  actor: Actor,
  { password }: Pick<CloseAccount, "password">,
): Promise<Result<{ signedOut: boolean }>> {
  const owned = await ownedAccount(read(), actor);
  if (!owned.ok) return owned;
  const known = await reauthenticate(actor, password, "password");
  if (!known.ok) return known;
  const { id: accountId } = owned.value.row;
  return withTransaction(async (tx) => {
    const members = await membersOf(tx, accountId);
    const obstacle = obstacleTo(await holdingsOf(tx, accountId), members.length);
    if (obstacle !== null) return fail(refuseAccount("wrong_state", obstacle));
    await endOfClosed(tx, accountId, actor.userId);
    await eraseAccount(tx, accountId);
    const elsewhere = await tx
      .select({ id: t.accountMembers.accountId })
      .from(t.accountMembers)
      .where(eq(t.accountMembers.userId, actor.userId));
    // Staff stay: what they are for the provider does not hang on an account, and an administrator may be the last one.
    const [post] = await tx
      .select({ role: t.userRoles.role })
      .from(t.userRoles)
      .where(eq(t.userRoles.userId, actor.userId))
      .limit(1);
    const signedOut = elsewhere.length === 0 && post === undefined;
    if (signedOut) await eraseUser(tx, actor.userId);
    await audit(tx, { actorId: actor.userId, action: "account.closed", object: accountId, outcome: "done" });
    return ok({ signedOut });
  });
}

async function eraseAccount(tx: Tx, accountId: string): Promise<void> {
  await tx
    .update(t.accounts)
    .set({ wrappedKey: ERASED, profileEnc: ERASED, realNameVerifiedAt: null, erasedAt: clock().now() })
    .where(eq(t.accounts.id, accountId));
  await tx.delete(t.accountMembers).where(eq(t.accountMembers.accountId, accountId));
  await tx.delete(t.accountLinks).where(eq(t.accountLinks.accountId, accountId));
  await tx.delete(t.contactChanges).where(eq(t.contactChanges.accountId, accountId));
  await tx.delete(t.phoneProofs).where(eq(t.phoneProofs.accountId, accountId));
  const { changeQuestions: q } = t;
  await tx.delete(q).where(and(eq(q.accountId, accountId), isNull(q.answeredAt)));
  await revokeKeys(tx, eq(t.apiTokens.accountId, accountId));
  // Nobody is left who could take over what was offered.
  const { filingMigrations: m } = t;
  await tx
    .update(m)
    .set({ state: "DECLINED", since: clock().now(), version: sql`${m.version} + 1` })
    .where(and(eq(m.toAccountId, accountId), inArray(m.state, [...OPEN_MIGRATIONS])));
  // Nobody is left who could lend or borrow; those in use keep their row for the order that names them.
  const mine = or(eq(t.authCodes.accountId, accountId), eq(t.authCodes.targetAccountId, accountId));
  await tx.delete(t.authCodes).where(and(mine, eq(t.authCodes.state, "UNUSED")));
}

async function eraseUser(tx: Tx, userId: string): Promise<void> {
  await endSessionsOf(tx, userId);
  const user = await userById(tx, userId);
  if (user) await tx.delete(t.accountLinks).where(eq(t.accountLinks.emailIdx, user.emailIdx));
  await tx.delete(t.notifications).where(eq(t.notifications.userId, userId));
  await tx.delete(t.contactChanges).where(eq(t.contactChanges.userId, userId));
  await tx.delete(t.accountLinks).where(eq(t.accountLinks.userId, userId));
  await tx.delete(t.identities).where(eq(t.identities.userId, userId));
  await revokeKeys(tx, eq(t.apiTokens.userId, userId));
  await tx
    .update(t.users)
    .set({
      emailIdx: `erased:${userId}`,
      emailEnc: ERASED,
      passwordHash: null,
      displayName: null,
      persona: null,
      status: "erased",
    })
    .where(eq(t.users.id, userId));
}

const revokeKeys = (tx: Tx, whose: ReturnType<typeof eq>) =>
  tx
    .update(t.apiTokens)
    .set({ revokedAt: systemClock().now() })
    .where(and(whose, isNull(t.apiTokens.revokedAt)));

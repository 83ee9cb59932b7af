import "server-only";
import { and, eq } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { type Tx, withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import type { Newcomer } from "@/lib/auth/account-forms";
import type { Actor } from "@/lib/filing/access";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { addressOf, findLink, type LinkRow, spendLink } from "./links";
import { MEMBERS_MAX, membersOf } from "./members";
import { hashNewPassword } from "./new-password";
import { refuseAccount } from "./reasons";
import { agreedTo, keepAgreed } from "./registration-consents";
import { openSession, type SignedIn } from "./session-store";
import { addUser, userByEmail, userById } from "./users";

const dead = fail(refuseAccount("not_found", "link-dead"));

/** Somebody new: the link proves the address, the password makes the user, who belongs to the account from now on. */
export async function acceptAsNewcomer(
  { token, password, ...ticked }: Newcomer,
  userAgent: string | null,
): Promise<Result<SignedIn>> {
  const link = await findLink(read(), token, "invite");
  if (link === undefined) return dead;
  const agreed = agreedTo(ticked);
  if (!agreed.ok) return agreed;
  const email = addressOf(link);
  const hashed = await hashNewPassword(password, email);
  if (!hashed.ok) return hashed;
  return withTransaction(async (tx) => {
    const spent = await spendLink(tx, token, "invite");
    if (spent === undefined || spent.accountId === null) return dead;
    if (await userByEmail(tx, link.emailIdx)) return fail(refuseAccount("wrong_state", "address-taken"));
    const userId = await addUser(tx, { email, locale: link.locale, passwordHash: hashed.value });
    await keepAgreed(tx, userId, agreed.value);
    const joined = await join(tx, spent.accountId, userId);
    if (!joined.ok) return joined;
    return openSession(tx, userId, "invitation", userAgent, spent.accountId);
  });
}

/** Somebody who is signed in already, under the address that was invited. */
export async function acceptAsUser(
  actor: Actor,
  { token }: { readonly token: string },
): Promise<Result<null>> {
  return withTransaction(async (tx) => {
    const user = await userById(tx, actor.userId);
    const link: LinkRow | undefined = await findLink(tx, token, "invite");
    if (user === undefined || link === undefined || link.accountId === null) return dead;
    if (user.emailIdx !== link.emailIdx) return fail(refuseAccount("forbidden", "invite-other"));
    if ((await spendLink(tx, token, "invite")) === undefined) return dead;
    const joined = await join(tx, link.accountId, user.id);
    if (!joined.ok) return joined;
    await tx
      .update(t.sessions)
      .set({ accountId: link.accountId })
      .where(and(eq(t.sessions.idHash, actor.sessionId), eq(t.sessions.userId, user.id)));
    return ok(null);
  });
}

async function join(tx: Tx, accountId: string, userId: string): Promise<Result<null>> {
  const members = await membersOf(tx, accountId);
  if (members.length === 0) return dead;
  if (members.length >= MEMBERS_MAX)
    return fail(refuseAccount("wrong_state", "members-full", { limit: MEMBERS_MAX }));
  await tx.insert(t.accountMembers).values({ accountId, userId, role: "member" }).onConflictDoNothing();
  await audit(tx, { actorId: userId, action: "member.joined", object: accountId, outcome: "done" });
  return ok(null);
}

import "server-only";
import { and, count, eq, isNull } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import type { Actor, Role } from "@/lib/filing/access";
import { maskEmail } from "@/lib/filing/shared/mask";
import { masterKey, open, unwrap } from "@/lib/secrets";
import { ownNotifications } from "../notifications/own";
import { type AccountProfile, profileAad, userEmailAad } from "./sealed";

export interface ActorView {
  /** Staff: their name; applicants: the account's real name, else the masked mailbox. */
  readonly name: string;
  readonly role: Role;
  readonly unread: number;
}

const RANK: readonly Role[] = ["supervisor", "reviewer", "admin", "officer", "applicant"];

/** Who is signed in, for the frame of a page. */
export async function describeActor(actor: Actor): Promise<ActorView> {
  const role = RANK.find((rank) => actor.roles.includes(rank)) ?? "applicant";
  const [unread] = await read()
    .select({ count: count() })
    .from(t.notifications)
    .where(and(ownNotifications(read(), actor), isNull(t.notifications.readAt)));
  return { name: await nameOf(actor), role, unread: unread?.count ?? 0 };
}

async function nameOf(actor: Actor): Promise<string> {
  const [user] = await read().select().from(t.users).where(eq(t.users.id, actor.userId)).limit(1);
  if (user?.displayName) return user.displayName;
  if (actor.accountId !== null) {
    const [account] = await read()
      .select()
      .from(t.accounts)
      .where(eq(t.accounts.id, actor.accountId))
      .limit(1);
    if (account) {
      const profile = open<AccountProfile>(
        unwrap(account.wrappedKey),
        account.profileEnc,
        profileAad(account.id),
      );
      if (profile.realName) return profile.realName;
    }
  }
  return user ? maskEmail(open<string>(masterKey(), user.emailEnc, userEmailAad(user.id))) : "";
}

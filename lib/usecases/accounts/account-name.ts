import "server-only";
import { and, eq } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { maskEmail } from "@/lib/filing/shared/mask";
import { profileOf } from "./own-account";
import { emailOf } from "./users";

/** What an account is called for those who belong to it or are asked to: its real name, else its owner's mailbox. */
export async function accountNameOf(accountId: string | null): Promise<string> {
  if (accountId === null) return "";
  const [found] = await read()
    .select({ account: t.accounts, owner: t.users })
    .from(t.accounts)
    .innerJoin(
      t.accountMembers,
      and(eq(t.accountMembers.accountId, t.accounts.id), eq(t.accountMembers.role, "owner")),
    )
    .innerJoin(t.users, eq(t.users.id, t.accountMembers.userId))
    .where(eq(t.accounts.id, accountId));
  if (found === undefined) return "";
  return profileOf(found.account).realName || maskEmail(emailOf(found.owner));
}

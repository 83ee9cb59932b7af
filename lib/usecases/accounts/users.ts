import "server-only";
import { and, eq, ne } from "drizzle-orm";
import type { Db } from "@/db/client";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import { normaliseEmail } from "@/lib/auth/credentials";
import { clock } from "@/lib/clock";
import { newId } from "@/lib/ids";
import type { Locale } from "@/lib/messages/locales";
import { blindIndex, masterKey, newDataKey, open, seal } from "@/lib/secrets";
import { type AccountProfile, profileAad, userEmailAad } from "./sealed";

export const emailIndex = (email: string): string => blindIndex("email", normaliseEmail(email));

export const emailOf = (user: { readonly id: string; readonly emailEnc: Buffer }): string =>
  open<string>(masterKey(), user.emailEnc, userEmailAad(user.id));

/** The user an address belongs to, whatever his status. */
export async function userByEmail(db: Db, emailIdx: string) {
  const [user] = await db.select().from(t.users).where(eq(t.users.emailIdx, emailIdx));
  return user;
}

export async function userById(db: Db, userId: string) {
  const [user] = await db
    .select()
    .from(t.users)
    .where(and(eq(t.users.id, userId), ne(t.users.status, "erased")));
  return user;
}

/** A user whose address has been proven, by a link or by the issuer he signs in with (then without a password). */
export async function addUser(
  tx: Tx,
  { email, locale, passwordHash }: { email: string; locale: Locale; passwordHash: string | null },
): Promise<string> {
  const id = newId();
  await tx.insert(t.users).values({
    id,
    emailIdx: emailIndex(email),
    emailEnc: seal(masterKey(), email, userEmailAad(id)),
    passwordHash,
    locale,
    createdAt: clock().now(),
  });
  return id;
}

const NOBODY: AccountProfile = { realName: "", idNo: "", securityPhone: null };

/** An account of his own, of which nothing is known yet. */
export async function openAccount(tx: Tx, userId: string): Promise<string> {
  const id = newId();
  const { key, wrapped } = newDataKey();
  await tx.insert(t.accounts).values({
    id,
    kind: "unit",
    wrappedKey: wrapped,
    profileEnc: seal(key, NOBODY, profileAad(id)),
    createdAt: clock().now(),
  });
  await tx.insert(t.accountMembers).values({ accountId: id, userId, role: "owner" });
  return id;
}

/** Nobody stays without an account: whoever belongs to none any more gets an empty one of his own. */
export async function ensureAccount(tx: Tx, userId: string): Promise<void> {
  const left = await tx
    .select({ id: t.accountMembers.accountId })
    .from(t.accountMembers)
    .where(eq(t.accountMembers.userId, userId))
    .limit(1);
  if (left.length === 0) await openAccount(tx, userId);
}

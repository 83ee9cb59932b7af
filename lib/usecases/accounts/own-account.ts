import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import type { Actor } from "@/lib/filing/access";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { open, seal, unwrap } from "@/lib/secrets";
import { refuseAccount } from "./reasons";
import { type AccountProfile, profileAad } from "./sealed";

export interface OwnAccount {
  readonly row: typeof t.accounts.$inferSelect;
  readonly profile: AccountProfile;
  readonly role: "owner" | "member";
}

/** The account somebody works for now, with his part in it. */
export async function ownAccount(
  db: Db,
  actor: Pick<Actor, "accountId" | "userId">,
): Promise<Result<OwnAccount>> {
  if (actor.accountId === null) return fail(refuse("not_found"));
  const [found] = await db
    .select({ row: t.accounts, role: t.accountMembers.role })
    .from(t.accountMembers)
    .innerJoin(t.accounts, eq(t.accounts.id, t.accountMembers.accountId))
    .where(
      and(
        eq(t.accountMembers.accountId, actor.accountId),
        eq(t.accountMembers.userId, actor.userId),
        isNull(t.accounts.erasedAt),
      ),
    );
  return found ? ok({ ...found, profile: profileOf(found.row) }) : fail(refuse("not_found"));
}

/** The same for what only the owner may. */
export async function ownedAccount(
  db: Db,
  actor: Pick<Actor, "accountId" | "userId">,
): Promise<Result<OwnAccount>> {
  const account = await ownAccount(db, actor);
  if (!account.ok || account.value.role === "owner") return account;
  return fail(refuseAccount("forbidden", "not-owner"));
}

export const profileOf = (row: OwnAccount["row"]): AccountProfile =>
  open<AccountProfile>(unwrap(row.wrappedKey), row.profileEnc, profileAad(row.id));

type Change = { readonly kind?: "person" | "unit"; readonly realNameVerifiedAt?: number };

/** Writes the profile unless somebody else was faster. */
export async function saveProfile(
  tx: Tx,
  { row }: Pick<OwnAccount, "row">,
  profile: AccountProfile,
  change: Change = {},
): Promise<Result<null>> {
  const moved = await tx
    .update(t.accounts)
    .set({
      ...change,
      profileEnc: seal(unwrap(row.wrappedKey), profile, profileAad(row.id)),
      version: sql`${t.accounts.version} + 1`,
    })
    .where(and(eq(t.accounts.id, row.id), eq(t.accounts.version, row.version), isNull(t.accounts.erasedAt)))
    .returning({ id: t.accounts.id });
  return moved.length === 0 ? fail(refuse("stale")) : ok(null);
}

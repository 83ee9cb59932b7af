import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import type { Db } from "@/db/client";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import type { Giver, Taker } from "@/lib/filing/migration/conditions";
import { profileOf } from "../accounts/own-account";
import { holdingsOf } from "../accounts/standing";
import { type Held, heldOf } from "../registry/held";
import { aroundOf } from "../registry/own-filing";

/** Somebody's part in an account; null: none. */
export async function roleIn(
  db: Db | Tx,
  accountId: string,
  userId: string,
): Promise<"owner" | "member" | null> {
  const [row] = await db
    .select({ role: t.accountMembers.role })
    .from(t.accountMembers)
    .where(and(eq(t.accountMembers.accountId, accountId), eq(t.accountMembers.userId, userId)));
  return row?.role ?? null;
}

export type HeldFiling = Held & { readonly row: NonNullable<Held["row"]> };

/** A record that is known to be there. */
export async function heldFiling(db: Db | Tx, entityId: string): Promise<HeldFiling> {
  const [row] = await db.select().from(t.entities).where(eq(t.entities.id, entityId));
  if (row === undefined) throw new Error("a request about a record that is gone");
  return { ...(await heldOf(db, row)), row };
}

/** The account that has the record, as the conditions ask. */
export async function giverOf(db: Db | Tx, { registry, row }: HeldFiling): Promise<Giver> {
  const { openOrder, riskFlag } = await aroundOf(db, row.accountId);
  return { registry, openOrder, riskFlag };
}

/** The account that is to take it; null: there is none, or it was closed. */
export async function takerOf(db: Db | Tx, { row }: HeldFiling, accountId: string): Promise<Taker | null> {
  const [account] = await db
    .select()
    .from(t.accounts)
    .where(and(eq(t.accounts.id, accountId), isNull(t.accounts.erasedAt)));
  if (account === undefined) return null;
  const { kind, riskFlag, realNameVerifiedAt } = account;
  const profile = profileOf(account);
  const holdings = await holdingsOf(db, accountId);
  return {
    ...{ kind, riskFlag, same: accountId === row.accountId },
    realName: realNameVerifiedAt === null ? null : profile.realName,
    idNo: realNameVerifiedAt === null ? null : profile.idNo,
    holdsEntity: holdings.filings > 0,
    openOrder: holdings.openOrders > 0,
  };
}

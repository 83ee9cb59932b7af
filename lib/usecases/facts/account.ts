import "server-only";
import { and, count, eq, ne, notInArray } from "drizzle-orm";
import type { Db } from "@/db/client";
import * as t from "@/db/schema";
import type { Asker } from "@/lib/domains/port";
import { FINAL_STATES } from "@/lib/filing/lifecycle/states";
import type { AccountFact } from "@/lib/filing/rules/facts";
import { open, unwrap } from "@/lib/secrets";
import { type AccountProfile, profileAad } from "../accounts/sealed";
import type { FactsFor } from "./facts-for";

export interface AccountAsker extends Asker {
  readonly row: typeof t.accounts.$inferSelect;
  readonly profile: AccountProfile;
}

/** The account with its profile opened: who asks the registries. @throws when it is gone, which no road leads to. */
export async function loadAsker(db: Db, accountId: string): Promise<AccountAsker> {
  const [row] = await db.select().from(t.accounts).where(eq(t.accounts.id, accountId)).limit(1);
  if (row === undefined) throw new Error(`account ${accountId} is gone`);
  const profile = open<AccountProfile>(unwrap(row.wrappedKey), row.profileEnc, profileAad(row.id));
  const verified = row.realNameVerifiedAt !== null;
  return {
    accountId,
    realName: verified ? profile.realName : null,
    idNo: verified ? profile.idNo : null,
    row,
    profile,
  };
}

/** What is known of the account itself, and how many other orders it has open. */
export async function accountFact(
  db: Db,
  who: FactsFor,
  { row, profile }: AccountAsker,
): Promise<AccountFact> {
  const elsewhere = and(
    eq(t.orders.accountId, who.accountId),
    notInArray(t.orders.state, [...FINAL_STATES]),
    who.orderId === null ? undefined : ne(t.orders.id, who.orderId),
  );
  const [found] = await db.select({ count: count() }).from(t.orders).where(elsewhere);
  return {
    kind: row.kind,
    realName: row.realNameVerifiedAt === null ? null : profile.realName,
    realNameVerifiedAt: row.realNameVerifiedAt,
    securityPhone: profile.securityPhone,
    riskFlag: row.riskFlag,
    otherOpenOrders: found?.count ?? 0,
    holdsOtherEntity: false,
    provenPhones: [],
  };
}

import "server-only";
import { and, count, eq, isNull, ne, notInArray } from "drizzle-orm";
import type { Db } from "@/db/client";
import * as t from "@/db/schema";
import type { Asker } from "@/lib/domains/port";
import { blank } from "@/lib/filing/application/access";
import { NATURE_PERSON } from "@/lib/filing/application/codes";
import type { ApplicationDraft } from "@/lib/filing/application/draft";
import { FINAL_STATES } from "@/lib/filing/lifecycle/states";
import type { Policy } from "@/lib/filing/policy/types";
import type { AccountFact } from "@/lib/filing/rules/facts";
import { blindIndex, open, unwrap } from "@/lib/secrets";
import { type AccountProfile, profileAad } from "../accounts/sealed";
import { leadProofs } from "../phones/proofs";
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
  app: ApplicationDraft,
  { row, profile }: AccountAsker,
  policy: Policy,
): Promise<AccountFact> {
  const elsewhere = and(
    eq(t.orders.accountId, who.accountId),
    notInArray(t.orders.state, [...FINAL_STATES]),
    who.orderId === null ? undefined : ne(t.orders.id, who.orderId),
  );
  const proofs = await leadProofs(db, who, app, profile.securityPhone, policy);
  const [found] = await db.select({ count: count() }).from(t.orders).where(elsewhere);
  return {
    kind: row.kind,
    realName: row.realNameVerifiedAt === null ? null : profile.realName,
    realNameVerifiedAt: row.realNameVerifiedAt,
    securityPhone: profile.securityPhone,
    riskFlag: row.riskFlag,
    otherOpenOrders: found?.count ?? 0,
    holdsOtherEntity: await holdsOtherEntity(db, who.accountId, app),
    provenPhones: [...proofs.keys()].map((id) => `people[${id}].phone1`),
  };
}

/** One account holds one entity: has it filed another certificate than this one? */
async function holdsOtherEntity(db: Db, accountId: string, { entity }: ApplicationDraft): Promise<boolean> {
  if (blank(entity.certNo)) return false;
  const mine = blindIndex(entity.nature === NATURE_PERSON ? "id_no" : "cert", entity.certNo);
  const rows = await db
    .select({ id: t.entities.id })
    .from(t.entities)
    .where(and(eq(t.entities.accountId, accountId), isNull(t.entities.endedAt), ne(t.entities.certIdx, mine)))
    .limit(1);
  return rows.length > 0;
}

import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "@/db/client";
import * as t from "@/db/schema";
import type { ImportProblem } from "@/lib/imports/kinds";
import { emailIndex } from "../../accounts/users";
import { inChunks, type Kept, type Store } from "./store";

type Customer = typeof t.customers.$inferSelect;

/** Accounts by the keyed hash of their owner's address. */
async function accountsOf(
  db: Db,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>();
  await inChunks(hashes, async (some) => {
    const rows = await db
      .select({ hash: t.users.emailIdx, accountId: t.accountMembers.accountId })
      .from(t.users)
      .innerJoin(
        t.accountMembers,
        and(eq(t.accountMembers.userId, t.users.id), eq(t.accountMembers.role, "owner")),
      )
      .where(inArray(t.users.emailIdx, some));
    for (const { hash, accountId } of rows)
      if (hash !== null) found.set(hash, [...(found.get(hash) ?? []), accountId]);
  });
  return found;
}

const keep = (value: Customer): Kept<Customer> => ({ key: value.id, label: value.id, value });

/** Which account is whose, by the address its owner signs in with. */
export const customerStore: Store<"customers", Customer> = {
  async resolve(db, rows) {
    const hashed = rows.map((one) => ({ ...one, hash: emailIndex(one.row.email) }));
    const accounts = await accountsOf(
      db,
      hashed.map(({ hash }) => hash),
    );
    const problems: ImportProblem[] = [];
    const kept: Kept<Customer>[] = [];
    const taken = new Set<string>();
    for (const { line, row, hash } of hashed) {
      const [accountId, second] = accounts.get(hash) ?? [];
      if (accountId === undefined) problems.push({ line, column: "email", reason: "account-unknown" });
      else if (second !== undefined || taken.has(accountId))
        problems.push({ line, column: "email", reason: "account-twice" });
      else kept.push(keep({ id: row.customer, accountId }));
      if (accountId !== undefined) taken.add(accountId);
    }
    return { kept, problems };
  },
  current: async (db) => (await db.select().from(t.customers)).map(keep),
  remove: (tx, keys) => inChunks(keys, (some) => tx.delete(t.customers).where(inArray(t.customers.id, some))),
  add: (tx, values) => inChunks(values, (some) => tx.insert(t.customers).values(some)),
};

/** Accounts by the number the provider's other systems have for them. */
export const accountsByCustomer = async (db: Db): Promise<ReadonlyMap<string, string>> =>
  new Map((await db.select().from(t.customers)).map(({ id, accountId }) => [id, accountId]));

import "server-only";
import { and, asc, eq, inArray } from "drizzle-orm";
import type { Db } from "../client";
import * as t from "../schema";

/** What the ports inventory, domains and business read. */
export const accountResources = (db: Db, accountId: string) =>
  db
    .select()
    .from(t.resources)
    .where(eq(t.resources.accountId, accountId))
    .orderBy(asc(t.resources.name), asc(t.resources.id));

export const ownResources = (db: Db, accountId: string, ids: readonly string[]) =>
  db
    .select()
    .from(t.resources)
    .where(and(eq(t.resources.accountId, accountId), inArray(t.resources.id, [...ids])));

export const accountDomains = (db: Db, accountId: string) =>
  db
    .select()
    .from(t.sandboxDomains)
    .where(eq(t.sandboxDomains.accountId, accountId))
    .orderBy(asc(t.sandboxDomains.domain));

export const knownDomains = (db: Db, domains: readonly string[]) =>
  db
    .select()
    .from(t.sandboxDomains)
    .where(inArray(t.sandboxDomains.domain, [...domains]));

export const knownBusinesses = (db: Db, certIdx: string) =>
  db.select().from(t.sandboxBusinesses).where(eq(t.sandboxBusinesses.certIdx, certIdx));

/** What the provider's other systems call the holder of an account; null while no file said so. */
export async function customerOf(db: Db, accountId: string): Promise<string | null> {
  const [row] = await db
    .select({ id: t.customers.id })
    .from(t.customers)
    .where(eq(t.customers.accountId, accountId));
  return row?.id ?? null;
}

/** An account as these systems are asked about it. */
export const accountQuestion = async (db: Db, accountId: string) => ({
  id: accountId,
  customer: await customerOf(db, accountId),
});

import "server-only";
import { and, asc, eq, inArray } from "drizzle-orm";
import type { Db } from "../client";
import * as t from "../schema";

/** What the sandbox implementations of the ports inventory, domains and business read. */
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

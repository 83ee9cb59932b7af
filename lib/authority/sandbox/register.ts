import "server-only";
import { and, eq, inArray, isNull } from "drizzle-orm";
import type { StoreDb } from "./store/client";
import * as t from "./store/schema";

export type RegisterEntity = typeof t.registerEntities.$inferSelect;

/** The organiser's filed record, by certificate. */
export async function entityByCert(db: StoreDb, certIdx: string): Promise<RegisterEntity | null> {
  const rows = await db
    .select()
    .from(t.registerEntities)
    .where(and(eq(t.registerEntities.certIdx, certIdx), isNull(t.registerEntities.endedAt)));
  return rows[0] ?? null;
}

export interface FiledDomain {
  readonly kind: "WEBSITE" | "APP";
  readonly domain: string;
  readonly serviceNumber: string;
  readonly entityNumber: string;
  readonly certIdx: string;
}

/** Who has filed the domains; those not filed are absent. */
export async function filedDomains(db: StoreDb, domains: readonly string[]): Promise<readonly FiledDomain[]> {
  if (domains.length === 0) return [];
  return db
    .select({
      domain: t.registerDomains.domain,
      kind: t.registerServices.kind,
      serviceNumber: t.registerServices.number,
      entityNumber: t.registerEntities.number,
      certIdx: t.registerEntities.certIdx,
    })
    .from(t.registerDomains)
    .innerJoin(t.registerServices, eq(t.registerServices.number, t.registerDomains.serviceNumber))
    .innerJoin(t.registerEntities, eq(t.registerEntities.number, t.registerServices.entityNumber))
    .where(
      and(
        inArray(t.registerDomains.domain, [...domains]),
        isNull(t.registerServices.endedAt),
        isNull(t.registerEntities.endedAt),
      ),
    );
}

/** Living services of an entity. */
export async function servicesOf(db: StoreDb, entityNumber: string) {
  return db
    .select()
    .from(t.registerServices)
    .where(and(eq(t.registerServices.entityNumber, entityNumber), isNull(t.registerServices.endedAt)));
}

export async function isBlacklisted(db: StoreDb, certIdx: string): Promise<boolean> {
  const rows = await db.select().from(t.blacklist).where(eq(t.blacklist.certIdx, certIdx));
  return rows.length > 0;
}

/** Those of the words that the authority files for nobody. */
export async function blacklistedWords(
  db: StoreDb,
  kind: "domain" | "name",
  words: readonly string[],
): Promise<ReadonlySet<string>> {
  if (words.length === 0) return new Set();
  const rows = await db
    .select({ word: t.blacklistedWords.word })
    .from(t.blacklistedWords)
    .where(and(eq(t.blacklistedWords.kind, kind), inArray(t.blacklistedWords.word, [...words])));
  return new Set(rows.map(({ word }) => word));
}

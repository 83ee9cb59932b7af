import "server-only";
import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import type { OrderType } from "@/lib/filing/application/codes";
import type { ServiceDraft } from "@/lib/filing/application/draft";
import {
  canonicalAbbr,
  formatFilingNumber,
  parseFilingNumber,
} from "@/lib/filing/application/identifiers/filing-number";
import { domainsOf } from "@/lib/filing/application/service-domains";
import type { SubmissionPayload } from "../gateway";
import { type EntityContents, openContents } from "./contents";
import type { StoreDb } from "./store/client";
import * as t from "./store/schema";

export type RegisterEntity = typeof t.registerEntities.$inferSelect;

/** The organiser's filed record, by certificate; of two, which should not be, the newer one. */
export async function entityByCert(db: StoreDb, certIdx: string): Promise<RegisterEntity | null> {
  const rows = await db
    .select()
    .from(t.registerEntities)
    .where(and(eq(t.registerEntities.certIdx, certIdx), isNull(t.registerEntities.endedAt)))
    .orderBy(desc(t.registerEntities.approvedAt), desc(t.registerEntities.number));
  return rows[0] ?? null;
}

/** A number as the register writes it. */
export const writtenNumber = (text: string | undefined): string | null => {
  const parsed = text === undefined ? null : parseFilingNumber(text);
  return parsed && formatFilingNumber({ ...parsed, abbr: canonicalAbbr(parsed.abbr) });
};

/** Before licences had one code for everything (三证合一) their numbers were shorter. */
const UNIFIED_CODE_LENGTH = 18;
const OF_CERTIFICATE: ReadonlySet<OrderType> = new Set(["CHANGE_ENTITY", "CHANGE_FILING"]);

/**
 * The record an application is about: by its certificate. Where a change brings the unified code in place of an older
 * number, by the record number it names; no other certificate ever takes a record over.
 */
export async function recordOf(
  db: StoreDb,
  { orderType, application }: Pick<SubmissionPayload, "orderType" | "application">,
  certIdx: string,
): Promise<RegisterEntity | null> {
  const known = await entityByCert(db, certIdx);
  const number = writtenNumber(application.entity.recordNumber);
  if (known !== null || number === null || !OF_CERTIFICATE.has(orderType)) return known;
  const rows = await db
    .select()
    .from(t.registerEntities)
    .where(and(eq(t.registerEntities.number, number), isNull(t.registerEntities.endedAt)));
  const [named] = rows;
  const filed = named && openContents<EntityContents>(named.number, named.contentsEnc)?.certNo;
  const older = typeof filed === "string" && filed.length < UNIFIED_CODE_LENGTH;
  const unified = application.entity.certNo?.trim().length === UNIFIED_CODE_LENGTH;
  return named !== undefined && older && unified ? named : null;
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

export type RegisterService = typeof t.registerServices.$inferSelect;

/**
 * The filed service a service of an application is: by the number it names, which must be this record's, else by a
 * domain of its own kind. A website and an APP may share a domain; each has a number.
 */
export async function serviceOf(
  db: StoreDb,
  entityNumber: string,
  service: ServiceDraft,
): Promise<RegisterService | null> {
  const living = (await servicesOf(db, entityNumber)).filter(({ kind }) => kind === service.kind);
  const named = service.serviceFilingNumber?.trim();
  if (named) return living.find(({ number }) => number === writtenNumber(named)) ?? null;
  const filed = await filedDomains(db, domainsOf(service));
  return living.find(({ number }) => filed.some((row) => row.serviceNumber === number)) ?? null;
}

/** Is a domain of the service somebody else's, or another website's of the same organiser? */
export async function isTaken(
  db: StoreDb,
  service: ServiceDraft,
  own: { readonly entityNumber: string | null; readonly serviceNumber: string | null },
): Promise<boolean> {
  const filed = await filedDomains(db, domainsOf(service));
  return filed.some(
    (row) =>
      row.entityNumber !== own.entityNumber ||
      (row.serviceNumber !== own.serviceNumber && row.kind === "WEBSITE" && service.kind === "WEBSITE"),
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

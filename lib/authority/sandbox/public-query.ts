import "server-only";
import { and, asc, eq, inArray, isNull, like, type SQL } from "drizzle-orm";
import { domainKey } from "@/lib/filing/application/identifiers/domain-name";
import {
  byNumber,
  formatFilingNumber,
  parseFilingNumber,
} from "@/lib/filing/application/identifiers/filing-number";
import type { PublicRecord, RegisterQuery } from "../gateway";
import { QUERY_LIMIT } from "./rules";
import { readStore, type StoreDb } from "./store/client";
import * as t from "./store/schema";

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, "");

/** `www.example.com/path` → the names to look for: what was typed and every parent of it. */
function domainCandidates(text: string): readonly string[] {
  const host = domainKey(text.replace(/^[a-z]+:\/\//i, "").split(/[/?#:]/)[0] ?? "");
  const labels = host.split(".");
  return labels.slice(0, -1).map((_, index) => labels.slice(index).join("."));
}

async function numbersWithDomain(db: StoreDb, text: string): Promise<readonly string[]> {
  const candidates = domainCandidates(text);
  if (candidates.length === 0) return [];
  const rows = await db
    .select({ number: t.registerDomains.serviceNumber })
    .from(t.registerDomains)
    .where(inArray(t.registerDomains.domain, [...candidates]));
  return rows.map((row) => row.number);
}

async function condition(db: StoreDb, by: RegisterQuery): Promise<SQL | undefined | null> {
  if ("domain" in by) {
    const numbers = await numbersWithDomain(db, by.domain);
    return numbers.length === 0 ? null : inArray(t.registerServices.number, [...numbers]);
  }
  if ("unitName" in by) {
    const name = escapeLike(by.unitName.trim());
    return name.length < 2 ? null : like(t.registerEntities.unitName, `%${name}%`);
  }
  const number = parseFilingNumber(by.number);
  if (!number) return null;
  const written = formatFilingNumber(number);
  return number.service ? eq(t.registerServices.number, written) : eq(t.registerEntities.number, written);
}

/** The public register, one row per service; what ended is not shown. People are not searchable and only masked. */
export async function queryRegister(by: RegisterQuery): Promise<readonly PublicRecord[]> {
  const db = readStore();
  const where = await condition(db, by);
  if (where === null) return [];
  const rows = await db
    .select({ service: t.registerServices, entity: t.registerEntities })
    .from(t.registerServices)
    .innerJoin(t.registerEntities, eq(t.registerEntities.number, t.registerServices.entityNumber))
    .where(and(where, isNull(t.registerServices.endedAt), isNull(t.registerEntities.endedAt)))
    .orderBy(asc(t.registerServices.number))
    .limit(QUERY_LIMIT);
  const numbers = rows.map((row) => row.service.number);
  const domains =
    numbers.length === 0
      ? []
      : await db.select().from(t.registerDomains).where(inArray(t.registerDomains.serviceNumber, numbers));
  const sorted = rows.toSorted((a, b) => byNumber(a.service.number, b.service.number));
  return sorted.map(({ service, entity }) => ({
    organiser: entity.publicName,
    natureCode: entity.natureCode,
    entityNumber: entity.number,
    serviceNumber: service.number,
    serviceName: service.name,
    domains: domains.filter((row) => row.serviceNumber === service.number).map((row) => row.domain),
    approvedAt: service.approvedAt,
  }));
}

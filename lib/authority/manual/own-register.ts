import "server-only";
import { and, asc, eq, inArray, isNull, like, type SQL } from "drizzle-orm";
import type { Reader } from "@/db/client";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import { domainKey } from "@/lib/filing/application/identifiers/domain-name";
import { formatFilingNumber, parseFilingNumber } from "@/lib/filing/application/identifiers/filing-number";
import type { PublicRecord, RegisterQuery } from "../gateway";

const living = () => and(isNull(t.services.endedAt), isNull(t.entities.endedAt));
const SHOWN = 50;

/** The organiser's record of this provider, and whether anything still stands below it. */
export async function ownEntity(db: Reader | Tx, hashes: readonly string[]) {
  const [entity] = await db
    .select()
    .from(t.entities)
    .where(and(inArray(t.entities.certIdx, [...hashes]), isNull(t.entities.endedAt)))
    .limit(1);
  if (entity === undefined) return null;
  const [service] = await db
    .select({ id: t.services.id })
    .from(t.services)
    .where(and(eq(t.services.entityId, entity.id), isNull(t.services.endedAt)))
    .limit(1);
  return { number: entity.number, shell: service === undefined };
}

/** Who has filed the domains with this provider; those not filed here are absent. */
export async function ownDomains(db: Reader | Tx, domains: readonly string[]) {
  if (domains.length === 0) return [];
  return db
    .select({
      domain: t.serviceDomains.domain,
      kind: t.services.kind,
      entityNumber: t.entities.number,
      certIdx: t.entities.certIdx,
    })
    .from(t.serviceDomains)
    .innerJoin(t.services, eq(t.services.id, t.serviceDomains.serviceId))
    .innerJoin(t.entities, eq(t.entities.id, t.services.entityId))
    .where(and(inArray(t.serviceDomains.domain, [...domains]), isNull(t.serviceDomains.endedAt), living()));
}

async function condition(db: Reader, by: RegisterQuery): Promise<SQL | undefined> {
  if ("domain" in by) {
    const rows = await db
      .select({ id: t.serviceDomains.serviceId })
      .from(t.serviceDomains)
      .where(and(eq(t.serviceDomains.domain, domainKey(by.domain)), isNull(t.serviceDomains.endedAt)));
    return inArray(
      t.services.id,
      rows.map(({ id }) => id),
    );
  }
  if ("unitName" in by) return like(t.entities.unitName, `%${by.unitName.trim().replace(/[\\%_]/g, "")}%`);
  const number = parseFilingNumber(by.number);
  if (number === null) return undefined;
  const written = formatFilingNumber(number);
  return number.service ? eq(t.services.number, written) : eq(t.entities.number, written);
}

/** What of the public register this provider filed himself; people stay nameless. */
export async function queryOwn(db: Reader, by: RegisterQuery): Promise<readonly PublicRecord[]> {
  const where = await condition(db, by);
  if (where === undefined) return [];
  const rows = await db
    .select({ service: t.services, entity: t.entities })
    .from(t.services)
    .innerJoin(t.entities, eq(t.entities.id, t.services.entityId))
    .where(and(where, living()))
    .orderBy(asc(t.services.filedAt), asc(t.services.number))
    .limit(SHOWN);
  const ids = rows.map(({ service }) => service.id);
  const domains = await db
    .select()
    .from(t.serviceDomains)
    .where(and(inArray(t.serviceDomains.serviceId, ids), isNull(t.serviceDomains.endedAt)));
  return rows.map(({ service, entity }) => ({
    organiser: entity.unitName ?? "***",
    natureCode: entity.nature,
    entityNumber: entity.number,
    serviceNumber: service.number,
    serviceName: service.name,
    domains: domains.filter(({ serviceId }) => serviceId === service.id).map(({ domain }) => domain),
    approvedAt: service.filedAt,
  }));
}

import "server-only";
import { and, asc, eq, inArray, isNull, max } from "drizzle-orm";
import type { Reader } from "@/db/client";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import {
  EMPTY_REGISTRY,
  type EntityDocument,
  type HeldService,
  type Registry,
  type ServiceDocument,
} from "@/lib/filing/registry/types";
import { open, unwrap } from "@/lib/secrets";

/** A registry as it lies in the database: what the pure step reads, and where the rows are. */
export interface Held {
  readonly registry: Registry;
  readonly row: typeof t.entities.$inferSelect | null;
  readonly key: Buffer | null;
  /** Row ids by service number. */
  readonly serviceIds: ReadonlyMap<string, string>;
  /** Last number of the history. */
  readonly seq: number;
}

const NOTHING: Held = { registry: EMPTY_REGISTRY, row: null, key: null, serviceIds: new Map(), seq: 0 };

export const entityAad = (id: string): string => `entity:${id}`;
export const serviceAad = (id: string): string => `service:${id}`;

/** Everything held of the organiser with this number, ended or not; nothing when he is not known here. */
export async function heldByNumber(db: Reader | Tx, number: string): Promise<Held> {
  const [row] = await db.select().from(t.entities).where(eq(t.entities.number, number)).limit(1);
  return row === undefined ? NOTHING : heldOf(db, row);
}

export async function heldOf(db: Reader | Tx, row: typeof t.entities.$inferSelect): Promise<Held> {
  const key = unwrap(row.wrappedKey);
  const rows = await db
    .select()
    .from(t.services)
    .where(eq(t.services.entityId, row.id))
    .orderBy(asc(t.services.filedAt), asc(t.services.number));
  const parts = await partsOf(
    db,
    rows.map(({ id }) => id),
  );
  const services = rows.map(({ id, number, kind, endedAt, documentEnc }): HeldService => {
    const access = parts.accesses.find(({ serviceId }) => serviceId === id);
    return {
      ...{ number, kind, ended: endedAt !== null },
      document: open<ServiceDocument>(key, documentEnc, serviceAad(id)),
      domains: parts.domains.filter(({ serviceId }) => serviceId === id).map(({ domain }) => domain),
      packages: parts.packages
        .filter(({ serviceId }) => serviceId === id)
        .map(({ platform, packageName }) => ({ platform, packageName })),
      access: access === undefined ? null : { resourceId: access.resourceId, ips: access.ips },
    };
  });
  const document = open<EntityDocument>(key, row.documentEnc, entityAad(row.id));
  const [last] = await db
    .select({ seq: max(t.registryHistory.seq) })
    .from(t.registryHistory)
    .where(eq(t.registryHistory.entityId, row.id));
  return {
    registry: { entity: { number: row.number, ended: row.endedAt !== null, document }, services },
    ...{ row, key },
    serviceIds: new Map(rows.map(({ id, number }) => [number, id])),
    seq: last?.seq ?? 0,
  };
}

/** What stands below the services now. */
async function partsOf(db: Reader | Tx, ids: readonly string[]) {
  const { serviceDomains: d, appPackages: p, accesses: a } = t;
  return {
    domains: await db
      .select()
      .from(d)
      .where(and(inArray(d.serviceId, [...ids]), isNull(d.endedAt)))
      .orderBy(asc(d.since), asc(d.domain)),
    packages: await db
      .select()
      .from(p)
      .where(and(inArray(p.serviceId, [...ids]), isNull(p.endedAt)))
      .orderBy(asc(p.since), asc(p.platform)),
    accesses: await db
      .select()
      .from(a)
      .where(and(inArray(a.serviceId, [...ids]), isNull(a.endedAt))),
  };
}

import "server-only";
import { and, asc, desc, eq, inArray, isNull, or } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import type { Actor } from "@/lib/filing/access";
import { byNumber } from "@/lib/filing/application/identifiers/filing-number";
import { ok, type Result } from "@/lib/filing/shared/result";

export interface FiledService {
  readonly id: string;
  readonly kind: "WEBSITE" | "APP";
  readonly number: string;
  readonly name: string;
  readonly domains: readonly string[];
  readonly filedAt: number;
  readonly ended: boolean;
  /** Served here now. */
  readonly here: boolean;
  readonly orderId: string;
}

export interface FiledEntity {
  readonly id: string;
  readonly number: string;
  readonly province: string;
  readonly nature: number;
  /** Null for a person: lists never print people's names. */
  readonly unitName: string | null;
  readonly filedAt: number;
  readonly ended: boolean;
  readonly services: readonly FiledService[];
}

/** What the account the actor works for now has filed, with its numbers. */
export async function listFilings(actor: Actor): Promise<Result<readonly FiledEntity[]>> {
  if (actor.accountId === null) return ok([]);
  const db = read();
  const entities = await db
    .select()
    .from(t.entities)
    .where(eq(t.entities.accountId, actor.accountId))
    .orderBy(desc(t.entities.filedAt));
  const services = await db
    .select({ service: t.services, domain: t.serviceDomains.domain, access: t.accesses.id })
    .from(t.services)
    // What a service had when it ended is still shown with it.
    .leftJoin(
      t.serviceDomains,
      and(
        eq(t.serviceDomains.serviceId, t.services.id),
        or(isNull(t.serviceDomains.endedAt), eq(t.serviceDomains.endedAt, t.services.endedAt)),
      ),
    )
    .leftJoin(t.accesses, and(eq(t.accesses.serviceId, t.services.id), isNull(t.accesses.endedAt)))
    .where(
      inArray(
        t.services.entityId,
        entities.map(({ id }) => id),
      ),
    )
    .orderBy(asc(t.services.filedAt), asc(t.serviceDomains.domain));
  return ok(
    entities.map(({ id, number, province, nature, unitName, filedAt, endedAt }) => ({
      ...{ id, number, province, nature, unitName, filedAt, ended: endedAt !== null },
      services: servicesOf(services.filter(({ service }) => service.entityId === id)),
    })),
  );
}

interface Row {
  readonly service: typeof t.services.$inferSelect;
  readonly domain: string | null;
  readonly access: string | null;
}

function servicesOf(rows: readonly Row[]): readonly FiledService[] {
  const byId = new Map<string, FiledService>();
  for (const { service, domain, access } of rows) {
    const { id, kind, number, name, filedAt, endedAt, orderId } = service;
    const known = byId.get(id) ?? {
      id,
      kind,
      number,
      name,
      filedAt,
      orderId,
      ended: endedAt !== null,
      here: access !== null,
      domains: [],
    };
    byId.set(id, domain === null ? known : { ...known, domains: [...known.domains, domain] });
  }
  return [...byId.values()].sort((a, b) => a.filedAt - b.filedAt || byNumber(a.number, b.number));
}

import "server-only";
import { inArray } from "drizzle-orm";
import type { Db } from "@/db/client";
import * as t from "@/db/schema";
import type { Standing } from "@/lib/filing/serving/answer";
import type { AskedName } from "@/lib/filing/serving/names";
import { overlap, type Span } from "@/lib/filing/serving/spans";

const NOTHING: Standing = { filed: [], accessed: [] };

/** What the register holds of these names, ended or not; a name nobody ever filed here is missing. */
async function byDomain(db: Db, domains: readonly string[]): Promise<ReadonlyMap<string, Standing>> {
  const { serviceDomains: d, accesses: a } = t;
  const lines = await db
    .select({ serviceId: d.serviceId, domain: d.domain, since: d.since, until: d.endedAt })
    .from(d)
    .where(inArray(d.domain, [...domains]));
  const services = [...new Set(lines.map(({ serviceId }) => serviceId))];
  const accesses = await db
    .select({ serviceId: a.serviceId, since: a.since, until: a.endedAt })
    .from(a)
    .where(inArray(a.serviceId, services));
  const byService = new Map<string, Span[]>();
  for (const { serviceId, ...span } of accesses)
    byService.set(serviceId, [...(byService.get(serviceId) ?? []), span]);
  const byName = new Map<string, typeof lines>();
  for (const line of lines) byName.set(line.domain, [...(byName.get(line.domain) ?? []), line]);
  const standingOf = (filed: typeof lines): Standing => {
    const accessed = filed.flatMap((line) =>
      (byService.get(line.serviceId) ?? []).flatMap((access) => overlap(line, access) ?? []),
    );
    return { filed, accessed };
  };
  return new Map([...byName].map(([name, filed]) => [name, standingOf(filed)]));
}

/** The same for what is asked: a name stands by itself, or by one above it. */
export async function standingsOf(
  db: Db,
  asked: readonly AskedName[],
): Promise<ReadonlyMap<string, Standing>> {
  const known = await byDomain(db, [...new Set(asked.flatMap(({ candidates }) => candidates))]);
  return new Map(
    asked.map(({ key, candidates }) => {
      const found = candidates.flatMap((name) => known.get(name) ?? []);
      if (found.length === 0) return [key, NOTHING];
      const filed = found.flatMap((one) => one.filed);
      return [key, { filed, accessed: found.flatMap(({ accessed }) => accessed) }];
    }),
  );
}

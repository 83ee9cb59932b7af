import "server-only";
import { and, inArray, isNull } from "drizzle-orm";
import type { Db } from "@/db/client";
import * as t from "@/db/schema";

/** Ids of the services that stand under these numbers now; what has ended is missing. */
export async function standingServices(
  db: Db,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .select({ id: t.services.id, number: t.services.number })
    .from(t.services)
    .where(and(inArray(t.services.number, [...numbers]), isNull(t.services.endedAt)));
  return new Map(rows.map(({ id, number }) => [number, id]));
}

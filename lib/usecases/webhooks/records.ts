import "server-only";
import { and, asc, eq, isNull } from "drizzle-orm";
import type { Db } from "@/db/client";
import * as t from "@/db/schema";
import { masterKey, open, seal } from "@/lib/secrets";

export type EndpointRow = typeof t.webhookEndpoints.$inferSelect;

type Sealed = "url" | "secret";
const aad = (id: string, what: Sealed): string => `webhook_endpoint:${id}:${what}`;

export const sealOf = (id: string, what: Sealed, text: string): Buffer =>
  seal(masterKey(), text, aad(id, what));
export const openOf = (id: string, what: Sealed, blob: Buffer): string =>
  open<string>(masterKey(), blob, aad(id, what));

/** Endpoints that were not taken away, oldest first. */
export const liveEndpoints = (db: Db): Promise<EndpointRow[]> =>
  db
    .select()
    .from(t.webhookEndpoints)
    .where(isNull(t.webhookEndpoints.endedAt))
    .orderBy(asc(t.webhookEndpoints.createdAt), asc(t.webhookEndpoints.id));

export async function liveEndpoint(db: Db, id: string): Promise<EndpointRow | undefined> {
  const [row] = await db
    .select()
    .from(t.webhookEndpoints)
    .where(and(eq(t.webhookEndpoints.id, id), isNull(t.webhookEndpoints.endedAt)));
  return row;
}

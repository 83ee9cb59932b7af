import "server-only";
import { and, desc, eq, gte, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { HELD } from "@/db/queries/due-work";
import * as t from "@/db/schema";
import { deliveryPrefix } from "./announce";
import { liveEndpoints } from "./records";

/** An outage that lasts longer is no hiccup: the page and `npm run doctor` speak of it. */
const FAILING_LONG_MS = 60 * 60_000;

/** All deliveries of an endpoint, by the range their keys lie in (`;` follows `:`). */
const ofEndpoint = (endpointId: string) => {
  const prefix = deliveryPrefix(endpointId);
  return and(gte(t.outbox.key, prefix), lt(t.outbox.key, `${prefix.slice(0, -1)};`));
};

const pending = isNull(t.outbox.doneAt);

export interface EndpointStanding {
  /** Since when something has been failing that is not delivered yet; null: nothing. */
  readonly failingSince: number | null;
  /** Refused for good: waits for staff. */
  readonly refused: number;
}

/** What has not arrived at an endpoint though it was tried. */
export async function standingOf(db: Db, endpointId: string): Promise<EndpointStanding> {
  const tried = or(
    isNotNull(t.outbox.failedAt),
    and(isNotNull(t.outbox.lastError), lt(t.outbox.runAt, HELD)),
  );
  const [row] = await db
    .select({
      failingSince: sql<number | null>`min(${t.outbox.createdAt})`,
      refused: sql<number>`coalesce(sum(${t.outbox.failedAt} IS NOT NULL), 0)`,
    })
    .from(t.outbox)
    .where(and(ofEndpoint(endpointId), pending, tried));
  return row ?? { failingSince: null, refused: 0 };
}

export const failsForLong = ({ failingSince, refused }: EndpointStanding, now: number): boolean =>
  refused > 0 || (failingSince !== null && now - failingSince > FAILING_LONG_MS);

/** How many endpoints there are, and how many of them need somebody. */
export async function failingEndpoints(
  db: Db,
  now: number,
): Promise<{ readonly endpoints: number; readonly failing: number }> {
  const endpoints = await liveEndpoints(db);
  let failing = 0;
  for (const { id } of endpoints) if (failsForLong(await standingOf(db, id), now)) failing += 1;
  return { endpoints: endpoints.length, failing };
}

export const lastDeliveries = (db: Db, endpointId: string, limit: number) =>
  db
    .select({ effect: t.outbox, number: t.orders.number })
    .from(t.outbox)
    .leftJoin(t.orders, eq(t.orders.id, t.outbox.orderId))
    .where(ofEndpoint(endpointId))
    .orderBy(desc(t.outbox.id))
    .limit(limit);

/** Everything that waits for an endpoint: held back while it is paused, let go when it goes on. */
export const waitingFor = (endpointId: string) =>
  and(ofEndpoint(endpointId), pending, isNull(t.outbox.failedAt));

/** Whatever has not arrived. */
export const openFor = (endpointId: string) => and(ofEndpoint(endpointId), pending);

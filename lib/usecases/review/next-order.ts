import "server-only";
import { and, asc, eq, isNull, ne, sql } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import type { Actor } from "@/lib/filing/access";
import { ok, type Result } from "@/lib/filing/shared/result";
import { claimOrder } from "./claim-order";
import type { QueueFilters, QueueView } from "./queue-filters";
import { filtered, viewOf, visible } from "./queue-where";
import { staffContext } from "./staff-context";

export interface NextOrderInput {
  readonly view: QueueView;
  readonly filters: QueueFilters;
  /** The order one comes from: it is not its own next. */
  readonly after: string | null;
}

/** So many may be taken away under one's hands before one is told that none is left. */
const TRIES = 10;

/**
 * The next order of a view, claimed: promised call-backs first, then the oldest, like the list. In one's own list, the
 * next one held. Of two who ask at once each gets another one.
 * @returns null when the view has none left to take.
 */
export async function nextOrder(
  actor: Actor,
  { view, filters, after }: NextOrderInput,
): Promise<Result<{ orderId: string } | null>> {
  const ctx = await staffContext(actor);
  if (!ctx.ok) return ctx;
  const { now, policy } = ctx.value;
  const scope = { actor, now, policy };
  const own = view === "mine";
  const rows = await read()
    .select({ orderId: t.orders.id, version: t.orders.version })
    .from(t.orders)
    .where(
      and(
        ...[visible(actor), viewOf(view, scope), filtered(filters, scope)],
        eq(t.orders.state, "PROVIDER_REVIEW"),
        own ? undefined : isNull(t.orders.claimUserId),
        after === null ? undefined : ne(t.orders.id, after),
      ),
    )
    .orderBy(
      sql`${t.orders.callbackBy} is null`,
      asc(t.orders.callbackBy),
      asc(t.orders.since),
      asc(t.orders.id),
    )
    .limit(own ? 1 : TRIES);
  for (const row of rows) {
    if (own) return ok({ orderId: row.orderId });
    const claimed = await claimOrder(actor, row);
    if (claimed.ok) return ok({ orderId: row.orderId });
  }
  return ok(null);
}

import "server-only";
import { and, asc, desc, eq, gte, inArray, lt } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { clock } from "@/lib/clock";
import type { Actor } from "@/lib/filing/access";
import { addHours } from "@/lib/filing/policy/calendar";

/** An order one held and holds no more, though one neither decided nor returned it. */
export interface TakenAway {
  readonly orderId: string;
  readonly number: string;
  readonly at: number;
  /** Nobody touched it for too long, or a supervisor gave it to somebody else. */
  readonly how: "idle" | "reassigned";
}

/** Long enough for a weekend. */
const TOLD_FOR_HOURS = 72;
const TAKING = ["claimed", "reassigned"] as const;

/**
 * What went out of a reviewer's hands by itself or by a supervisor's, newest first, for some days, as long as the order
 * is still in review and not his again: told on his own list.
 */
export async function listTakenAway({ userId }: Pick<Actor, "userId">): Promise<readonly TakenAway[]> {
  const rows = await read()
    .select({ event: t.orderEvents.event, at: t.orderEvents.at, seq: t.orderEvents.seq, order: t.orders })
    .from(t.orderEvents)
    .innerJoin(t.orders, eq(t.orders.id, t.orderEvents.orderId))
    .where(
      and(
        eq(t.orders.state, "PROVIDER_REVIEW"),
        inArray(t.orderEvents.type, ["released", "reassigned"]),
        gte(t.orderEvents.at, addHours(clock().now(), -TOLD_FOR_HOURS)),
      ),
    )
    .orderBy(asc(t.orderEvents.at));
  const lost = new Map<string, TakenAway>();
  for (const { event, at, seq, order } of rows) {
    if (order.claimUserId === userId) continue;
    const { id: orderId, number } = order;
    if (event.type === "reassigned" && event.from === userId)
      lost.set(orderId, { orderId, number, at, how: "reassigned" });
    else if (event.type === "released" && event.automatic && (await holderBefore(orderId, seq)) === userId)
      lost.set(orderId, { orderId, number, at, how: "idle" });
  }
  return [...lost.values()].reverse();
}

/** Who had it until then. */
async function holderBefore(orderId: string, seq: number): Promise<string | null> {
  const [row] = await read()
    .select({ event: t.orderEvents.event })
    .from(t.orderEvents)
    .where(
      and(
        eq(t.orderEvents.orderId, orderId),
        lt(t.orderEvents.seq, seq),
        inArray(t.orderEvents.type, [...TAKING]),
      ),
    )
    .orderBy(desc(t.orderEvents.seq))
    .limit(1);
  return row && (row.event.type === "claimed" || row.event.type === "reassigned") ? row.event.userId : null;
}

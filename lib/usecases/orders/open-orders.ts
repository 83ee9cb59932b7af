import "server-only";
import { and, asc, eq, notInArray } from "drizzle-orm";
import type { Db } from "@/db/client";
import * as t from "@/db/schema";
import { FINAL_STATES, type OrderState } from "@/lib/filing/lifecycle/states";
import type { Policy } from "@/lib/filing/policy/types";

/** Ids of the account's orders under way, the oldest first; `besides`: states in which one does not count. */
export async function openOrders(
  db: Db,
  accountId: string,
  besides: readonly OrderState[] = [],
): Promise<readonly string[]> {
  const { orders } = t;
  const rows = await db
    .select({ id: orders.id })
    .from(orders)
    .where(and(eq(orders.accountId, accountId), notInArray(orders.state, [...FINAL_STATES, ...besides])))
    .orderBy(asc(orders.createdAt), asc(orders.id));
  return rows.map(({ id }) => id);
}

/** The order that must end before another can begin; null while fewer are under way than the provider allows (DF §2.2). */
export async function orderInTheWay(
  db: Db,
  accountId: string,
  { provider }: Pick<Policy, "provider">,
): Promise<string | null> {
  const open = await openOrders(db, accountId);
  return open.length < provider.openOrdersPerAccount ? null : (open[0] ?? null);
}

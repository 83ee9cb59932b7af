import "server-only";
import { and, eq, inArray, isNull, or } from "drizzle-orm";
import type { Db } from "@/db/client";
import * as t from "@/db/schema";
import type { Actor } from "@/lib/filing/access";

/** The user's own messages, as far as they are about the account he works for now, or about no order at all. */
export function ownNotifications(db: Db, { userId, accountId }: Pick<Actor, "userId" | "accountId">) {
  const own = eq(t.notifications.userId, userId);
  if (accountId === null) return own;
  const orders = db.select({ id: t.orders.id }).from(t.orders).where(eq(t.orders.accountId, accountId));
  return and(own, or(isNull(t.notifications.orderId), inArray(t.notifications.orderId, orders)));
}

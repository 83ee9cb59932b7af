import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import { clock } from "@/lib/clock";
import type { Actor } from "@/lib/filing/access";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { ownNotifications } from "./own";

/** Marks every message as read that this user sees now. */
export async function markNotificationsRead(actor: Actor): Promise<Result<{ marked: number }>> {
  return withTransaction(async (tx) => {
    const rows = await tx
      .update(t.notifications)
      .set({ readAt: clock().now() })
      .where(and(ownNotifications(tx, actor), isNull(t.notifications.readAt)))
      .returning({ id: t.notifications.id });
    return ok({ marked: rows.length });
  });
}

/** Marks one message as read; again changes nothing. Somebody else's is `not_found`. */
export async function markNotificationRead(
  actor: Actor,
  { notificationId }: { readonly notificationId: string },
): Promise<Result<null>> {
  return withTransaction(async (tx) => {
    const own = and(eq(t.notifications.id, notificationId), eq(t.notifications.userId, actor.userId));
    const [row] = await tx.select({ readAt: t.notifications.readAt }).from(t.notifications).where(own);
    if (row === undefined) return fail(refuse("not_found"));
    if (row.readAt === null) await tx.update(t.notifications).set({ readAt: clock().now() }).where(own);
    return ok(null);
  });
}

import "server-only";
import { and, desc, eq, isNull } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import { clock } from "@/lib/clock";
import type { Actor } from "@/lib/filing/access";
import type { Params } from "@/lib/filing/shared/refusal";
import { ok, type Result } from "@/lib/filing/shared/result";

export interface NotificationView {
  readonly id: string;
  /** Key below `notifications.event`. */
  readonly event: string;
  readonly params: Params;
  readonly orderId: string | null;
  readonly at: number;
  readonly unread: boolean;
}

/** The last hundred messages to this user, newest first. */
export async function listNotifications(actor: Actor): Promise<Result<readonly NotificationView[]>> {
  const rows = await read()
    .select()
    .from(t.notifications)
    .where(eq(t.notifications.userId, actor.userId))
    .orderBy(desc(t.notifications.at), desc(t.notifications.id))
    .limit(100);
  return ok(
    rows.map(({ id, event, params, orderId, at, readAt }) => ({
      id,
      event,
      params,
      orderId,
      at,
      unread: readAt === null,
    })),
  );
}

/** Marks every message of this user as read. */
export async function markNotificationsRead(actor: Actor): Promise<Result<{ marked: number }>> {
  return withTransaction(async (tx) => {
    const rows = await tx
      .update(t.notifications)
      .set({ readAt: clock().now() })
      .where(and(eq(t.notifications.userId, actor.userId), isNull(t.notifications.readAt)))
      .returning({ id: t.notifications.id });
    return ok({ marked: rows.length });
  });
}

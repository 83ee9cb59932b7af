import "server-only";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import { clock } from "@/lib/clock";
import type { Params } from "@/lib/filing/shared/refusal";
import { newId } from "@/lib/ids";
import { BY_SMS, type FilingTold } from "@/lib/notify/events";
import { enqueue } from "@/lib/work/outbox";
import { deliveryKey, membersOf, type NotifyPayload } from "./notify-order-event";

/**
 * Tells an account of something about what it filed, and about no order: in the transaction of what happened, like
 * messages about orders.
 */
export async function tellOfFiling(
  tx: Tx,
  accountId: string,
  { event, params }: { readonly event: FilingTold; readonly params: Params },
  ownersOnly: boolean,
): Promise<void> {
  for (const { userId, role } of await membersOf(tx, accountId)) {
    if (ownersOnly && role !== "owner") continue;
    const id = newId();
    const row = { id, userId, event, orderId: null, params, at: clock().now() };
    await tx.insert(t.notifications).values(row);
    const what = { event, params, orderId: null };
    const queue = (channel: "mail" | "sms", payload: NotifyPayload) =>
      enqueue(tx, { topic: "notify", key: deliveryKey(channel, id), payload });
    await queue("mail", { ...what, channel: "mail", userId });
    if (role === "owner" && BY_SMS.has(event)) await queue("sms", { ...what, channel: "sms", accountId });
  }
}

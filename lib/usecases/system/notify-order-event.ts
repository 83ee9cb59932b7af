import "server-only";
import { eq } from "drizzle-orm";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import { clock } from "@/lib/clock";
import type { OrderEvent } from "@/lib/filing/lifecycle/types";
import type { Params } from "@/lib/filing/shared/refusal";
import { newId } from "@/lib/ids";
import { BY_SMS, type NotificationEvent, toldOf } from "@/lib/notify/events";
import { enqueue } from "@/lib/work/outbox";

/** What this needs to know of an order; the orders' store hands in its record. */
interface Told {
  readonly row: {
    readonly id: string;
    readonly number: string;
    readonly accountId: string;
    readonly headline: string | null;
  };
}

/** Payload of the topic `notify`: what to tell whom; addresses are looked up when it is delivered. */
export type NotifyPayload = {
  readonly event: NotificationEvent;
  readonly params: Params;
  readonly orderId: string;
} & (
  | { readonly channel: "mail"; readonly userId: string }
  | { readonly channel: "sms"; readonly accountId: string }
);

/**
 * Tells everybody of the account: a row in the console at once, in the transaction of the event; mail and text
 * message by the outbox after it.
 */
export async function notifyOrderEvent(tx: Tx, order: Told, event: OrderEvent): Promise<void> {
  const told = toldOf(event);
  if (told === null) return;
  const { id: orderId, number, accountId, headline } = order.row;
  const params: Params = { ...told.params, number, headline: headline ?? number };
  const members = await tx
    .select({ userId: t.accountMembers.userId })
    .from(t.accountMembers)
    .where(eq(t.accountMembers.accountId, accountId));
  const at = clock().now();
  for (const { userId } of members) {
    const id = newId();
    await tx.insert(t.notifications).values({ id, userId, event: told.event, orderId, params, at });
    const payload: NotifyPayload = { channel: "mail", userId, event: told.event, params, orderId };
    await enqueue(tx, { topic: "notify", key: `notify:mail:${id}`, orderId, payload });
  }
  if (!BY_SMS.has(told.event)) return;
  const payload: NotifyPayload = { channel: "sms", accountId, event: told.event, params, orderId };
  await enqueue(tx, { topic: "notify", key: `notify:sms:${newId()}`, orderId, payload });
}

import "server-only";
import { and, eq } from "drizzle-orm";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import { clock } from "@/lib/clock";
import type { OrderEvent } from "@/lib/filing/lifecycle/types";
import type { Params } from "@/lib/filing/shared/refusal";
import { newId } from "@/lib/ids";
import { BY_SMS, type NotificationEvent, type Told, toldOf } from "@/lib/notify/events";
import { enqueue } from "@/lib/work/outbox";

/** What this needs to know of an order; the orders' store hands in its record. */
interface OrderTold {
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
  /** Null: it is about no order. */
  readonly orderId: string | null;
} & (
  | { readonly channel: "mail"; readonly userId: string }
  | { readonly channel: "sms"; readonly accountId: string }
  /** A person in charge, by mail or, without an address, by text message. */
  | { readonly channel: "lead"; readonly orderId: string; readonly personId: string }
);

/** Of a message in the console: the key of its delivery, so that the list can say how that went. */
export const deliveryKey = (channel: "mail" | "sms", notificationId: string): string =>
  `notify:${channel}:${notificationId}`;

/**
 * Tells everybody of the account of something that was no event of the order; it is the order the filing came from. The
 * rest is as for an event.
 */
export async function tellMembers(tx: Tx, order: OrderTold, told: Told): Promise<Params> {
  const { id: orderId, number, accountId, headline } = order.row;
  const params: Params = { ...told.params, number, headline: headline ?? number };
  const what = { event: told.event, params, orderId };
  const queue = (key: string, payload: NotifyPayload) =>
    enqueue(tx, { topic: "notify", key, orderId, payload });
  for (const { userId, role } of await membersOf(tx, accountId)) {
    const id = newId();
    await tx
      .insert(t.notifications)
      .values({ id, userId, event: told.event, orderId, params, at: clock().now() });
    await queue(deliveryKey("mail", id), { ...what, channel: "mail", userId });
    // The account's security phone answers for its owner.
    if (role === "owner" && BY_SMS.has(told.event))
      await queue(deliveryKey("sms", id), { ...what, channel: "sms", accountId });
  }
  return params;
}

/**
 * Tells everybody of the account: a row in the console at once, in the transaction of the event; mail and text
 * message by the outbox after it. Whoever has to verify is told, too: he may have no account here.
 */
export async function notifyOrderEvent(tx: Tx, order: OrderTold, event: OrderEvent): Promise<void> {
  const told = toldOf(event);
  if (told === null) return;
  const params = await tellMembers(tx, order, told);
  if (event.type !== "sms_started") return;
  const { id: orderId } = order.row;
  for (const personId of event.required)
    await enqueue(tx, {
      topic: "notify",
      key: `notify:lead:${newId()}`,
      orderId,
      payload: { event: told.event, params, orderId, channel: "lead", personId } satisfies NotifyPayload,
    });
}

/** Who works for an account and is there to be told. */
export const membersOf = (tx: Tx, accountId: string) =>
  tx
    .select({ userId: t.accountMembers.userId, role: t.accountMembers.role })
    .from(t.accountMembers)
    .innerJoin(t.users, and(eq(t.users.id, t.accountMembers.userId), eq(t.users.status, "active")))
    .where(eq(t.accountMembers.accountId, accountId));

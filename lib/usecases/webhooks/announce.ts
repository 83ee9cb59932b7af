import "server-only";
import { isNull } from "drizzle-orm";
import { HELD } from "@/db/queries/due-work";
import { customerOf } from "@/db/queries/holdings";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import { clock } from "@/lib/clock";
import type { OrderEvent, OrderSnapshot } from "@/lib/filing/lifecycle/types";
import { isWebhookEvent, type WebhookEvent } from "@/lib/webhooks/events";
import { messageOf } from "@/lib/webhooks/message";
import { enqueue } from "@/lib/work/outbox";

/** Payload of the topic `webhook.event`. */
export interface WebhookPayload {
  readonly endpointId: string;
  /** The receiver's idempotency key: the same at every try. */
  readonly messageId: string;
  readonly body: string;
}

interface Announced {
  readonly row: { readonly id: string; readonly number: string; readonly accountId: string };
  readonly snapshot: OrderSnapshot;
}

/** Keys of an endpoint's deliveries lie side by side, and say of which kind each is. */
export const deliveryPrefix = (endpointId: string): string => `webhook:${endpointId}:`;

/**
 * One effect per endpoint that asked for the event, in the transaction of the event itself: told at least once, or the
 * event never was. A paused endpoint is told when it goes on.
 */
export async function announceEvents(
  tx: Tx,
  order: Announced,
  events: readonly OrderEvent[],
  firstSeq: number,
): Promise<void> {
  const told = events.flatMap((event, index) =>
    isWebhookEvent(event.type) ? [{ event, type: event.type, seq: firstSeq + index }] : [],
  );
  if (told.length === 0) return;
  const endpoints = await tx.select().from(t.webhookEndpoints).where(isNull(t.webhookEndpoints.endedAt));
  if (endpoints.length === 0) return;
  const { id, number, accountId } = order.row;
  const customer = await customerOf(tx, accountId);
  const tellable = { id, number, accountId, customer, snapshot: order.snapshot };
  for (const { event, type, seq } of told) {
    const body = messageOf(tellable, event, seq, clock().now());
    for (const endpoint of endpoints)
      if (endpoint.events.includes(type)) await queue(tx, endpoint, { type, body, seq, orderId: id });
  }
}

async function queue(
  tx: Tx,
  { id: endpointId, pausedAt }: { readonly id: string; readonly pausedAt: number | null },
  told: {
    readonly type: WebhookEvent;
    readonly body: string;
    readonly seq: number;
    readonly orderId: string;
  },
): Promise<void> {
  const messageId = `evt_${told.orderId}_${told.seq}`;
  const payload: WebhookPayload = { endpointId, messageId, body: told.body };
  await enqueue(tx, {
    topic: "webhook.event",
    key: `${deliveryPrefix(endpointId)}${told.type}:${messageId}`,
    orderId: told.orderId,
    payload,
    ...(pausedAt === null ? {} : { runAt: HELD }),
  });
}

import "server-only";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import { clock } from "@/lib/clock";
import type { OrderEvent } from "@/lib/filing/lifecycle/types";
import { newId, randomToken } from "@/lib/ids";
import { enqueue } from "@/lib/work/outbox";
import { hashOfLink } from "./link";

/** Payload of the topic `callback.link`, sealed under the order's key: the only place where the secret itself stands. */
export interface CallbackLinkPayload {
  readonly orderId: string;
  readonly linkId: string;
  readonly token: string;
  readonly requestBy: number;
}

/** The missed call whose wait for a request these events opened; null when nobody was missed. */
function missed(events: readonly OrderEvent[]) {
  const opened = events.find((event) => event.type === "callback_opened");
  const asked = events.some((event) => event.type === "callback_requested");
  return opened && !asked ? opened : null;
}

/**
 * Makes the link for the lead who missed the call and sends it by text message after commit (DF §3.5): he may have no
 * account. Part of the transaction that records the call.
 */
export async function offerCallback(
  tx: Tx,
  order: { readonly row: { readonly id: string }; readonly snapshot: { readonly round: number } },
  events: readonly OrderEvent[],
): Promise<void> {
  const call = missed(events);
  if (call === null) return;
  const [id, token, orderId] = [newId(), randomToken(32), order.row.id];
  await tx.insert(t.callbackLinks).values({
    id,
    tokenHash: hashOfLink(token),
    orderId,
    round: order.snapshot.round,
    personId: call.personId,
    createdAt: clock().now(),
  });
  const payload: CallbackLinkPayload = { orderId, linkId: id, token, requestBy: call.requestBy };
  await enqueue(tx, { topic: "callback.link", key: `callback.link:${id}`, orderId, payload });
}

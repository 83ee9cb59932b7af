import "server-only";
import { eq } from "drizzle-orm";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import { clock } from "@/lib/clock";
import { newId } from "@/lib/ids";
import { masterKey, seal, unwrap } from "@/lib/secrets";
import type { Topic } from "./types";

export interface Effect {
  readonly topic: Topic;
  /** Idempotency key: the same effect written twice is delivered once. */
  readonly key: string;
  readonly orderId?: string;
  readonly payload: unknown;
  /** Business time from which it may be delivered; default now. */
  readonly runAt?: number;
}

export const outboxAad = (id: string): string => `outbox:${id}`;

/** Writes an effect with the change that causes it; it is delivered after commit, at least once. */
export async function enqueue(tx: Tx, effect: Effect): Promise<void> {
  const id = newId();
  const now = clock().now();
  await tx
    .insert(t.outbox)
    .values({
      id,
      topic: effect.topic,
      key: effect.key,
      orderId: effect.orderId ?? null,
      payloadEnc: seal(await keyOf(tx, effect.orderId), effect.payload, outboxAad(id)),
      runAt: effect.runAt ?? now,
      createdAt: now,
    })
    .onConflictDoNothing({ target: t.outbox.key });
}

async function keyOf(tx: Tx, orderId: string | undefined): Promise<Buffer> {
  if (orderId === undefined) return masterKey();
  const [order] = await tx
    .select({ wrapped: t.orders.wrappedKey })
    .from(t.orders)
    .where(eq(t.orders.id, orderId));
  if (!order?.wrapped) throw new Error("An effect of an order that does not exist or was erased.");
  return unwrap(order.wrapped);
}

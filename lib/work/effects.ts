import "server-only";
import { read } from "@/db/client";
import {
  claimEffect,
  finishEffect,
  nextEffect,
  type OutboxRow,
  orderKeyOf,
  parkEffect,
  postponeEffect,
} from "@/db/queries/due-work";
import { withTransaction } from "@/db/transaction";
import { clock } from "@/lib/clock";
import { log } from "@/lib/log";
import { masterKey, open, unwrap } from "@/lib/secrets";
import { backoff, failureCode } from "./backoff";
import { DeliveryError } from "./delivery-error";
import { outboxAad } from "./outbox";
import { leaseEnd, times } from "./times";
import { type Plan, TOPICS, type Topic } from "./types";

type Handlers = Plan["handlers"];

export type Outcome = "none" | "done" | "failed";

const isTopic = (topic: string): topic is Topic => TOPICS.some((known) => known === topic);

/** Claims, delivers and settles one effect that is due. */
export async function runNextEffect(handlers: Handlers): Promise<Outcome> {
  for (;;) {
    const next = await nextEffect(times());
    if (!next) return "none";
    const row = await withTransaction((tx) => claimEffect(tx, next.id, times(), leaseEnd()));
    if (row) return deliver(row, handlers);
  }
}

async function deliver(row: OutboxRow, handlers: Handlers): Promise<Outcome> {
  try {
    const payload = await openPayload(row);
    if (payload === undefined) {
      await withTransaction((tx) => finishEffect(tx, row, clock().now(), "erased"));
      return "done";
    }
    if (!isTopic(row.topic)) throw new Error("No handler for the topic.");
    const { run } = await handlers[row.topic]();
    await run(payload, { id: row.id, key: row.key, orderId: row.orderId, attempt: row.attempts });
    await withTransaction((tx) => finishEffect(tx, row, clock().now(), null));
    return "done";
  } catch (error) {
    const code = failureCode(error);
    log.warn(
      { outbox: row.id, topic: row.topic, attempt: row.attempts, code, err: error },
      "delivery failed",
    );
    const now = clock().now();
    const told = error instanceof DeliveryError ? error : null;
    await withTransaction((tx) =>
      told?.permanent
        ? parkEffect(tx, row, now, code)
        : postponeEffect(tx, row, told?.until ?? now + backoff(row.attempts), code),
    );
    return "failed";
  }
}

/** Undefined when the order's key was destroyed: what was to be said of it is gone, too. */
export async function openPayload(row: Pick<OutboxRow, "id" | "orderId" | "payloadEnc">): Promise<unknown> {
  if (row.orderId === null) return open(masterKey(), row.payloadEnc, outboxAad(row.id));
  const wrapped = await orderKeyOf(read(), row.orderId);
  return wrapped === null ? undefined : open(unwrap(wrapped), row.payloadEnc, outboxAad(row.id));
}

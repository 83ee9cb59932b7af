import "server-only";
import { createHmac } from "node:crypto";
import { systemClock } from "@/lib/clock";
import { DeliveryError } from "@/lib/work/delivery-error";
import type { OutgoingMessage } from "./port";

/** Well below the outbox's lease of a minute. */
const WAIT_MS = 10_000;

/** Answers that say "not this message, not ever"; anything else may be over at the next try. */
const REFUSED: ReadonlySet<number> = new Set([400, 413, 422]);

/**
 * The signature of a call: HMAC-SHA256 over `<timestamp>.<body>`, in hex. The far side computes the same over the bytes
 * it received, compares in constant time, and turns away timestamps more than five minutes old.
 */
export const signature = (secret: string, timestamp: number, body: string): string =>
  createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex");

/**
 * A text message to the provider's own gateway:
 *
 *   POST SMS_WEBHOOK_URL          {"to":"13900000001","text":"…"}
 *   X-ICP-Timestamp: 1795500000   seconds, system clock
 *   X-ICP-Signature: v1=<hex>     HMAC-SHA256(SMS_WEBHOOK_SECRET, timestamp + "." + body)
 *   Idempotency-Key: notify:sms:… the same message sent twice has the same key
 *
 * 2xx = taken. 400, 413, 422 = this message is refused for good (staff sees it). Everything else is tried again.
 *
 * @throws DeliveryError
 */
export async function sendSms(
  gateway: { readonly url: string; readonly secret: string },
  message: OutgoingMessage,
  waitMs = WAIT_MS,
): Promise<void> {
  const body = JSON.stringify({ to: message.to, text: message.body });
  const timestamp = Math.floor(systemClock().now() / 1000);
  const answer = await call(gateway.url, body, waitMs, {
    "Content-Type": "application/json",
    "X-ICP-Timestamp": String(timestamp),
    "X-ICP-Signature": `v1=${signature(gateway.secret, timestamp, body)}`,
    "Idempotency-Key": message.key,
  });
  await answer.body?.cancel();
  if (answer.ok) return;
  throw new DeliveryError({ code: `http_${answer.status}`, permanent: REFUSED.has(answer.status) });
}

/** A redirect would carry number and text to somewhere nobody named: it counts as a failure. */
async function call(
  url: string,
  body: string,
  waitMs: number,
  headers: Record<string, string>,
): Promise<Response> {
  try {
    const signal = AbortSignal.timeout(waitMs);
    return await fetch(url, { method: "POST", headers, body, redirect: "manual", signal });
  } catch (error) {
    const late = error instanceof Error && error.name === "TimeoutError";
    throw new DeliveryError({ code: late ? "ETIMEDOUT" : "ECONNECTION", permanent: false }, error);
  }
}

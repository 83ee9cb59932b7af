import "server-only";
import { createHmac } from "node:crypto";
import { systemClock } from "@/lib/clock";
import { OutboundClient } from "@/lib/outbound/client";
import { OutboundError } from "@/lib/outbound/errors";
import { DeliveryError, isRefusedForGood } from "@/lib/work/delivery-error";
import type { OutgoingMessage } from "./port";

/** Well below the outbox's lease of a minute. */
const WAIT_MS = 10_000;

const client = (waitMs: number) => new OutboundClient({ totalMs: waitMs, maxBytes: 0, trusted: true });
/** The operator named the gateway in the environment: it may stand in his own network. */
const gatewayClient = client(WAIT_MS);

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
 * 2xx = taken. 400, 410, 413, 422 = this message is refused for good (staff sees it). Everything else is tried again.
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
  const headers = {
    "Content-Type": "application/json",
    "X-ICP-Timestamp": String(timestamp),
    "X-ICP-Signature": `v1=${signature(gateway.secret, timestamp, body)}`,
    "Idempotency-Key": message.key,
  };
  const way = waitMs === WAIT_MS ? gatewayClient : client(waitMs);
  const { status } = await way
    .call({ url: gateway.url, method: "POST", headers, body })
    .catch((error: unknown) => {
      throw new DeliveryError(
        { code: error instanceof OutboundError ? error.code : "unknown", permanent: false },
        error,
      );
    });
  if (status >= 200 && status < 300) return;
  throw new DeliveryError({ code: `http_${status}`, permanent: isRefusedForGood(status) });
}

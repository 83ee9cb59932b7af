import "server-only";
import { read } from "@/db/client";
import { HELD } from "@/db/queries/due-work";
import { systemClock } from "@/lib/clock";
import { OutboundClient } from "@/lib/outbound/client";
import { OutboundError } from "@/lib/outbound/errors";
import { webhookSignature } from "@/lib/webhooks/sign";
import { DeliveryError, isRefusedForGood } from "@/lib/work/delivery-error";
import type { WorkMeta } from "@/lib/work/types";
import type { WebhookPayload } from "./announce";
import { type EndpointRow, liveEndpoint, openOf } from "./records";

/** One breaker an endpoint: who does not answer holds up nobody else for longer than a few tries. */
const clients = new Map<string, OutboundClient>();
function clientOf(endpointId: string): OutboundClient {
  const known = clients.get(endpointId);
  if (known !== undefined) return known;
  const made = new OutboundClient({ totalMs: 10_000, connectMs: 5_000, maxBytes: 0 });
  clients.set(endpointId, made);
  return made;
}

/** Secrets that sign now: for a day after a change also the one before. */
function secretsOf(row: EndpointRow, now: number): readonly string[] {
  const secrets = [openOf(row.id, "secret", row.secretEnc)];
  if (row.previousSecretEnc !== null && row.previousUntil !== null && now < row.previousUntil)
    secrets.push(openOf(row.id, "secret", row.previousSecretEnc));
  return secrets;
}

/** Topic `webhook.event`: one signed call. A second one of the same message carries the same id. */
export async function run(payload: unknown, _meta: WorkMeta): Promise<void> {
  const { endpointId, messageId, body } = payload as WebhookPayload;
  const row = await liveEndpoint(read(), endpointId);
  // Taken away since: nobody to tell.
  if (row === undefined) return;
  if (row.pausedAt !== null) throw new DeliveryError({ code: "held", permanent: false, until: HELD });
  const now = systemClock().now();
  const timestamp = Math.floor(now / 1000);
  const signatures = secretsOf(row, now).map((secret) =>
    webhookSignature(secret, messageId, timestamp, body),
  );
  const headers = {
    "Content-Type": "application/json",
    "webhook-id": messageId,
    "webhook-timestamp": String(timestamp),
    "webhook-signature": signatures.join(" "),
  };
  const { status } = await clientOf(endpointId)
    .call({ url: openOf(endpointId, "url", row.urlEnc), method: "POST", headers, body })
    .catch((error: unknown) => {
      if (!(error instanceof OutboundError)) throw error;
      throw new DeliveryError({ code: error.code, permanent: false }, error);
    });
  if (status >= 200 && status < 300) return;
  throw new DeliveryError({ code: `http_${status}`, permanent: isRefusedForGood(status) });
}

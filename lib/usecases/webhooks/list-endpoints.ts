import "server-only";
import { read } from "@/db/client";
import { HELD, type OutboxRow } from "@/db/queries/due-work";
import { clock, systemClock } from "@/lib/clock";
import { type Actor, can } from "@/lib/filing/access";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { causeOf, type DeliveryCause } from "@/lib/notify/cause";
import { isWebhookEvent, TEST_EVENT, type WebhookEvent } from "@/lib/webhooks/events";
import { deliveryPrefix } from "./announce";
import { type EndpointRow, liveEndpoints, openOf } from "./records";
import { failsForLong, lastDeliveries, standingOf } from "./standing";

export interface WebhookDelivery {
  readonly id: string;
  readonly event: WebhookEvent | typeof TEST_EVENT;
  readonly state: "arrived" | "waiting" | "held" | "trying" | "refused" | "erased";
  readonly cause: DeliveryCause | null;
  readonly tries: number;
  readonly createdAt: number;
  /** Next try, or null. */
  readonly nextAt: number | null;
}

export interface EndpointView {
  readonly id: string;
  readonly url: string;
  readonly description: string;
  readonly events: readonly WebhookEvent[];
  readonly paused: boolean;
  readonly failingSince: number | null;
  readonly refused: number;
  readonly failsForLong: boolean;
  /** Until when the secret before this one signs, too. */
  readonly previousUntil: number | null;
  readonly createdAt: number;
  readonly deliveries: readonly WebhookDelivery[];
}

const SHOWN = 10;

function stateOf({ doneAt, failedAt, lastError, runAt }: OutboxRow): WebhookDelivery["state"] {
  if (doneAt !== null) return lastError === "erased" ? "erased" : "arrived";
  if (failedAt !== null) return "refused";
  if (runAt === HELD) return "held";
  return lastError === null ? "waiting" : "trying";
}

function deliveryOf(endpointId: string, row: OutboxRow): WebhookDelivery {
  const state = stateOf(row);
  const [type = ""] = row.key.slice(deliveryPrefix(endpointId).length).split(":");
  return {
    id: row.id,
    event: isWebhookEvent(type) ? type : TEST_EVENT,
    state,
    cause: state === "trying" || state === "refused" ? causeOf(row.lastError) : null,
    tries: row.attempts,
    createdAt: row.createdAt,
    nextAt: state === "trying" ? row.runAt : null,
  };
}

async function viewOf(row: EndpointRow): Promise<EndpointView> {
  const { id, description, events, pausedAt, previousUntil, createdAt } = row;
  const standing = await standingOf(read(), id);
  const last = await lastDeliveries(read(), id, SHOWN);
  return {
    ...{ id, description, events, createdAt },
    url: openOf(id, "url", row.urlEnc),
    paused: pausedAt !== null,
    ...standing,
    failsForLong: failsForLong(standing, clock().now()),
    previousUntil: previousUntil !== null && systemClock().now() < previousUntil ? previousUntil : null,
    deliveries: last.map(({ effect }) => deliveryOf(id, effect)),
  };
}

/** The receivers of order events, with their last deliveries; never a secret. */
export async function listEndpoints(actor: Actor): Promise<Result<readonly EndpointView[]>> {
  if (!can(actor, "settings.manage")) return fail(refuse("forbidden"));
  const views = [];
  for (const row of await liveEndpoints(read())) views.push(await viewOf(row));
  return ok(views);
}

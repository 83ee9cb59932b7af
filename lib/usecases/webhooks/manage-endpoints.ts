import "server-only";
import { eq } from "drizzle-orm";
import type { z } from "zod";
import { HELD } from "@/db/queries/due-work";
import * as t from "@/db/schema";
import { type Tx, withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import { clock, systemClock } from "@/lib/clock";
import { type Actor, can } from "@/lib/filing/access";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { newId } from "@/lib/ids";
import { callableUrl } from "@/lib/outbound/target";
import type { ChangedEndpoint, endpointIdSchema, NewEndpoint } from "@/lib/webhooks/endpoint-form";
import { TEST_EVENT, WEBHOOK_EVENTS } from "@/lib/webhooks/events";
import { newWebhookSecret } from "@/lib/webhooks/sign";
import { enqueue } from "@/lib/work/outbox";
import { deliveryPrefix, type WebhookPayload } from "./announce";
import { type EndpointRow, liveEndpoint, liveEndpoints, sealOf } from "./records";
import { openFor, waitingFor } from "./standing";

/** Every event goes to every one of them. */
export const MAX_ENDPOINTS = 20;
/** How long the secret before a change still signs. */
export const ROTATION_MS = 24 * 60 * 60_000;

type ById = z.infer<typeof endpointIdSchema>;

const done = (tx: Tx, actor: Actor, action: string, object: string) =>
  audit(tx, { actorId: actor.userId, action: `webhook.${action}`, object, outcome: "done" });

const notCallable = () =>
  refuse("invalid", { reason: "input.invalid", fields: [{ path: "url", reason: "webhook.url" }] });
const inOrder = (chosen: readonly string[]) => WEBHOOK_EVENTS.filter((event) => chosen.includes(event));

/** A new receiver. Its secret is given, this once. */
export async function createEndpoint(
  actor: Actor,
  input: NewEndpoint,
): Promise<Result<{ readonly secret: string }>> {
  if (!can(actor, "settings.manage")) return fail(refuse("forbidden"));
  const url = callableUrl(input.url);
  if (url === null) return fail(notCallable());
  const [id, secret] = [newId(), newWebhookSecret()];
  return withTransaction(async (tx) => {
    if ((await liveEndpoints(tx)).length >= MAX_ENDPOINTS)
      return fail(refuse("wrong_state", { reason: "webhook.too-many", params: { limit: MAX_ENDPOINTS } }));
    await tx.insert(t.webhookEndpoints).values({
      id,
      urlEnc: sealOf(id, "url", url.href),
      description: input.description,
      events: inOrder(input.events),
      secretEnc: sealOf(id, "secret", secret),
      createdAt: clock().now(),
      createdBy: actor.userId,
    });
    await done(tx, actor, "created", id);
    return ok({ secret });
  });
}

/** The road of every change to one endpoint; one that was taken away is `not_found`. */
async function change<V>(
  actor: Actor,
  { endpointId }: ById,
  action: string,
  work: (tx: Tx, row: EndpointRow) => Promise<V>,
): Promise<Result<V>> {
  if (!can(actor, "settings.manage")) return fail(refuse("forbidden"));
  return withTransaction(async (tx) => {
    const row = await liveEndpoint(tx, endpointId);
    if (row === undefined) return fail(refuse("not_found"));
    const value = await work(tx, row);
    await done(tx, actor, action, endpointId);
    return ok(value);
  });
}

const setTo = (tx: Tx, id: string, values: Partial<EndpointRow>) =>
  tx.update(t.webhookEndpoints).set(values).where(eq(t.webhookEndpoints.id, id));

/** Another address, name or choice of events. Its secret stays, and what still waits goes to the new address. */
export async function changeEndpoint(actor: Actor, input: ChangedEndpoint): Promise<Result<null>> {
  if (!can(actor, "settings.manage")) return fail(refuse("forbidden"));
  const url = callableUrl(input.url);
  if (url === null) return fail(notCallable());
  const { description, events } = input;
  return change(actor, input, "changed", async (tx, { id }) => {
    await setTo(tx, id, { urlEnc: sealOf(id, "url", url.href), description, events: inOrder(events) });
    return null;
  });
}

/** A new secret, given this once; the one before signs beside it for a day. */
export const rotateSecret = (actor: Actor, input: ById): Promise<Result<{ readonly secret: string }>> =>
  change(actor, input, "rotated", async (tx, { id, secretEnc }) => {
    const secret = newWebhookSecret();
    await setTo(tx, id, {
      secretEnc: sealOf(id, "secret", secret),
      previousSecretEnc: secretEnc,
      previousUntil: systemClock().now() + ROTATION_MS,
    });
    return { secret };
  });

/** Nothing is sent until it goes on; nothing is lost meanwhile. */
export const pauseEndpoint = (actor: Actor, input: ById): Promise<Result<null>> =>
  change(actor, input, "paused", async (tx, { id }) => {
    await setTo(tx, id, { pausedAt: clock().now() });
    await tx.update(t.outbox).set({ runAt: HELD }).where(waitingFor(id));
    return null;
  });

/** Goes on, with everything that waited. */
export const resumeEndpoint = (actor: Actor, input: ById): Promise<Result<null>> =>
  change(actor, input, "resumed", async (tx, { id }) => {
    await setTo(tx, id, { pausedAt: null });
    await tx.update(t.outbox).set({ runAt: clock().now(), lastError: null }).where(waitingFor(id));
    return null;
  });

/** Takes it away; what still waits for it, or was refused by it, is nobody's business any more. */
export const removeEndpoint = (actor: Actor, input: ById): Promise<Result<null>> =>
  change(actor, input, "removed", async (tx, { id }) => {
    const now = clock().now();
    await setTo(tx, id, { endedAt: now });
    await tx.update(t.outbox).set({ doneAt: now, failedAt: null, lastError: "erased" }).where(openFor(id));
    return null;
  });

/** A message of no order, on the road all others take. */
export const sendTest = (actor: Actor, input: ById): Promise<Result<null>> =>
  change(actor, input, "tested", async (tx, { id: endpointId, pausedAt }) => {
    const messageId = `test_${newId()}`;
    const timestamp = new Date(clock().now()).toISOString();
    const body = JSON.stringify({ type: TEST_EVENT, timestamp, data: {} });
    const payload: WebhookPayload = { endpointId, messageId, body };
    const key = `${deliveryPrefix(endpointId)}${TEST_EVENT}:${messageId}`;
    await enqueue(tx, {
      topic: "webhook.event",
      key,
      payload,
      ...(pausedAt === null ? {} : { runAt: HELD }),
    });
    return null;
  });

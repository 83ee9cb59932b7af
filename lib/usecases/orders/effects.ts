import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import { pushAt } from "@/lib/filing/lifecycle";
import type { CorrectionItem, DecisionContext, OrderEvent } from "@/lib/filing/lifecycle/types";
import { addNaturalDays } from "@/lib/filing/policy/calendar";
import { seal, unwrap } from "@/lib/secrets";
import { enqueue } from "@/lib/work/outbox";
import { offerCallback } from "../callbacks/offer-callback";
import { wipePassword } from "../cancel/passwords";
import { releaseCodes, spendCodes } from "../codes/hold-codes";
import { afterOrder } from "../inspection/settle";
import { notifyOrderEvent } from "../system/notify-order-event";
import { registerApproval } from "../system/register-approval";
import type { OrderRecord } from "./records";

/** The reviewer's or officer's own wording, by correction item id; stored encrypted, never in the event. */
export type Suggestions = Readonly<Record<string, string>>;

/** What an event entails besides the projection: rows and outbox entries of the same transaction, nothing else. */
export async function applyEffects(
  tx: Tx,
  order: OrderRecord,
  events: readonly OrderEvent[],
  ctx: DecisionContext,
  suggestions: Suggestions,
): Promise<void> {
  for (const event of events) {
    await effectOf(tx, order, event, ctx, suggestions);
    await notifyOrderEvent(tx, order, event);
  }
  await offerCallback(tx, order, events);
}

async function effectOf(
  tx: Tx,
  order: OrderRecord,
  event: OrderEvent,
  ctx: DecisionContext,
  suggestions: Suggestions,
) {
  const by = { now: ctx.now, userId: ctx.actor.userId };
  switch (event.type) {
    case "submitted":
      await tx
        .update(t.corrections)
        .set({ resolvedAt: ctx.now })
        .where(and(eq(t.corrections.orderId, order.row.id), isNull(t.corrections.resolvedAt)));
      return;
    case "rejected":
      return openCorrections(tx, order, event.items, event.automatic ? "S" : "P", ctx, suggestions);
    case "authority_rejected":
      return openCorrections(tx, order, event.items, "A", ctx, suggestions);
    case "confirmed":
      return event.review ? undefined : scheduleHandOver(tx, order, pushAt(order.snapshot, ctx.policy));
    case "approved_by_provider":
      return scheduleHandOver(tx, order, pushAt(order.snapshot, ctx.policy));
    case "resubmitted_to_authority":
      return scheduleHandOver(tx, order, ctx.now);
    case "abandoned":
    case "expired":
      await releaseCodes(tx, order.row.id, by);
      await wipePassword(tx, order.row.id);
      return scheduleErasure(tx, order, ctx);
    case "authority_approved":
      await scheduleTidying(tx, order, ctx);
      await spendCodes(tx, order.row.id, event.services, by);
      return registerApproval(tx, order, event, ctx.now);
    case "cancelled":
      await wipePassword(tx, order.row.id);
      await registerApproval(tx, order, event, ctx.now);
      return afterOrder(tx, order.row.id, ctx.now);
    case "returned":
      await wipePassword(tx, order.row.id);
      await afterOrder(tx, order.row.id, ctx.now);
      await openCorrections(tx, order, event.items, stageOf(event), ctx, suggestions);
      return scheduleErasure(tx, order, ctx);
    default:
      return;
  }
}

/** Who says so: time, the provider's reviewer, or the authority. */
const stageOf = ({ automatic, cause }: Extract<OrderEvent, { type: "returned" }>) =>
  automatic ? "S" : cause === "provider" ? "P" : "A";

/** Sealed under the master key: the order's own is what will be destroyed. */
async function scheduleErasure(tx: Tx, order: OrderRecord, ctx: DecisionContext) {
  const runAt = addNaturalDays(ctx.now, ctx.policy.provider.eraseEndedAfterDays);
  const { id: orderId } = order.row;
  await enqueue(tx, { topic: "order.erase", key: `order.erase:${orderId}`, payload: { orderId }, runAt });
}

/** The order is closed: what its documents replaced has no purpose any more. */
async function scheduleTidying(tx: Tx, order: OrderRecord, ctx: DecisionContext) {
  const { id: orderId } = order.row;
  const key = `materials.tidy:${orderId}`;
  await enqueue(tx, { topic: "materials.tidy", key, orderId, payload: { orderId }, runAt: ctx.now });
}

/** One hand-over per time the order became ready: the key makes a repeated effect a no-op. */
async function scheduleHandOver(tx: Tx, order: OrderRecord, runAt: number) {
  const key = `${order.row.id}@${order.snapshot.since}`;
  await enqueue(tx, {
    topic: "gateway.submit",
    key: `gateway.submit:${key}`,
    orderId: order.row.id,
    payload: { orderId: order.row.id, key },
    runAt,
  });
}

async function openCorrections(
  tx: Tx,
  order: OrderRecord,
  items: readonly CorrectionItem[],
  stage: "P" | "A" | "S",
  ctx: DecisionContext,
  suggestions: Suggestions,
) {
  const key = order.row.wrappedKey && unwrap(order.row.wrappedKey);
  for (const item of items) {
    const text = suggestions[item.id];
    await tx.insert(t.corrections).values({
      id: item.id,
      orderId: order.row.id,
      round: order.snapshot.round,
      stage,
      code: item.code,
      target: item.target,
      suggestionEnc: text && key ? seal(key, text, `order:${order.row.id}:correction:${item.id}`) : null,
      openedAt: ctx.now,
      openedBy: ctx.actor.userId,
    });
  }
}

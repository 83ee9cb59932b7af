import "server-only";
import { and, desc, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import type { Actor } from "@/lib/filing/access";
import { can } from "@/lib/filing/access";
import { ok, type Result } from "@/lib/filing/shared/result";
import { causeOf, type DeliveryCause } from "@/lib/notify/cause";
import { isNotificationEvent, type NotificationEvent } from "@/lib/notify/events";
import { openPayload } from "@/lib/work/effects";

export const DELIVERY_VIEWS = ["given", "trying"] as const;
export type DeliveryViewName = (typeof DELIVERY_VIEWS)[number];

export interface DeliveryRow {
  readonly id: string;
  readonly topic: string;
  /** Of messages about an order: what they tell, and on which way. */
  readonly event: NotificationEvent | null;
  readonly way: "mail" | "sms" | "lead" | "system";
  /** For those who may see orders. */
  readonly order: { readonly id: string; readonly number: string } | null;
  readonly cause: DeliveryCause;
  readonly tries: number;
  readonly since: number;
  /** Null: it waits for staff. */
  readonly nextAt: number | null;
}

export interface DeliveryList {
  readonly rows: readonly DeliveryRow[];
  readonly counts: Readonly<Record<DeliveryViewName, number>>;
}

const SHOWN = 100;

const VIEWS: Readonly<Record<DeliveryViewName, SQL | undefined>> = {
  given: and(isNull(t.outbox.doneAt), isNotNull(t.outbox.failedAt)),
  trying: and(isNull(t.outbox.doneAt), isNull(t.outbox.failedAt), isNotNull(t.outbox.lastError)),
};

/** What of a payload staff may read: codes. Receivers are looked up at delivery and stand in no payload. */
async function told(row: typeof t.outbox.$inferSelect): Promise<Pick<DeliveryRow, "event" | "way">> {
  const payload = row.topic === "notify" ? await openPayload(row) : undefined;
  if (typeof payload !== "object" || payload === null) return { event: null, way: "system" };
  const { event, channel } = payload as { event?: unknown; channel?: unknown };
  return {
    event: typeof event === "string" && isNotificationEvent(event) ? event : null,
    way: channel === "mail" || channel === "sms" || channel === "lead" ? channel : "system",
  };
}

/** How many deliveries each view holds. */
export async function countDeliveries(): Promise<Record<DeliveryViewName, number>> {
  const one = (view: DeliveryViewName) =>
    sql<number>`coalesce(sum(case when ${VIEWS[view]} then 1 else 0 end), 0)`.mapWith(Number);
  const [row] = await read()
    .select({ given: one("given"), trying: one("trying") })
    .from(t.outbox)
    .where(isNull(t.outbox.doneAt));
  return row ?? { given: 0, trying: 0 };
}

/** Deliveries that failed, newest first: set aside, or being tried again. Nobody's name, address or words. */
export async function listDeliveries(
  actor: Actor,
  { view }: { readonly view: DeliveryViewName },
): Promise<Result<DeliveryList>> {
  const found = await read()
    .select({ effect: t.outbox, number: t.orders.number })
    .from(t.outbox)
    .leftJoin(t.orders, eq(t.orders.id, t.outbox.orderId))
    .where(VIEWS[view])
    .orderBy(desc(t.outbox.id))
    .limit(SHOWN);
  const seesOrders = can(actor, "review.read");
  const rows: DeliveryRow[] = [];
  for (const { effect, number } of found) {
    const { id, topic, orderId, lastError, attempts, createdAt, runAt, failedAt } = effect;
    rows.push({
      id,
      topic,
      ...(await told(effect)),
      order: seesOrders && orderId !== null && number !== null ? { id: orderId, number } : null,
      cause: causeOf(lastError),
      tries: attempts,
      since: createdAt,
      nextAt: failedAt === null ? runAt : null,
    });
  }
  return ok({ rows, counts: await countDeliveries() });
}

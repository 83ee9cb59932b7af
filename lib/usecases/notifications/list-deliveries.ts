import "server-only";
import { and, desc, eq, isNotNull, isNull, lt, type SQL, sql } from "drizzle-orm";
import { read } from "@/db/client";
import { HELD } from "@/db/queries/due-work";
import * as t from "@/db/schema";
import type { Actor } from "@/lib/filing/access";
import { can } from "@/lib/filing/access";
import { ok, type Result } from "@/lib/filing/shared/result";
import { causeOf, type DeliveryCause } from "@/lib/notify/cause";
import { isNotificationEvent, type NotificationEvent } from "@/lib/notify/events";
import { openPayload } from "@/lib/work/effects";
import { TOPICS, type Topic } from "@/lib/work/types";
import type { AccountMessage } from "../accounts/messages";

export const DELIVERY_VIEWS = ["given", "trying"] as const;
export type DeliveryViewName = (typeof DELIVERY_VIEWS)[number];

export type DeliveryKind =
  | "notify"
  | "gateway_submit"
  | "gateway_notice"
  | "callback_link"
  | "materials_tidy"
  | "manual_erase"
  | "order_erase"
  | "migration_lapse"
  | "inspection_remind"
  | "account_link"
  | "account_code"
  | "account_notice"
  | "lead_code"
  | "cancel_code"
  | "migration_code"
  | "webhook_event"
  | "other";

export interface DeliveryRow {
  readonly id: string;
  /** Key below `notifications.deliveries.kind`. */
  readonly kind: DeliveryKind;
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
  trying: and(
    isNull(t.outbox.doneAt),
    isNull(t.outbox.failedAt),
    isNotNull(t.outbox.lastError),
    lt(t.outbox.runAt, HELD),
  ),
};

type Told = Pick<DeliveryRow, "kind" | "event" | "way">;

/** What carries nothing to tell it by is told by its topic alone. */
const BY_TOPIC: Readonly<Record<Exclude<Topic, "notify" | "account.message">, Pick<Told, "kind" | "way">>> = {
  "gateway.submit": { kind: "gateway_submit", way: "system" },
  "gateway.notice": { kind: "gateway_notice", way: "system" },
  "callback.link": { kind: "callback_link", way: "lead" },
  "manual.erase": { kind: "manual_erase", way: "system" },
  "materials.tidy": { kind: "materials_tidy", way: "system" },
  "order.erase": { kind: "order_erase", way: "system" },
  "migration.lapse": { kind: "migration_lapse", way: "system" },
  "inspection.remind": { kind: "inspection_remind", way: "system" },
  "webhook.event": { kind: "webhook_event", way: "system" },
};
/** Links and notices of accounts go by mail, codes to the phone they are to prove. */
const ACCOUNT: Readonly<Record<AccountMessage["kind"], Pick<Told, "kind" | "way">>> = {
  link: { kind: "account_link", way: "mail" },
  code: { kind: "account_code", way: "sms" },
  notice: { kind: "account_notice", way: "mail" },
  "migration-code": { kind: "migration_code", way: "sms" },
  "lead-code": { kind: "lead_code", way: "sms" },
  "cancel-code": { kind: "cancel_code", way: "sms" },
};
const OTHER = { kind: "other", way: "system", event: null } as const;

/** What of a payload staff may read: codes. Receivers are looked up at delivery and stand in no payload. */
async function told(row: typeof t.outbox.$inferSelect): Promise<Told> {
  const topic = TOPICS.find((known) => known === row.topic);
  // A row of a version that knew more topics than this one.
  if (topic === undefined) return OTHER;
  if (topic !== "notify" && topic !== "account.message") return { ...BY_TOPIC[topic], event: null };
  const payload = await openPayload(row);
  if (typeof payload !== "object" || payload === null) return OTHER;
  if (topic === "account.message") {
    const message = payload as AccountMessage;
    const byMail = message.kind === "cancel-code" && message.channel === "EMAIL";
    return { ...ACCOUNT[message.kind], ...(byMail ? { way: "mail" as const } : {}), event: null };
  }
  const { event, channel } = payload as { event?: unknown; channel?: unknown };
  return {
    kind: "notify",
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
    const { id, orderId, lastError, attempts, createdAt, runAt, failedAt } = effect;
    rows.push({
      id,
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

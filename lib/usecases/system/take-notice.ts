import "server-only";
import { and, desc, eq, isNull, lt, sql } from "drizzle-orm";
import { z } from "zod";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { BusyError, type Tx, withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import type { Notice, NoticeBody } from "@/lib/authority/gateway";
import type { ApplicationDraft } from "@/lib/filing/application/draft";
import { isCancellation, isOpen } from "@/lib/filing/lifecycle";
import type { OrderCommand } from "@/lib/filing/lifecycle/types";
import type { Refusal } from "@/lib/filing/shared/refusal";
import { ok, type Result } from "@/lib/filing/shared/result";
import { newId } from "@/lib/ids";
import { log } from "@/lib/log";
import { failureCode } from "@/lib/work/backoff";
import { DeliveryError } from "@/lib/work/delivery-error";
import { enqueue } from "@/lib/work/outbox";
import type { WorkMeta } from "@/lib/work/types";
import { systemContext } from "../orders/context";
import type { Suggestions } from "../orders/effects";
import { applyCommand, loadOrder, type OrderRecord, openSubmission } from "../orders/store";
import { isTarget } from "../review/targets";
import { takeUnasked } from "./unasked-notice";

/** The counter of the last notice seen. */
export const LAST_NOTICE = "gateway.notice";

/**
 * One notice, one transaction; seen numbers are passed over, so "at least once" becomes "exactly once". A notice we
 * stumble over must not stop those behind it: it goes into our own outbox, is tried again and shown to staff.
 */
export async function takeNotice(notice: Notice): Promise<void> {
  try {
    if (await asideOf(notice.orderId)) return void (await withTransaction((tx) => setAside(tx, notice)));
    const refusal = await attempt(notice, (tx) => markSeen(tx, notice.number));
    if (refusal !== null) await withTransaction((tx) => passOver(tx, notice));
  } catch (error) {
    // Nobody's fault and soon over: the whole run is tried again.
    if (error instanceof BusyError) throw error;
    log.error({ notice: notice.number, code: failureCode(error), err: error }, "notice set aside");
    await withTransaction((tx) => setAside(tx, notice));
  }
}

/** Whether a notice of the order has been set aside (before the delivery `id`): those after it wait for it. */
async function asideOf(orderId: string | null, id?: string): Promise<boolean> {
  if (orderId === null) return false;
  const rows = await read()
    .select({ id: t.outbox.id })
    .from(t.outbox)
    .where(
      and(
        isNull(t.outbox.doneAt),
        eq(t.outbox.topic, "gateway.notice"),
        eq(t.outbox.orderId, orderId),
        id === undefined ? undefined : lt(t.outbox.id, id),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

const Payload = z.object({ notice: z.custom<Notice>() });

/** Outbox handler `gateway.notice`: a notice that could not be taken when it came. */
export async function run(raw: unknown, { id }: Pick<WorkMeta, "id">): Promise<void> {
  const { notice } = Payload.parse(raw);
  if (await asideOf(notice.orderId, id)) throw new DeliveryError({ code: "sequence_gap", permanent: false });
  const refusal = await attempt(notice, () => Promise.resolve(true));
  if (refusal !== null) await withTransaction(async (tx) => ok(await logPassedOver(tx, notice)));
}

/** @returns why the order did not take the notice (rolled back), or null when it did. */
async function attempt(notice: Notice, isNew: (tx: Tx) => Promise<boolean>): Promise<Refusal | null> {
  const result = await withTransaction(async (tx): Promise<Result<unknown>> => {
    if (!(await isNew(tx))) return ok(null);
    const order = notice.orderId === null ? undefined : await loadOrder(tx, notice.orderId);
    const ends = order !== undefined && isEndOf(order, notice);
    if (!ends && (await takeUnasked(tx, notice))) return ok(null);
    if (order === undefined || !(await answersLatest(tx, order, notice)))
      return ok(await logPassedOver(tx, notice));
    const told = commandOf(notice.body, order, await documentOf(tx, order));
    if (told === null) return ok(await logPassedOver(tx, notice));
    // Not taken at the door: the push failed, as if `submit` had said so.
    const kind = told.command.type === "push_refused" ? "system" : "authority";
    const applied = await applyCommand(tx, order, told.command, await systemContext(kind), {
      suggestions: told.suggestions,
    });
    // It may have struck off more than was asked.
    if (applied.ok && ends && order.row.type !== "CANCEL_ACCESS") await takeUnasked(tx, notice);
    return applied;
  });
  return result.ok ? null : result.error;
}

/** Whether it is the end of the cancellation that was asked for; of any other order it would be news about what is filed. */
const isEndOf = ({ row }: OrderRecord, { body }: Notice): boolean =>
  body.type === "cancelled" &&
  isCancellation(row.type) &&
  (row.type === "CANCEL_ACCESS" || isOpen(row.state));

/** A notice the order cannot take (late, contradictory) is kept in the audit and must not block those behind it. */
async function passOver(tx: Tx, notice: Notice): Promise<Result<null>> {
  if (await markSeen(tx, notice.number)) await logPassedOver(tx, notice);
  return ok(null);
}

async function setAside(tx: Tx, notice: Notice): Promise<Result<null>> {
  if (!(await markSeen(tx, notice.number))) return ok(null);
  const order = notice.orderId === null ? undefined : await loadOrder(tx, notice.orderId);
  const orderId = order?.row.wrappedKey ? { orderId: order.row.id } : {};
  const key = `gateway.notice:${notice.number}`;
  await enqueue(tx, { topic: "gateway.notice", key, ...orderId, payload: { notice } });
  return ok(null);
}

async function logPassedOver(tx: Tx, notice: Notice) {
  const data = { number: notice.number, type: notice.body.type };
  await audit(tx, {
    actorId: null,
    action: "authority.notice-passed-over",
    object: notice.orderId,
    outcome: "refused",
    data,
  });
  return null;
}

async function markSeen(tx: Tx, number: number): Promise<boolean> {
  const rows = await tx
    .insert(t.counters)
    .values({ name: LAST_NOTICE, value: number })
    .onConflictDoUpdate({
      target: t.counters.name,
      set: { value: number },
      setWhere: sql`${t.counters.value} < ${number}`,
    })
    .returning();
  return rows.length > 0;
}

/** A late answer to an earlier hand-over says nothing about the present one. */
async function answersLatest(tx: Tx, order: OrderRecord, notice: Notice): Promise<boolean> {
  const [latest] = await tx
    .select()
    .from(t.gatewaySubmissions)
    .where(eq(t.gatewaySubmissions.orderId, order.row.id))
    .orderBy(desc(t.gatewaySubmissions.sequence))
    .limit(1);
  return latest !== undefined && (notice.sequence === null || latest.sequence === notice.sequence);
}

async function documentOf(tx: Tx, order: OrderRecord): Promise<ApplicationDraft | null> {
  const submitted = await openSubmission(tx, order, order.snapshot.round);
  return submitted.ok ? submitted.value : null;
}

function commandOf(
  body: NoticeBody,
  order: OrderRecord,
  app: ApplicationDraft | null,
): { command: OrderCommand; suggestions?: Suggestions } | null {
  switch (body.type) {
    case "smsStarted":
      return { command: { type: "sms_started", required: body.required } };
    case "smsDone":
      return { command: { type: "sms_done", personId: body.personId } };
    case "smsFailed":
      return { command: { type: "sms_failed", cause: body.cause } };
    case "approved":
      return {
        command: { type: "authority_approve", entityNumber: body.entityNumber, services: body.services },
      };
    case "rejected":
      return rejection(body.items, app);
    case "conflict":
      return rejection([{ code: body.code, target: body.target, text: null }], app);
    case "refused":
      return { command: { type: "push_refused", code: body.code } };
    case "accepted":
      return { command: { type: "authority_accept" } };
    case "cancelled":
      return cancellation(order, body.numbers, app);
    // About what is filed, never about an order.
    case "inspection":
      return null;
  }
}

/** Of what was asked, what the authority struck off; numbers that have nothing to do with the order are no answer to it. */
function cancellation({ row }: OrderRecord, numbers: readonly string[], app: ApplicationDraft | null) {
  const entityNumber = app?.entity.recordNumber;
  if (app === null || entityNumber === undefined) return null;
  const whole = numbers.includes(entityNumber);
  if (row.type === "CANCEL_ENTITY" && !whole) return null;
  const services = Object.fromEntries(
    app.services.flatMap(({ id, serviceFilingNumber: number }) =>
      number !== undefined && (whole || numbers.includes(number)) ? [[id, number]] : [],
    ),
  );
  if (row.type !== "CANCEL_ENTITY" && Object.keys(services).length === 0) return null;
  return { command: { type: "authority_cancel", entityNumber, services } } as const;
}

type RejectedItems = Extract<NoticeBody, { type: "rejected" }>["items"];

/** Targets become part of events, which are kept for ever: what is no place of the document is about the whole order. */
function rejection(items: RejectedItems, app: ApplicationDraft | null) {
  const placed = (target: string) => (app !== null && isTarget(app, target) ? target : "order");
  const withIds = items.map((item) => ({ ...item, target: placed(item.target), id: newId() }));
  const suggestions = Object.fromEntries(
    withIds.flatMap((item) => (item.text === null ? [] : [[item.id, item.text]])),
  );
  const command = {
    type: "authority_reject",
    items: withIds.map(({ id, code, target }) => ({ id, code, target })),
  } as const;
  return { command, suggestions };
}

import "server-only";
import { and, inArray, isNull } from "drizzle-orm";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import { audit } from "@/lib/audit";
import type { Notice } from "@/lib/authority/gateway";
import { clock } from "@/lib/clock";
import type { Told } from "@/lib/notify/events";
import { loadOrder } from "../orders/records";
import { tellMembers } from "./notify-order-event";

interface Filed {
  readonly entityId: string;
  readonly orderId: string;
  readonly number: string;
}

/** What of the numbers is filed here and has not ended: records first, then services. */
async function filedUnder(tx: Tx, numbers: readonly string[]): Promise<readonly Filed[]> {
  const { entities, services } = t;
  const found = await tx
    .select({ entityId: entities.id, orderId: entities.orderId, number: entities.number })
    .from(entities)
    .where(and(inArray(entities.number, [...numbers]), isNull(entities.endedAt)));
  const ofServices = await tx
    .select({ entityId: services.entityId, orderId: services.orderId, number: services.number })
    .from(services)
    .where(and(inArray(services.number, [...numbers]), isNull(services.endedAt)));
  return [...found, ...ofServices];
}

/** Ends a service and its access; what is ended keeps its row, its number is never given again. */
async function endServices(tx: Tx, ids: readonly string[], at: number): Promise<void> {
  const living = and(inArray(t.accesses.serviceId, [...ids]), isNull(t.accesses.endedAt));
  await tx.update(t.accesses).set({ endedAt: at }).where(living);
  await tx
    .update(t.services)
    .set({ endedAt: at })
    .where(inArray(t.services.id, [...ids]));
}

async function end(tx: Tx, numbers: readonly string[], at: number): Promise<void> {
  const ended = await tx
    .update(t.entities)
    .set({ endedAt: at })
    .where(and(inArray(t.entities.number, [...numbers]), isNull(t.entities.endedAt)))
    .returning({ id: t.entities.id });
  const named = await tx
    .select({ id: t.services.id })
    .from(t.services)
    .where(and(inArray(t.services.number, [...numbers]), isNull(t.services.endedAt)));
  // Without the record of its organiser no service is filed.
  const below = await tx
    .select({ id: t.services.id })
    .from(t.services)
    .where(
      and(
        inArray(
          t.services.entityId,
          ended.map(({ id }) => id),
        ),
        isNull(t.services.endedAt),
      ),
    );
  await endServices(tx, [...new Set([...named, ...below].map(({ id }) => id))], at);
}

function toldOf({ body }: Notice, numbers: readonly string[]): Told | null {
  const filingNumber = numbers[0] ?? "";
  if (body.type === "cancelled")
    return { event: "filing_cancelled", params: { filingNumber, count: numbers.length } };
  if (body.type === "conflict")
    return { event: "filing_conflict", params: { filingNumber, code: body.code } };
  return null;
}

/** The numbers a notice is about that no order of ours asked for; null when it answers an order. */
function numbersOf({ body, orderId }: Notice): readonly string[] | null {
  if (body.type === "cancelled") return body.numbers;
  return body.type === "conflict" && orderId === null ? [body.target] : null;
}

/**
 * A notice about something filed, not about an order: the register is changed, whoever holds the account is told, staff
 * finds it in the list of notices. Answers whether it was such a notice about something filed here.
 */
export async function takeUnasked(tx: Tx, notice: Notice): Promise<boolean> {
  const numbers = numbersOf(notice);
  if (numbers === null) return false;
  const filed = await filedUnder(tx, numbers);
  if (filed.length === 0) return false;
  if (notice.body.type === "cancelled") await end(tx, numbers, clock().now());
  for (const entityId of new Set(filed.map((row) => row.entityId))) {
    const own = filed.filter((row) => row.entityId === entityId);
    const [first] = own;
    const told = toldOf(
      notice,
      own.map(({ number }) => number),
    );
    const order = first && (await loadOrder(tx, first.orderId));
    if (order !== undefined && told !== null) await tellMembers(tx, order, told);
    await audit(tx, {
      actorId: null,
      action: "authority.notice-taken",
      object: first?.orderId ?? null,
      outcome: "done",
      data: {
        number: notice.number,
        type: notice.body.type,
        filing: first?.number ?? "",
        count: own.length,
      },
    });
  }
  return true;
}

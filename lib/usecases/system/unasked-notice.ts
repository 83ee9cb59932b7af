import "server-only";
import { and, eq, inArray, isNull } from "drizzle-orm";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import { audit } from "@/lib/audit";
import type { Notice } from "@/lib/authority/gateway";
import { clock } from "@/lib/clock";
import type { Told } from "@/lib/notify/events";
import { takeInspection } from "../inspection/take-notice";
import { loadOrder } from "../orders/records";
import { changeRegistry } from "../registry/change-registry";
import { heldOf } from "../registry/held";
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

/** What the notice does to a record: what is ended keeps its row, its number is never given again. */
async function strike(tx: Tx, entityId: string, notice: Notice, numbers: readonly string[]): Promise<void> {
  const [row] = await tx.select().from(t.entities).where(eq(t.entities.id, entityId));
  if (row === undefined) throw new Error("a notice about a record that is gone");
  const event =
    notice.body.type === "cancelled"
      ? ({ type: "struck", numbers } as const)
      : ({ type: "conflict", target: numbers[0] ?? "" } as const);
  const cause = { orderId: null, notice: notice.number, accountId: null, at: clock().now() };
  await changeRegistry(tx, await heldOf(tx, row), event, cause);
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
  if (notice.body.type === "inspection") return takeInspection(tx, notice, notice.body);
  const numbers = numbersOf(notice);
  if (numbers === null) return false;
  const filed = await filedUnder(tx, numbers);
  if (filed.length === 0) return false;
  for (const entityId of new Set(filed.map((row) => row.entityId))) {
    const own = filed.filter((row) => row.entityId === entityId);
    const [first] = own;
    await strike(tx, entityId, notice, numbers);
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

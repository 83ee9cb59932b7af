import "server-only";
import { asc, eq, gt, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import type { HandoverFact } from "@/lib/filing/handover/records";
import { askedNumbers } from "@/lib/filing/registry/cancellation";
import type { Notice, NoticeBody } from "../gateway";
import { openCancelled, openFact, openPayload } from "./seals";

const ACKED = "manual.acked";
/** Counted by whoever polls; a fresh number lies above what was seen of an earlier gateway. */
const SEEN = "gateway.notice";

/** No order takes it: one that was erased has ended. */
const ERASED: NoticeBody = { type: "refused", code: "ERASED" };

const counter = async (db: Reader | Tx, name: string): Promise<number> => {
  const [row] = await db.select().from(t.counters).where(eq(t.counters.name, name));
  return row?.value ?? 0;
};

async function lastNotice(tx: Tx): Promise<number> {
  const [row] = await tx
    .select({ last: sql<number>`coalesce(max(${t.manualRecords.notice}), 0)` })
    .from(t.manualRecords);
  return row?.last ?? 0;
}

/** The number of the next notice. */
export const nextNotice = async (tx: Tx): Promise<number> =>
  Math.max(await lastNotice(tx), await counter(tx, SEEN)) + 1;

/** What the console is told of a fact; null for what is between staff and the authority's form. */
export const isTold = ({ type }: HandoverFact): boolean => type !== "downloaded" && type !== "sent";

/**
 * Notices above `after` that were not acknowledged, in order. What was recorded of an order that was erased since cannot
 * be read any more and concerns nobody; it keeps its number, because whoever polls counts on them.
 */
export async function noticesAfter(db: Reader, after: number, limit: number): Promise<readonly Notice[]> {
  const from = Math.max(after, await counter(db, ACKED));
  const rows = await db
    .select({ record: t.manualRecords, submission: t.manualSubmissions, wrapped: t.orders.wrappedKey })
    .from(t.manualRecords)
    .leftJoin(t.manualSubmissions, eq(t.manualSubmissions.sequence, t.manualRecords.sequence))
    .leftJoin(t.orders, eq(t.orders.id, t.manualSubmissions.orderId))
    .where(gt(t.manualRecords.notice, from))
    .orderBy(asc(t.manualRecords.notice))
    .limit(limit);
  return rows.map(({ record, submission, wrapped }) => ({
    number: record.notice ?? 0,
    at: record.at,
    orderId: submission?.orderId ?? null,
    sequence: record.sequence,
    body:
      submission === null
        ? openCancelled(record.bodyEnc)
        : wrapped === null
          ? ERASED
          : bodyOf(openFact(wrapped, submission.sequence, record.bodyEnc), submission, wrapped),
  }));
}

function bodyOf(
  fact: HandoverFact,
  { sequence, payloadEnc }: typeof t.manualSubmissions.$inferSelect,
  wrapped: Buffer,
): NoticeBody {
  if (fact.type === "downloaded" || fact.type === "sent") throw new Error("no notice");
  if (fact.type !== "smsStarted" && fact.type !== "struck") return fact;
  const { smsTo, orderType, application } = openPayload(wrapped, sequence, payloadEnc);
  if (fact.type === "struck") return { type: "cancelled", numbers: askedNumbers(orderType, application) };
  return { type: "smsStarted", required: smsTo.map(({ personId }) => personId) };
}

/** Remembers the acknowledgement; it only ever grows, and never past what exists. */
export async function acknowledge(tx: Tx, upTo: number): Promise<void> {
  const value = Math.min(upTo, await lastNotice(tx));
  if (value <= (await counter(tx, ACKED))) return;
  await tx
    .insert(t.counters)
    .values({ name: ACKED, value })
    .onConflictDoUpdate({ target: t.counters.name, set: { value } });
}

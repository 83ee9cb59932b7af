import "server-only";
import { and, asc, eq, inArray } from "drizzle-orm";
import type { Reader } from "@/db/client";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import { isChange } from "@/lib/filing/guide/order-type";
import { decideRecord, type Handover, keepsNumbers, type Recorded } from "@/lib/filing/handover/machine";
import { canonical, canonicalNumbers } from "@/lib/filing/handover/numbers";
import type { HandoverFact } from "@/lib/filing/handover/records";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, type Result } from "@/lib/filing/shared/result";
import { newId } from "@/lib/ids";
import type { SubmissionPayload } from "../gateway";
import { certHash } from "./marks";
import { isTold, nextNotice } from "./notices";
import { ownEntity } from "./own-register";
import { openFact, openPayload, sealCancelled, sealFact } from "./seals";

export type ManualSubmission = typeof t.manualSubmissions.$inferSelect;

/** A submission with everything the machine needs; `payload` is null once the order was erased. */
export interface AtDesk {
  readonly row: ManualSubmission;
  readonly accountId: string;
  readonly wrapped: Buffer;
  readonly payload: SubmissionPayload;
  readonly handover: Handover;
}

/** The submission as it lies in the tray. Refusals: `not_found`; `wrong_state` once its order was erased. */
export async function loadAtDesk(db: Reader | Tx, sequence: number): Promise<Result<AtDesk>> {
  const [found] = await db
    .select({ row: t.manualSubmissions, accountId: t.orders.accountId, wrapped: t.orders.wrappedKey })
    .from(t.manualSubmissions)
    .innerJoin(t.orders, eq(t.orders.id, t.manualSubmissions.orderId))
    .where(eq(t.manualSubmissions.sequence, sequence));
  if (found === undefined) return fail(refuse("not_found"));
  const { row, accountId, wrapped } = found;
  if (wrapped === null) return fail(refuse("wrong_state", { reason: "order.erased" }));
  const payload = openPayload(wrapped, sequence, row.payloadEnc);
  const records = await db
    .select()
    .from(t.manualRecords)
    .where(eq(t.manualRecords.sequence, sequence))
    .orderBy(asc(t.manualRecords.id));
  const { nature, certNo = "" } = payload.application.entity;
  const own = await ownEntity(db, [certHash(nature, certNo)]);
  const handover: Handover = {
    state: row.state,
    handed: payload,
    required: payload.smsTo.map(({ personId }) => personId),
    // Of a record made elsewhere nobody here knows more than what the order names.
    knownEntity: own?.number ?? namedRecord(payload),
    orderType: row.orderType,
    recorded: records.map(({ bodyEnc }) => openFact(wrapped, sequence, bodyEnc)),
  };
  return { ok: true, value: { row, accountId, wrapped, payload, handover } };
}

const hashOf = ({ payload }: AtDesk): string => {
  const { nature, certNo = "" } = payload.application.entity;
  return certHash(nature, certNo);
};

/** The record an order says it belongs to; a first filing belongs to none. */
function namedRecord({ orderType, application }: SubmissionPayload): string | null {
  const { recordNumber } = application.entity;
  return orderType === "FIRST_FILING" || !recordNumber ? null : canonical(recordNumber);
}

/**
 * Which of the numbers of an approval belong to somebody or something else. Where services keep their numbers, those of
 * this organiser are right just there; what has ended is nobody's to get back.
 */
async function takenNumbers(db: Reader | Tx, desk: AtDesk, fact: HandoverFact): Promise<Set<string>> {
  if (fact.type !== "approved") return new Set();
  const given = canonicalNumbers(fact);
  const numbers = [...Object.values(given.services), given.entityNumber];
  const { orderType } = desk.handover;
  const kept = keepsNumbers(orderType);
  const mine = hashOf(desk);
  // A change may bring another writing of the certificate: the account is the organiser's, too.
  const own = ({ certIdx, accountId }: Pick<typeof t.entities.$inferSelect, "certIdx" | "accountId">) =>
    certIdx === mine || (isChange(orderType) && accountId === desk.accountId);
  const services = await db
    .select({ number: t.services.number, endedAt: t.services.endedAt, entity: t.entities })
    .from(t.services)
    .innerJoin(t.entities, eq(t.entities.id, t.services.entityId))
    .where(inArray(t.services.number, numbers));
  const entities = await db.select().from(t.entities).where(inArray(t.entities.number, numbers));
  const here = new Set(
    [...services.map(({ entity }) => entity), ...entities].filter(own).map(({ number }) => number),
  );
  const recorded = await db.select().from(t.manualNumbers).where(inArray(t.manualNumbers.number, numbers));
  const others = recorded.filter(
    ({ number, certHash: hash }) =>
      !(hash === mine || here.has(number)) || (number !== given.entityNumber && !kept),
  );
  const taken = services.filter(({ entity, endedAt }) => !kept || endedAt !== null || !own(entity));
  return new Set([...taken, ...entities.filter((row) => !own(row)), ...others].map(({ number }) => number));
}

export interface By {
  readonly userId: string;
  readonly via: "form" | "file";
  readonly at: number;
}

/** Decides and writes one fact; null when it was recorded before. In the caller's transaction. */
export async function recordFact(
  tx: Tx,
  desk: AtDesk,
  given: HandoverFact,
  by: By,
): Promise<Result<Recorded | null>> {
  const decided = decideRecord(desk.handover, given, await takenNumbers(tx, desk, given));
  if (!decided.ok || decided.value === null) return decided;
  const { fact, next } = decided.value;
  const { row, wrapped } = desk;
  const moved = await tx
    .update(t.manualSubmissions)
    .set({
      state: next.state,
      since: next.state === row.state ? row.since : by.at,
      version: row.version + 1,
    })
    .where(and(eq(t.manualSubmissions.sequence, row.sequence), eq(t.manualSubmissions.version, row.version)))
    .returning({ sequence: t.manualSubmissions.sequence });
  if (moved.length === 0) return fail(refuse("stale", { reason: "handover.moved" }));
  await tx.insert(t.manualRecords).values({
    id: newId(),
    sequence: row.sequence,
    type: fact.type,
    notice: isTold(fact) ? await nextNotice(tx) : null,
    bodyEnc: sealFact(wrapped, row.sequence, fact),
    ...by,
  });
  if (fact.type === "approved")
    await tx
      .insert(t.manualNumbers)
      .values(
        [fact.entityNumber, ...Object.values(fact.services)].map((number) => ({
          number,
          certHash: hashOf(desk),
          sequence: row.sequence,
        })),
      )
      .onConflictDoNothing();
  return decided;
}

/** A notice nobody asked for: numbers the authority cancelled. */
export async function recordCancelled(tx: Tx, numbers: readonly string[], by: By): Promise<void> {
  await tx.insert(t.manualRecords).values({
    id: newId(),
    sequence: null,
    type: "cancelled",
    notice: await nextNotice(tx),
    bodyEnc: sealCancelled({ type: "cancelled", numbers }),
    ...by,
  });
}

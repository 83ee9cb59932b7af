import "server-only";
import { and, eq, inArray, ne, sql } from "drizzle-orm";
import * as t from "@/db/schema";
import { type Tx, withTransaction } from "@/db/transaction";
import { allDomains } from "@/lib/filing/application/service-domains";
import { HANDOVER_OPEN } from "@/lib/filing/handover/records";
import { isCancellation } from "@/lib/filing/lifecycle/life";
import { PROVINCES_BY_CODE } from "@/lib/filing/policy";
import { ok, type Result } from "@/lib/filing/shared/result";
import type { SubmissionPayload, SubmitAnswer } from "../gateway";
import { answerFrom } from "./look-up";
import { certHash, domainHash, marksInFlight, writeMarks } from "./marks";
import { sealPayload } from "./seals";

/** What is refused of a cancellation; whether the services stand there, the authority's own form says. */
async function cancelObjection(tx: Tx, payload: SubmissionPayload, now: number): Promise<string | null> {
  const { application, orderId, orderType } = payload;
  if (payload.smsTo.length === 0 && orderType !== "CANCEL_ACCESS") return "LEAD_MISSING";
  const { nature, certNo = "", recordNumber } = application.entity;
  const { entity } = await answerFrom(tx, { certNo }, now);
  if (entity?.filed !== true) return "ORGANIZER_NOT_FILED";
  if (entity.number !== recordNumber) return "NUMBER_MISMATCH";
  const running = await marksInFlight(tx, "cert", [certHash(nature, certNo)], orderId);
  return running.size > 0 ? "ORGANIZER_CONFLICT" : null;
}

/** What is refused before anybody keys it in, by what this console knows; null when it may wait for staff. */
async function objection(tx: Tx, payload: SubmissionPayload, now: number): Promise<string | null> {
  const { application, orderId, orderType } = payload;
  if (PROVINCES_BY_CODE[payload.province] === undefined) return "PROVINCE_UNKNOWN";
  if (isCancellation(orderType)) return cancelObjection(tx, payload, now);
  if (payload.smsTo.length === 0) return "LEAD_MISSING";
  const { nature, certNo = "" } = application.entity;
  const domains = allDomains(application);
  const organisers = await marksInFlight(tx, "cert", [certHash(nature, certNo)], orderId);
  const known = await answerFrom(tx, { certNo, domains }, now);
  if (known.entity?.blacklisted === true) return "ORGANIZER_BLACKLISTED";
  if (organisers.size > 0) return "ORGANIZER_CONFLICT";
  if (orderType === "FIRST_FILING" && known.entity?.filed === true) return "ORGANIZER_CONFLICT";
  const taken = await marksInFlight(tx, "domain", domains.map(domainHash), orderId);
  if (taken.size > 0) return "DOMAIN_CONFLICT";
  if (Object.values(known.domains).some(({ blacklisted }) => blacklisted)) return "DOMAIN_BLACKLISTED";
  return Object.values(known.domains).some(({ filed }) => filed === "other-entity")
    ? "DOMAIN_CONFLICT"
    : null;
}

/** A newer submission of the order replaces the one that still waits. */
const supersede = (tx: Tx, orderId: string, now: number) =>
  tx
    .update(t.manualSubmissions)
    .set({ state: "superseded", since: now, version: sql`${t.manualSubmissions.version} + 1` })
    .where(
      and(eq(t.manualSubmissions.orderId, orderId), inArray(t.manualSubmissions.state, [...HANDOVER_OPEN])),
    );

/** The last number taken by whoever was the gateway: an installation may have changed from one to the other. */
async function lastSequence(tx: Tx): Promise<number> {
  const [mine] = await tx
    .select({ last: sql<number>`coalesce(max(${t.manualSubmissions.sequence}), 0)` })
    .from(t.manualSubmissions);
  const [settled] = await tx
    .select({ last: sql<number>`coalesce(max(${t.gatewaySubmissions.sequence}), 0)` })
    .from(t.gatewaySubmissions)
    .where(ne(t.gatewaySubmissions.state, "pending"));
  return Math.max(mine?.last ?? 0, settled?.last ?? 0);
}

async function orderWithKey(tx: Tx, orderId: string): Promise<Buffer> {
  const [order] = await tx
    .select({ wrapped: t.orders.wrappedKey })
    .from(t.orders)
    .where(eq(t.orders.id, orderId));
  if (!order?.wrapped) throw new Error("A hand-over of an order that does not exist or was erased.");
  return order.wrapped;
}

/**
 * Takes a numbered submission into the staff's tray: the same number again is a duplicate, a gap is refused until the
 * missing one came, a conflict uses its number up, so that retrying gives the same answer.
 */
export function takeSubmission(
  sequence: number,
  payload: SubmissionPayload,
  now: number,
): Promise<Result<SubmitAnswer>> {
  return withTransaction(async (tx): Promise<Result<SubmitAnswer>> => {
    // Where staff carry it over by hand the password stays with the order: it is wiped there when the order ends.
    const { filingPassword: _withOrder, ...kept } = payload;
    const { orderId, orderType, province } = kept;
    const [known] = await tx
      .select()
      .from(t.manualSubmissions)
      .where(eq(t.manualSubmissions.sequence, sequence));
    if (known !== undefined) {
      if (known.orderId !== orderId) return ok({ kind: "refused", code: "sequence_reused" });
      return ok(
        known.refusedCode === null ? { kind: "duplicate" } : { kind: "refused", code: known.refusedCode },
      );
    }
    if (sequence !== (await lastSequence(tx)) + 1) return ok({ kind: "refused", code: "sequence_gap" });
    const refusedCode = await objection(tx, payload, now);
    if (refusedCode === null) await supersede(tx, orderId, now);
    await tx.insert(t.manualSubmissions).values({
      ...{ sequence, orderId, orderType, province, refusedCode },
      state: refusedCode === null ? "received" : "refused",
      payloadEnc: sealPayload(await orderWithKey(tx, orderId), sequence, kept),
      receivedAt: now,
      since: now,
    });
    await writeMarks(tx, sequence, payload);
    return ok(refusedCode === null ? { kind: "accepted" } : { kind: "refused", code: refusedCode });
  });
}

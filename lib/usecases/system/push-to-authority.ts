import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { type Db, read } from "@/db/client";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import type { SubmissionPayload, SubmitAnswer } from "@/lib/authority/gateway";
import { personById } from "@/lib/filing/application/access";
import { smsRequiredLeads } from "@/lib/filing/guide/order-type";
import { ok, type Result } from "@/lib/filing/shared/result";
import { DeliveryError } from "@/lib/work/delivery-error";
import { passwordOf } from "../cancel/passwords";
import { isDocument } from "../materials/current-materials";
import { systemContext } from "../orders/context";
import {
  applyCommand,
  changedOfSubmission,
  loadOrder,
  nextCounter,
  type OrderRecord,
  openSubmission,
} from "../orders/store";
import { callAuthority, wakeFollowers } from "./authority-line";

const Payload = z.strictObject({ orderId: z.string(), key: z.string() });

/** Answer codes that mean "not now", to be tried again with the same number. */
const RETRY = new Set(["sequence_gap", "unavailable"]);

/**
 * Outbox handler `gateway.submit`: hands an order to the authority, at least once.
 * Number and `pushed` event are committed before the call: from then on nobody can abandon or intercept the order, and a
 * call repeated after a crash carries the same number, which the far side answers as a duplicate.
 * @throws on "not now": the outbox backs off and tries again.
 */
export async function run(raw: unknown): Promise<void> {
  const { orderId, key } = Payload.parse(raw);
  const order = await loadOrder(read(), orderId);
  if (order === undefined || !(await isWaiting(read(), order, key))) return;
  // Before a number is taken: one that is never sent would hold up every order behind it.
  const payload = await payloadOf(order);
  const sequence = await handOver(orderId, key);
  if (sequence === null) return;
  const answer = await callAuthority((far) => far.submit(sequence, payload));
  if (answer.kind === "refused" && RETRY.has(answer.code))
    throw new DeliveryError({ code: answer.code, permanent: false });
  await settle(orderId, key, answer);
}

const known = async (db: Db, key: string) => {
  const rows = await db.select().from(t.gatewaySubmissions).where(eq(t.gatewaySubmissions.key, key)).limit(1);
  return rows[0];
};

/** Whether there is anything to hand over still: not when it was abandoned, intercepted or settled. */
async function isWaiting(db: Db, order: OrderRecord, key: string): Promise<boolean> {
  const row = await known(db, key);
  if (row !== undefined) return row.state === "pending";
  const { id, state, since } = order.snapshot;
  return state === "READY_FOR_AUTHORITY" && key === `${id}@${since}`;
}

/** The number of this hand-over; null when there is nothing to hand over any more (abandoned, intercepted, settled). */
async function handOver(orderId: string, key: string): Promise<number | null> {
  const taken = await withTransaction(async (tx): Promise<Result<number | null>> => {
    const order = await loadOrder(tx, orderId);
    if (order === undefined || !(await isWaiting(tx, order, key))) return ok(null);
    const taken = await known(tx, key);
    if (taken !== undefined) return ok(taken.sequence);
    const sequence = await nextCounter(tx, "gateway.sequence");
    const ctx = await systemContext();
    await tx.insert(t.gatewaySubmissions).values({ sequence, orderId, key, state: "pending", at: ctx.now });
    const pushed = await applyCommand(tx, order, { type: "push", sequence }, ctx);
    return pushed.ok ? ok(sequence) : pushed;
  });
  if (!taken.ok) throw new Error(`push: ${taken.error.reason ?? taken.error.code}`);
  return taken.value;
}

async function settle(orderId: string, key: string, answer: SubmitAnswer): Promise<void> {
  const done = await withTransaction(async (tx): Promise<Result<unknown>> => {
    const state = answer.kind === "refused" ? "refused" : "accepted";
    await tx.update(t.gatewaySubmissions).set({ state }).where(eq(t.gatewaySubmissions.key, key));
    await wakeFollowers(tx);
    if (answer.kind !== "refused") return ok(null);
    const order = await loadOrder(tx, orderId);
    if (order === undefined) return ok(null);
    return applyCommand(tx, order, { type: "push_refused", code: answer.code }, await systemContext());
  });
  if (!done.ok) throw new Error(`push: ${done.error.reason ?? done.error.code}`);
}

async function payloadOf(order: OrderRecord): Promise<SubmissionPayload> {
  const submitted = await openSubmission(read(), order, order.snapshot.round);
  if (!submitted.ok) throw new Error(`order ${order.row.id} has no readable submission`);
  const application = submitted.value;
  const materials = await read()
    .select({
      code: t.materials.code,
      subject: t.materials.subject,
      side: t.materials.side,
      sha256: t.files.storedSha256,
    })
    .from(t.materials)
    .innerJoin(t.files, eq(t.files.id, t.materials.fileId))
    .where(and(eq(t.materials.orderId, order.row.id), isDocument, isNull(t.materials.replacedAt)));
  const { type } = order.snapshot;
  const changed = await changedOfSubmission(read(), order.row.id, order.snapshot.round);
  const smsTo = smsRequiredLeads(type, application, changed ?? undefined).flatMap((personId) => {
    const person = personById(application, personId);
    if (person === undefined) return [];
    return [
      {
        personId,
        name: person.name ?? "",
        phone: person.phone1 ?? "",
        idNoTail: (person.idNo ?? "").slice(-6),
      },
    ];
  });
  const { id: orderId, type: orderType } = order.row;
  const filingPassword = await passwordOf(read(), order);
  return {
    ...{ orderId, orderType, province: order.row.province ?? "", application, materials, smsTo },
    ...(filingPassword !== null && { filingPassword }),
  };
}

import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import { gateway } from "@/lib/authority";
import type { SubmissionPayload, SubmitAnswer } from "@/lib/authority/gateway";
import { personById } from "@/lib/filing/application/access";
import { smsRequiredLeads } from "@/lib/filing/guide/order-type";
import { ok, type Result } from "@/lib/filing/shared/result";
import { isDocument } from "../materials/current-materials";
import { systemContext } from "../orders/context";
import { applyCommand, loadOrder, nextCounter, type OrderRecord, openSubmission } from "../orders/store";

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
  const sequence = await handOver(orderId, key);
  if (sequence === null) return;
  const order = await loadOrder(read(), orderId);
  if (order === undefined) return;
  const answer = await gateway().submit(sequence, await payloadOf(order));
  if (answer.kind === "refused" && RETRY.has(answer.code)) throw new Error(`gateway: ${answer.code}`);
  await settle(orderId, key, answer);
}

/** The number of this hand-over; null when there is nothing to hand over any more (abandoned, intercepted, settled). */
async function handOver(orderId: string, key: string): Promise<number | null> {
  const taken = await withTransaction(async (tx): Promise<Result<number | null>> => {
    const [known] = await tx
      .select()
      .from(t.gatewaySubmissions)
      .where(eq(t.gatewaySubmissions.key, key))
      .limit(1);
    if (known !== undefined) return ok(known.state === "pending" ? known.sequence : null);
    const order = await loadOrder(tx, orderId);
    if (order?.snapshot.state !== "READY_FOR_AUTHORITY" || key !== `${orderId}@${order.snapshot.since}`)
      return ok(null);
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
  const smsTo = smsRequiredLeads(order.snapshot.type, application).flatMap((personId) => {
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
  return { orderId, orderType, province: order.row.province ?? "", application, materials, smsTo };
}

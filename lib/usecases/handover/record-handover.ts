import "server-only";
import { and, eq, inArray, isNull } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { type Tx, withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import { recordCancelled, recordFact } from "@/lib/authority/manual/desk";
import { clock } from "@/lib/clock";
import type { Actor } from "@/lib/filing/access";
import { parseFilingNumber } from "@/lib/filing/application/identifiers/filing-number";
import { canonical } from "@/lib/filing/handover/numbers";
import type { CancelledInput, HandoverInput } from "@/lib/filing/handover/records";
import { type FieldRefusal, refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { atDesk, holderOf, isManual, mayKeyIn, ofOther } from "./desk";

/** Records in the audit that somebody recorded something: sequence and kind, no word of it. */
export const auditRecord = (tx: Tx, actor: Actor, orderId: string, sequence: number, type: string) =>
  audit(tx, {
    actorId: actor.userId,
    action: "handover.recorded",
    object: orderId,
    outcome: "done",
    data: { sequence, type },
  });

/**
 * Records what the authority answered. The order itself changes when the notice is polled, like any other authority's.
 * Refusals: `stale` when somebody recorded something since the page was read, and those of the machine.
 */
export async function recordHandover(
  actor: Actor,
  input: HandoverInput,
): Promise<Result<{ version: number }>> {
  const { sequence, version, record } = input;
  return withTransaction(async (tx): Promise<Result<{ version: number }>> => {
    const desk = await atDesk(tx, actor, sequence);
    if (!desk.ok) return desk;
    const { row } = desk.value;
    if (row.version !== version) return fail(refuse("stale", { reason: "handover.moved" }));
    const by = { userId: actor.userId, via: "form", at: clock().now() } as const;
    const done = await recordFact(tx, desk.value, record, by);
    if (!done.ok) return done;
    if (done.value === null) return ok({ version });
    await auditRecord(tx, actor, row.orderId, sequence, record.type);
    return ok({ version: version + 1 });
  });
}

/** Takes a submission out of the tray to key it in; again, nothing happens. Nobody takes it from a colleague. */
export async function takeHandover(
  actor: Actor,
  { sequence }: { readonly sequence: number },
): Promise<Result<null>> {
  return withTransaction(async (tx): Promise<Result<null>> => {
    const desk = await atDesk(tx, actor, sequence);
    if (!desk.ok) return desk;
    const holder = await holderOf(tx, sequence);
    if (holder !== null && !mayKeyIn(actor, holder)) return ofOther;
    const by = { userId: actor.userId, via: "form", at: clock().now() } as const;
    const done = await recordFact(tx, desk.value, { type: "downloaded" }, by);
    if (!done.ok) return done;
    if (done.value !== null) await auditRecord(tx, actor, desk.value.row.orderId, sequence, "downloaded");
    return ok(null);
  });
}

/** Which of the numbers stand in our register, and whose they are. */
async function filedHere(numbers: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const entities = await read()
    .select({ number: t.entities.number, accountId: t.entities.accountId })
    .from(t.entities)
    .where(and(inArray(t.entities.number, [...numbers]), isNull(t.entities.endedAt)));
  const services = await read()
    .select({ number: t.services.number, accountId: t.entities.accountId })
    .from(t.services)
    .innerJoin(t.entities, eq(t.entities.id, t.services.entityId))
    .where(and(inArray(t.services.number, [...numbers]), isNull(t.services.endedAt)));
  return new Map([...entities, ...services].map(({ number, accountId }) => [number, accountId]));
}

/** Numbers the authority cancelled without having been asked: told to the console as a notice of no order. */
export async function recordCancellation(
  actor: Actor,
  { numbers }: CancelledInput,
): Promise<Result<{ count: number }>> {
  if (!isManual()) return fail(refuse("not_found"));
  const fields = numbers.flatMap((number, index): FieldRefusal[] =>
    parseFilingNumber(number) === null ? [{ path: `numbers.${index}`, reason: "handover.number-form" }] : [],
  );
  if (fields.length > 0) return fail(refuse("invalid", { fields }));
  const distinct = [...new Set(numbers.map(canonical))];
  const filed = await filedHere(distinct);
  const unknown = numbers.flatMap((number, index): FieldRefusal[] =>
    filed.has(canonical(number)) ? [] : [{ path: `numbers.${index}`, reason: "handover.number-unknown" }],
  );
  if (unknown.length > 0) return fail(refuse("invalid", { fields: unknown }));
  if ([...filed.values()].some((accountId) => actor.accountIds.includes(accountId)))
    return fail(refuse("forbidden", { reason: "order.own-account" }));
  return withTransaction(async (tx) => {
    await recordCancelled(tx, distinct, { userId: actor.userId, via: "form", at: clock().now() });
    const data = { count: distinct.length };
    await audit(tx, {
      actorId: actor.userId,
      action: "handover.cancelled",
      object: null,
      outcome: "done",
      data,
    });
    return ok(data);
  });
}

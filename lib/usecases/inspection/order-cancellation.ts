import "server-only";
import { eq } from "drizzle-orm";
import { type Db, read } from "@/db/client";
import * as t from "@/db/schema";
import { type Tx, withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import { type Actor, can } from "@/lib/filing/access";
import type { OrderCancellation } from "@/lib/filing/inspection/form";
import { decideInspection } from "@/lib/filing/inspection/machine";
import { orderablesOf } from "@/lib/filing/inspection/settle";
import type { CancelType } from "@/lib/filing/lifecycle/life";
import { EDITABLE_STATES } from "@/lib/filing/lifecycle/states";
import type { Policy } from "@/lib/filing/policy/types";
import { passwordFor } from "@/lib/filing/registry/filing-password";
import type { ElsewhereService } from "@/lib/filing/registry/types";
import { maskPhone } from "@/lib/filing/shared/mask";
import { type Refusal, refuse } from "@/lib/filing/shared/refusal";
import { fail, type Result } from "@/lib/filing/shared/result";
import { openCancellation } from "../cancel/open-cancellation";
import { type Target, targetIn } from "../cancel/target";
import { maskName } from "../orders/views/names";
import { elsewhereOf, withElsewhere } from "../registry/elsewhere";
import { loadFilingOf } from "../registry/own-filing";
import { staffContext } from "../review/staff-context";
import { type Inspection, loadInspection, moveInspection, writeEvent } from "./store";
import { tellOwner } from "./tell";

/** A cancellation that could be ordered, and what it would do. */
export interface OrderChoice {
  readonly type: CancelType;
  readonly serviceId: string | null;
  /** Of the service; null: the organiser. */
  readonly name: string | null;
  readonly numbers: readonly string[];
  readonly leavesShell: boolean;
  /** Whom the authority sends its own codes, masked; nobody for access. */
  readonly codesTo: readonly { readonly name: string; readonly phone: string }[];
  /** The authority asks for the filing password, which staff do not have: without it the order comes back. */
  readonly passwordAsked: boolean;
  /** Why it cannot be now. */
  readonly refusal: Refusal | null;
}

/**
 * Staff order what was announced: the cancellation, as an order like any other, without anybody's word of the account.
 * The time, the answer, who opened it, what still stands and the owner's own conditions are judged inside the transaction.
 * Whether somebody else serves it (`cancel.onlyAccess`) is not asked: that setting is what the provider grants of its own
 * accord to a holder who leaves, and what the rules order for what was not mended goes before it. The authority has the
 * last word either way.
 */
export async function orderCancellation(
  actor: Actor,
  { inspectionId, version, type, serviceId, lastService }: OrderCancellation,
): Promise<Result<{ orderId: string }>> {
  if (!can(actor, "inspection.work")) return fail(refuse("forbidden"));
  const staff = await staffContext(actor);
  if (!staff.ok) return staff;
  const { now, policy } = staff.value;
  const asked = await loadInspection(read(), actor, inspectionId);
  const elsewhere = asked.ok ? await elsewhereOf(read(), asked.value.entity.id) : [];
  return withTransaction(async (tx) => {
    const found = await loadInspection(tx, actor, inspectionId);
    if (!found.ok) return found;
    const { row, entity } = found.value;
    const next = decideInspection(row, { type: "order", by: actor.userId }, now);
    if (!next.ok) return next;
    const target = await targetOf(tx, found.value, { type, serviceId }, policy, elsewhere);
    if (!target.ok) return target;
    const refusal = objection(target.value, type, lastService);
    if (refusal !== null) return fail(refusal);
    const confirmed = { type, entityId: entity.id, by: "INSPECTION", inspectionId } as const;
    const opened = await openCancellation(
      tx,
      target.value,
      { ...confirmed, askedBy: actor.userId, besides: EDITABLE_STATES },
      staff.value,
    );
    if (!opened.ok) return opened;
    const { orderId } = opened.value;
    const moved = await moveInspection(tx, found.value, version, next.value, now, { orderId });
    if (!moved.ok) return moved;
    const by = { kind: "staff", userId: actor.userId } as const;
    await writeEvent(tx, found.value, { type: "ordered", at: now, by, orderId });
    await tellOwner(tx, found.value, "inspection_ordered");
    await audit(tx, {
      ...{ actorId: actor.userId, action: "inspection.ordered", object: inspectionId, outcome: "done" },
      data: { order: orderId, kind: type },
    });
    return opened;
  });
}

/** What could be ordered for it, each with what it does and why not now; nothing once it is over. */
export async function choicesOf(
  db: Db,
  actor: Actor,
  inspection: Inspection,
  { now, policy }: { readonly now: number; readonly policy: Policy },
): Promise<readonly OrderChoice[]> {
  const { row, entity } = inspection;
  const filing = await loadFilingOf(db, [entity.accountId], entity.id);
  if (!filing.ok) return [];
  const elsewhere = await elsewhereOf(db, entity.id);
  const { registry, serviceIds } = withElsewhere(filing.value, elsewhere);
  const number = await numberOf(db, row.serviceId);
  const early = decideInspection(row, { type: "order", by: actor.userId }, now);
  const choices: OrderChoice[] = [];
  for (const { type, service } of orderablesOf(registry, { service: number, domain: row.domain })) {
    const serviceId = service === null ? null : (serviceIds.get(service) ?? null);
    const target = await targetOf(db, inspection, { type, serviceId }, policy, elsewhere);
    if (!target.ok) continue;
    const { leads, leavesShell, numbers } = target.value;
    choices.push({
      ...{ type, serviceId, leavesShell, numbers },
      name: registry.services.find((one) => one.number === service)?.document.name ?? null,
      // A lead may be asked before access is given up; the authority itself sends no code for it.
      codesTo:
        type === "CANCEL_ACCESS"
          ? []
          : leads.map(({ name, phone1 = "" }) => ({ name: maskName(name), phone: maskPhone(phone1) })),
      passwordAsked: passwordFor(type, policy) === "required",
      refusal: early.ok ? objection(target.value, type, true) : early.error,
    });
  }
  return choices;
}

async function numberOf(db: Db | Tx, serviceId: string | null): Promise<string | null> {
  if (serviceId === null) return null;
  const [row] = await db
    .select({ number: t.services.number })
    .from(t.services)
    .where(eq(t.services.id, serviceId));
  return row?.number ?? "";
}

/** Only what belongs to the inspection: another service of the same record is none of its business. */
async function targetOf(
  db: Db | Tx,
  { row, entity }: Inspection,
  { type, serviceId }: Pick<OrderCancellation, "type" | "serviceId">,
  policy: Policy,
  elsewhere: readonly ElsewhereService[],
): Promise<Result<Target>> {
  const filing = await loadFilingOf(db, [entity.accountId], entity.id);
  if (!filing.ok) return filing;
  const own = withElsewhere(filing.value, elsewhere);
  const { registry, serviceIds } = own;
  const about = { service: await numberOf(db, row.serviceId), domain: row.domain };
  const allowed = orderablesOf(registry, about).some(
    (one) =>
      one.type === type && (one.service === null ? null : (serviceIds.get(one.service) ?? "")) === serviceId,
  );
  if (!allowed) return fail(refuse("invalid", { reason: "inspection.not-orderable" }));
  const services = serviceId === null ? [] : [serviceId];
  // What its holder never sends off must not hold up what the provider has to do.
  return targetIn(db, own, { type, entityId: entity.id, services }, policy, EDITABLE_STATES);
}

function objection(
  { whyNot, leads, leavesShell }: Target,
  type: CancelType,
  lastService: boolean,
): Refusal | null {
  if (whyNot !== null) return refuse("wrong_state", { reason: `cancel.${whyNot}` });
  // Nobody the authority could send its code: the order would only lapse.
  if (type !== "CANCEL_ACCESS" && leads.length === 0)
    return refuse("wrong_state", { reason: "cancel.no-lead" });
  return leavesShell && !lastService ? refuse("invalid", { reason: "cancel.last-service" }) : null;
}

export interface OrderedOrder {
  readonly id: string;
  readonly number: string;
}

/** The order that was opened for it last, of the same account. */
export async function orderedFor(db: Db, { row, entity }: Inspection): Promise<OrderedOrder | null> {
  if (row.orderId === null) return null;
  const [order] = await db
    .select({ id: t.orders.id, number: t.orders.number, accountId: t.orders.accountId })
    .from(t.orders)
    .where(eq(t.orders.id, row.orderId));
  return order?.accountId === entity.accountId ? { id: order.id, number: order.number } : null;
}

import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { type Db, read } from "@/db/client";
import * as t from "@/db/schema";
import { type Tx, withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import type { Actor } from "@/lib/filing/access";
import type { ExecuteManual } from "@/lib/filing/manual/form";
import { decideManual } from "@/lib/filing/manual/machine";
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
import { loadTicket, type ManualRow, moveManual } from "./store";

/** What carrying a proven request out would do now. */
export interface CarryOut {
  /** Why it cannot be done now; the first reason that holds. */
  readonly refusal: Refusal | null;
  /** Nothing would be left under the organiser, who stays. */
  readonly leavesShell: boolean;
  /** Filing numbers that go. */
  readonly numbers: readonly string[];
  /** Whom the authority sends its own codes, masked: it knows the filed phone and no other. */
  readonly codesTo: readonly { readonly name: string; readonly phone: string }[];
  readonly smsHours: number;
  /** The authority asks for the filing password, which staff do not have: without it the order comes back. */
  readonly passwordAsked: boolean;
}

/**
 * Staff carry out what was proven to them: the order of the cancellation, without anybody's code here, and the end of
 * the request, in one transaction. What the owner's own cancellation is judged by is asked again inside it, so of two
 * who press one opens the order and the other learns why not.
 */
export async function executeTicket(
  actor: Actor,
  { requestId, version, lastService }: ExecuteManual,
): Promise<Result<{ orderId: string }>> {
  const staff = await staffContext(actor);
  if (!staff.ok) return staff;
  const asked = await loadTicket(read(), actor, requestId);
  const elsewhere = asked.ok ? await elsewhereOf(read(), asked.value.entityId) : [];
  return withTransaction(async (tx) => {
    const ticket = await loadTicket(tx, actor, requestId);
    if (!ticket.ok) return ticket;
    const { entityId, kind: type, createdBy: askedBy, state } = ticket.value;
    const next = decideManual({ state, missing: 0 }, { type: "execute" });
    if (!next.ok) return next;
    const found = await targetOf(tx, ticket.value, staff.value.policy, elsewhere);
    if (!found.ok) return found;
    const refusal = objection(found.value, lastService);
    if (refusal !== null) return fail(refusal);
    const confirmed = { type, entityId, by: "STAFF", askedBy, requestId } as const;
    const opened = await openCancellation(tx, found.value, confirmed, staff.value);
    if (!opened.ok) return opened;
    const moved = await moveManual(tx, ticket.value, version, next.value, { decidedBy: actor.userId });
    if (!moved.ok) return moved;
    await audit(tx, {
      ...{ actorId: actor.userId, action: "manual.executed", object: requestId, outcome: "done" },
      data: { order: opened.value.orderId, kind: type },
    });
    return opened;
  });
}

/** The same judgement for the page, before anybody presses. */
export async function carryOutOf(db: Db, row: ManualRow, policy: Policy): Promise<CarryOut> {
  const found = await targetOf(db, row, policy, await elsewhereOf(db, row.entityId));
  const { smsCodeValidHours: smsHours } = policy.provider;
  const passwordAsked = passwordFor(row.kind, policy) === "required";
  const around = { smsHours, passwordAsked };
  if (!found.ok) return { refusal: found.error, leavesShell: false, numbers: [], codesTo: [], ...around };
  const { leads, leavesShell, numbers } = found.value;
  return {
    ...{ refusal: objection(found.value, true), leavesShell, numbers, ...around },
    codesTo: leads.map(({ name, phone1 = "" }) => ({ name: maskName(name), phone: maskPhone(phone1) })),
  };
}

/** A filing that went to another account since is not what its holder of then may have cancelled. */
async function targetOf(
  db: Db | Tx,
  row: ManualRow,
  policy: Policy,
  elsewhere: readonly ElsewhereService[],
): Promise<Result<Target>> {
  const { accountId, entityId, kind: type, serviceIds } = row;
  const filing = await loadFilingOf(db, [accountId], entityId);
  if (!filing.ok) return fail(refuse("wrong_state", { reason: "manual.moved" }));
  return targetIn(
    db,
    withElsewhere(filing.value, elsewhere),
    { type, entityId, services: [...serviceIds] },
    policy,
  );
}

function objection({ whyNot, leads, leavesShell }: Target, lastService: boolean): Refusal | null {
  if (whyNot !== null) return refuse("wrong_state", { reason: `cancel.${whyNot}` });
  // Nobody the authority could send its code: the order would only lapse.
  if (leads.length === 0) return refuse("wrong_state", { reason: "cancel.no-lead" });
  return leavesShell && !lastService ? refuse("invalid", { reason: "cancel.last-service" }) : null;
}

export interface CarriedOut {
  readonly id: string;
  readonly number: string;
}

/** The order that carried a request out; null: it was not, or the order is another account's now. */
export async function orderOf(db: Db, { id, accountId, state }: ManualRow): Promise<CarriedOut | null> {
  if (state !== "EXECUTED") return null;
  const [order] = await db
    .select({ id: t.orders.id, number: t.orders.number })
    .from(t.orders)
    .innerJoin(t.orderEvents, eq(t.orderEvents.orderId, t.orders.id))
    .where(
      and(
        ...[eq(t.orders.accountId, accountId), eq(t.orderEvents.type, "confirmed")],
        sql`json_extract(${t.orderEvents.event}, '$.requestId') = ${id}`,
      ),
    )
    .limit(1);
  return order ?? null;
}

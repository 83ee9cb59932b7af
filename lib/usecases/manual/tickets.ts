import "server-only";
import { and, asc, count, eq, inArray, isNotNull, notInArray } from "drizzle-orm";
import { type Db, read } from "@/db/client";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import type { Actor } from "@/lib/filing/access";
import type { ManualCall, ManualKind, ManualState } from "@/lib/filing/manual/states";
import { ok, type Result } from "@/lib/filing/shared/result";
import { open } from "@/lib/secrets";
import { staffContext } from "../review/staff-context";
import { type CarriedOut, type CarryOut, carryOutOf, orderOf } from "./carry-out";
import { type FilledSlot, namesOf, slotsOf } from "./get-manual";
import { detailsOf, loadTicket, type ManualDetails, type ManualRow, manualAad, manualKey } from "./store";

export interface TicketRow {
  readonly id: string;
  readonly number: string;
  readonly unitName: string | null;
  readonly province: string;
  readonly kind: ManualKind;
  readonly state: ManualState;
  readonly since: number;
}

export interface TicketView extends TicketRow {
  readonly version: number;
  readonly accountId: string;
  readonly serviceNames: readonly string[];
  /** Null: destroyed. */
  readonly details: ManualDetails | null;
  readonly slots: readonly FilledSlot[];
  /** Of a proven request: what carrying it out would do; null otherwise. */
  readonly carryOut: CarryOut | null;
  /** The order that carried it out. */
  readonly order: CarriedOut | null;
  readonly calls: readonly {
    readonly id: string;
    readonly outcome: ManualCall;
    readonly note: string | null;
    readonly at: number;
    readonly by: string;
  }[];
}

const WAITING = ["SUBMITTED", "PHONE_VERIFIED"] as const;

/** Nobody judges his own account's matters. */
const notOwn = ({ accountIds }: Actor) => notInArray(t.manualCancellations.accountId, [...accountIds]);

/** How many wait for this one of the staff. */
export async function countTickets(actor: Actor): Promise<number> {
  const [row] = await read()
    .select({ n: count() })
    .from(t.manualCancellations)
    .where(and(inArray(t.manualCancellations.state, [...WAITING]), notOwn(actor)));
  return row?.n ?? 0;
}

/** Every request that was handed in, of one province or of all: what waits first, oldest first. Own accounts' are left out. */
export async function listTickets(
  actor: Actor,
  { province }: { readonly province?: string } = {},
): Promise<Result<readonly TicketRow[]>> {
  const staff = await staffContext(actor);
  if (!staff.ok) return staff;
  const rows = await joined(read())
    .where(
      and(
        isNotNull(t.manualCancellations.submittedAt),
        notOwn(actor),
        province === undefined ? undefined : eq(t.entities.province, province),
      ),
    )
    .orderBy(asc(t.manualCancellations.since));
  const waits = ({ state }: TicketRow) => WAITING.some((one) => one === state);
  const all = rows.map(({ request, entity }) => rowOf(request, entity));
  return ok([...all.filter(waits), ...all.filter((one) => !waits(one)).reverse()]);
}

/** One of them whole. Who looks is in the audit: it shows a person's phone and papers. */
export async function getTicket(actor: Actor, input: { requestId: string }): Promise<Result<TicketView>> {
  const staff = await staffContext(actor);
  if (!staff.ok) return staff;
  const db = read();
  const ticket = await loadTicket(db, actor, input.requestId);
  if (!ticket.ok) return ticket;
  const request = ticket.value;
  const [found] = await joined(db).where(eq(t.manualCancellations.id, request.id));
  if (found === undefined) throw new Error("a ticket of no filing");
  await withTransaction(async (tx) => {
    await audit(tx, {
      ...{ actorId: actor.userId, action: "manual.viewed", object: request.id, outcome: "done" },
    });
    return ok(null);
  });
  const { version, accountId } = request;
  return ok({
    ...rowOf(request, found.entity),
    ...{ version, accountId, details: detailsOf(request) },
    serviceNames: await namesOf(db, request.serviceIds),
    slots: await slotsOf(db, request),
    carryOut: request.state === "PHONE_VERIFIED" ? await carryOutOf(db, request, staff.value.policy) : null,
    order: await orderOf(db, request),
    calls: await callsOf(db, request),
  });
}

const joined = (db: Db) =>
  db
    .select({ request: t.manualCancellations, entity: t.entities })
    .from(t.manualCancellations)
    .innerJoin(t.entities, eq(t.entities.id, t.manualCancellations.entityId))
    .$dynamic();

const rowOf = ({ id, kind, state, since }: ManualRow, entity: typeof t.entities.$inferSelect): TicketRow => ({
  ...{ id, kind, state, since, number: entity.number },
  ...{ unitName: entity.unitName, province: entity.province },
});

async function callsOf(db: Db, row: ManualRow): Promise<TicketView["calls"]> {
  const key = manualKey(row);
  const rows = await db
    .select({ call: t.manualCalls, by: t.users.displayName })
    .from(t.manualCalls)
    .innerJoin(t.users, eq(t.users.id, t.manualCalls.userId))
    .where(eq(t.manualCalls.requestId, row.id))
    .orderBy(asc(t.manualCalls.at));
  return rows.map(({ call: { id, outcome, at, noteEnc }, by }) => ({
    ...{ id, outcome, at, by: by ?? "" },
    note: key.ok ? open<string>(key.value, noteEnc, manualAad(row.id, `call:${id}`)) : null,
  }));
}

import "server-only";
import { and, eq, inArray, isNull } from "drizzle-orm";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import { audit } from "@/lib/audit";
import { decideCode } from "@/lib/filing/codes/states";
import { decideMove, MADE_FILINGS } from "@/lib/filing/lifecycle";
import type { DecisionContext } from "@/lib/filing/lifecycle/types";
import { codeRecord, writeCode } from "../codes/store";
import { endOfMoved } from "../manual/end-manual";
import { record } from "../orders/records";
import { recordEvents } from "../orders/store";
import { changeRegistry } from "../registry/change-registry";
import type { HeldFiling } from "./standing";
import type { MigrationRow } from "./store";

type Way = Pick<MigrationRow, "entityId" | "fromAccountId" | "toAccountId">;

/** What went, for the record. */
interface Went {
  readonly orders: number;
  readonly codes: number;
}

/**
 * The entity and everything under it to the other account. Services, domains, packages, accesses, ticks and the history
 * hang on the entity and need nothing; what names the account itself is moved here: the orders that made the filing,
 * so that its history stays readable, and codes used for its services, which nobody else could use any more. Orders that
 * ended without a filing, unused codes and servers stay: they belong to the account. What the giver asked for on the
 * manual path ends.
 */
export async function moveFiling(tx: Tx, filing: HeldFiling, way: Way, ctx: DecisionContext): Promise<Went> {
  const { fromAccountId: from, toAccountId: to } = way;
  const cause = { orderId: null, notice: null, accountId: from, at: ctx.now };
  await changeRegistry(tx, filing, { type: "moved", to }, cause);
  await endOfMoved(tx, from, filing.row.id, ctx.actor.userId);
  // Whoever asked could not read the answer any more, and whoever holds the filing now asked nothing.
  const { changeQuestions: q } = t;
  await tx.delete(q).where(and(eq(q.entityId, filing.row.id), isNull(q.answeredAt)));
  const orders = await moveOrders(tx, filing, way, ctx);
  if (orders.length > 0)
    await tx
      .update(t.phoneProofs)
      .set({ accountId: to })
      .where(inArray(t.phoneProofs.orderId, [...orders]));
  return { orders: orders.length, codes: await moveCodes(tx, filing, to, ctx) };
}

async function moveOrders(
  tx: Tx,
  { row: entity }: HeldFiling,
  { fromAccountId, toAccountId }: Way,
  ctx: DecisionContext,
): Promise<readonly string[]> {
  const lines = await tx
    .selectDistinct({ orderId: t.registryHistory.orderId })
    .from(t.registryHistory)
    .where(eq(t.registryHistory.entityId, entity.id));
  const made = new Set([entity.orderId, ...lines.map(({ orderId }) => orderId)]);
  const rows = await tx
    .select()
    .from(t.orders)
    .where(and(eq(t.orders.accountId, fromAccountId), inArray(t.orders.state, [...MADE_FILINGS])));
  // An approved change that changed nothing left no line, and was about this entity all the same.
  const own = rows.filter(
    ({ id, snapshot }) => made.has(id) || snapshot.filing?.entityNumber === entity.number,
  );
  for (const row of own) {
    const decided = decideMove(row.snapshot, toAccountId);
    if (!decided.ok) throw new Error(`order ${row.id} cannot move`);
    const change = { accountId: toAccountId };
    const written = await recordEvents(tx, record(row), decided.value, ctx, { change });
    if (!written.ok) throw new Error(`order ${row.id} moved inside a transaction`);
  }
  return own.map(({ id }) => id);
}

/** Whose server a code stands for stays as it is; who may use it is whoever has the service it was used for. */
async function moveCodes(
  tx: Tx,
  { serviceIds }: HeldFiling,
  accountId: string,
  { now, actor }: DecisionContext,
): Promise<number> {
  const rows = await tx
    .select()
    .from(t.authCodes)
    .where(and(eq(t.authCodes.state, "USED"), inArray(t.authCodes.usedFor, [...serviceIds.keys()])));
  for (const row of rows) {
    const decided = decideCode(codeRecord(row), { type: "follow", accountId });
    if (!decided.ok || decided.value === null) throw new Error(`code ${row.id} cannot follow its service`);
    const written = await writeCode(tx, row, decided.value, now);
    if (!written.ok) throw new Error(`code ${row.id} moved inside a transaction`);
    await audit(tx, {
      ...{ actorId: actor.userId, action: "code.followed", object: row.id, outcome: "done" },
      data: { from: row.targetAccountId, to: accountId },
    });
  }
  return rows.length;
}

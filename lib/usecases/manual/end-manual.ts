import "server-only";
import { and, eq, inArray, isNotNull } from "drizzle-orm";
import * as t from "@/db/schema";
import { type Tx, withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import { clock } from "@/lib/clock";
import type { Actor } from "@/lib/filing/access";
import type { ManualId } from "@/lib/filing/manual/form";
import { decideManual } from "@/lib/filing/manual/machine";
import { OPEN_MANUAL } from "@/lib/filing/manual/states";
import type { Result } from "@/lib/filing/shared/result";
import { eraseAt, loadOwnManual, type ManualRow, moveManual } from "./store";

const { manualCancellations: m } = t;

/** Before it is carried out, whoever asked may think better of it. */
export async function withdrawManual(actor: Actor, { requestId, version }: ManualId): Promise<Result<null>> {
  return withTransaction(async (tx) => {
    const own = await loadOwnManual(tx, actor, requestId);
    return own.ok ? withdraw(tx, own.value, version, actor.userId) : own;
  });
}

/** The filing goes to another account: what its holder of then asked for goes with nobody. */
export const endOfMoved = (
  tx: Tx,
  accountId: string,
  entityId: string,
  actorId: string | null,
): Promise<void> => endOpen(tx, and(eq(m.accountId, accountId), eq(m.entityId, entityId)), actorId);

/** The account closes: its open requests end, and what is known of any of them is destroyed now, not after the delay. */
export async function endOfClosed(tx: Tx, accountId: string, actorId: string | null): Promise<void> {
  await endOpen(tx, eq(m.accountId, accountId), actorId);
  const kept = await tx
    .select({ id: m.id })
    .from(m)
    .where(and(eq(m.accountId, accountId), isNotNull(m.wrappedKey)));
  for (const { id } of kept) await eraseAt(tx, id, clock().now());
}

async function endOpen(tx: Tx, whose: ReturnType<typeof and>, actorId: string | null): Promise<void> {
  const rows = await tx
    .select()
    .from(m)
    .where(and(whose, inArray(m.state, [...OPEN_MANUAL])));
  for (const row of rows) {
    const ended = await withdraw(tx, row, row.version, actorId);
    if (!ended.ok) throw new Error(`request ${row.id} moved inside a transaction`);
  }
}

async function withdraw(
  tx: Tx,
  row: ManualRow,
  version: number,
  actorId: string | null,
): Promise<Result<null>> {
  const next = decideManual({ state: row.state, missing: 0 }, { type: "withdraw" });
  if (!next.ok) return next;
  const moved = await moveManual(tx, row, version, next.value);
  if (moved.ok) await audit(tx, { actorId, action: "manual.withdrawn", object: row.id, outcome: "done" });
  return moved;
}

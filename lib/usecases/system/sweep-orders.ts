import "server-only";
import { asc, lte } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail } from "@/lib/filing/shared/result";
import { lapseManual } from "../manual/lapse-manual";
import { systemContext } from "../orders/context";
import { applyCommand, loadOrder } from "../orders/store";
import { replanSweeps } from "./replan-sweeps";

const BATCH = 50;

/**
 * Job `sweep`: applies the deadlines that have passed, order by order. An order somebody moves meanwhile waits for the
 * next round. Requests on the manual path are no orders and have one deadline of their own.
 */
export async function run(): Promise<void> {
  const ctx = await systemContext();
  await replanSweeps(ctx);
  const due = await read()
    .select({ id: t.orders.id })
    .from(t.orders)
    .where(lte(t.orders.nextSweepAt, ctx.now))
    .orderBy(asc(t.orders.nextSweepAt))
    .limit(BATCH);
  for (const { id } of due) {
    await withTransaction(async (tx) => {
      const order = await loadOrder(tx, id);
      return order
        ? applyCommand(tx, order, { type: "sweep" }, await systemContext())
        : fail(refuse("not_found"));
    });
  }
  await lapseManual();
}

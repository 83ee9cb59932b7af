import "server-only";
import { asc, lte } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail } from "@/lib/filing/shared/result";
import { systemContext } from "../orders/context";
import { applyCommand, loadOrder } from "../orders/store";

const BATCH = 50;

/** Job `sweep`: applies the deadlines that have passed, order by order. An order somebody moves meanwhile waits for the next round. */
export async function run(): Promise<void> {
  const { now } = systemContext();
  const due = await read()
    .select({ id: t.orders.id })
    .from(t.orders)
    .where(lte(t.orders.nextSweepAt, now))
    .orderBy(asc(t.orders.nextSweepAt))
    .limit(BATCH);
  for (const { id } of due) {
    await withTransaction(async (tx) => {
      const order = await loadOrder(tx, id);
      return order ? applyCommand(tx, order, { type: "sweep" }, systemContext()) : fail(refuse("not_found"));
    });
  }
}

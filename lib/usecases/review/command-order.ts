import "server-only";
import { type Tx, withTransaction } from "@/db/transaction";
import type { Actor } from "@/lib/filing/access";
import { decide } from "@/lib/filing/lifecycle";
import type { DecisionContext, OrderCommand } from "@/lib/filing/lifecycle/types";
import { type Refusal, refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { applyCommand, type Extra, loadOrder, type OrderRecord } from "../orders/store";
import { staffContext } from "./staff-context";

/** Which order, and the version the page showed: two people at one order never overwrite each other unseen. */
export interface OrderVersion {
  readonly orderId: string;
  readonly version: number;
}

export interface StaffCommand {
  readonly command: OrderCommand;
  readonly extra?: Extra;
  /** What only the tables know and speaks against it; told once the decision itself has nothing against it. */
  readonly refusal?: Refusal | null;
  /** Rows that belong to the command, written in its transaction. */
  readonly also?: (tx: Tx, order: OrderRecord, ctx: DecisionContext) => Promise<void>;
}

/**
 * The road of every staff command: load, compare the version, let `build` say what is wanted, decide, save.
 * @returns the version after it. Refusals: not_found (a draft is nobody's business), stale, and those of decide().
 */
export function commandOrder(
  actor: Actor,
  seen: OrderVersion,
  build: (order: OrderRecord, tx: Tx) => StaffCommand | Promise<StaffCommand>,
): Promise<Result<{ version: number }>> {
  return withTransaction(async (tx) => {
    const ctx = await staffContext(actor);
    if (!ctx.ok) return ctx;
    const order = await loadOrder(tx, seen.orderId);
    if (order === undefined || order.snapshot.round === 0) return fail(refuse("not_found"));
    if (order.row.version !== seen.version) return fail(refuse("stale", { reason: "order.moved" }));
    const { command, extra, also, refusal } = await build(order, tx);
    if (refusal) {
      const decision = decide(order.snapshot, command, ctx.value);
      return fail(decision.ok ? refusal : decision.error);
    }
    const applied = await applyCommand(tx, order, command, ctx.value, extra);
    if (!applied.ok) return applied;
    await also?.(tx, applied.value.order, ctx.value);
    return ok({ version: applied.value.order.row.version });
  });
}

import "server-only";
import { desc, eq } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { clock } from "@/lib/clock";
import type { Actor } from "@/lib/filing/access";
import { type DecisionEstimate, estimateDecision } from "@/lib/filing/lifecycle";
import { isOpen } from "@/lib/filing/lifecycle/states";
import { ok, type Result } from "@/lib/filing/shared/result";
import { currentPolicy } from "../policy/current-policy";
import { headOf, type OrderHead } from "./views/head";

export interface OrderLine extends OrderHead {
  /** When a decision may be expected; null while nobody but the applicant is waited for. */
  readonly decision: DecisionEstimate | null;
}

export interface OrderListView {
  readonly orders: readonly OrderLine[];
  /** Another can be started now. */
  readonly mayStart: boolean;
}

/** Orders of the account the actor works for now, newest first; the last hundred are more than anybody has. */
export async function listOrders(actor: Actor): Promise<Result<OrderListView>> {
  if (actor.accountId === null) return ok({ orders: [], mayStart: true });
  const rows = await read()
    .select()
    .from(t.orders)
    .where(eq(t.orders.accountId, actor.accountId))
    .orderBy(desc(t.orders.createdAt), desc(t.orders.id))
    .limit(100);
  const now = clock().now();
  const policy = await currentPolicy(now);
  const orders = rows.map((row) => ({
    ...headOf({ row, snapshot: row.snapshot }),
    decision: estimateDecision(row.snapshot, policy, now),
  }));
  const open = orders.filter(({ state }) => isOpen(state)).length;
  return ok({ orders, mayStart: open < policy.provider.openOrdersPerAccount });
}

import "server-only";
import type { Actor } from "@/lib/filing/access";
import { decide } from "@/lib/filing/lifecycle";
import type { DecisionContext } from "@/lib/filing/lifecycle/types";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import type { OrderRecord } from "../orders/store";
import { staffContext } from "./staff-context";

/**
 * Whether somebody may write down what belongs to a review without moving the order: exactly when he might record a
 * call. Refusals: not_found, stale, and those of that decision (own account, wrong state, not held by him).
 */
export async function mayWorkOn(
  actor: Actor,
  order: OrderRecord | undefined,
  version: number,
): Promise<Result<DecisionContext>> {
  const ctx = await staffContext(actor);
  if (!ctx.ok) return ctx;
  if (order === undefined) return fail(refuse("not_found"));
  if (order.row.version !== version) return fail(refuse("stale", { reason: "order.moved" }));
  const call = {
    type: "phone",
    personId: "",
    role: "entity",
    number: "phone1",
    outcome: "REACHED_OK",
  } as const;
  const allowed = decide(order.snapshot, call, ctx.value);
  return allowed.ok ? ok(ctx.value) : allowed;
}

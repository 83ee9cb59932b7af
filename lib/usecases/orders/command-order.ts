import "server-only";
import { withTransaction } from "@/db/transaction";
import type { Actor } from "@/lib/filing/access";
import type { CallbackTime, OrderCommand } from "@/lib/filing/lifecycle/types";
import { ok, type Result } from "@/lib/filing/shared/result";
import { decisionContext } from "./context";
import { applyCommand, loadOwnOrder } from "./store";

/** A command of the applicant that needs nothing but the order itself. */
async function give(
  actor: Actor,
  orderId: string,
  command: Extract<
    OrderCommand,
    { type: "withdraw" | "abandon" | "request_callback" | "resubmit_to_authority" }
  >,
): Promise<Result<null>> {
  return withTransaction(async (tx) => {
    const order = await loadOwnOrder(tx, actor, orderId);
    if (!order.ok) return order;
    const applied = await applyCommand(tx, order.value, command, await decisionContext(actor, "applicant"));
    return applied.ok ? ok(null) : applied;
  });
}

/** Takes an order nobody reviews yet back into editing. */
export const withdrawOrder = (actor: Actor, input: { orderId: string }) =>
  give(actor, input.orderId, { type: "withdraw" });

/** Ends an order for good; approved filings are not affected. */
export const abandonOrder = (actor: Actor, input: { orderId: string }) =>
  give(actor, input.orderId, { type: "abandon" });

/** Asks for the call one lead missed, and says when it will be answered. */
export const requestCallback = (
  actor: Actor,
  { orderId, ...call }: { orderId: string; personId: string; when: CallbackTime },
) => give(actor, orderId, { type: "request_callback", ...call });

/** Sends an order whose SMS verification failed to the authority again, unchanged. */
export const resubmitToAuthority = (actor: Actor, input: { orderId: string }) =>
  give(actor, input.orderId, { type: "resubmit_to_authority" });

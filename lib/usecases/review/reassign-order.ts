import "server-only";
import type { Actor } from "@/lib/filing/access";
import { refuse } from "@/lib/filing/shared/refusal";
import type { Result } from "@/lib/filing/shared/result";
import { commandOrder, type OrderVersion } from "./command-order";
import { listReviewers } from "./reviewers";

export interface ReassignInput extends OrderVersion {
  readonly userId: string;
}

/**
 * A supervisor puts an order into somebody's hands, whoever has it now. Refusals: those of every staff command, and
 * invalid when the other may not review it: no reviewer, no longer here, or a member of the order's account.
 */
export const reassignOrder = (
  actor: Actor,
  { userId, ...seen }: ReassignInput,
): Promise<Result<{ version: number }>> =>
  commandOrder(actor, seen, async ({ row }, tx) => {
    const colleagues = await listReviewers(row.accountId, tx);
    const fits = colleagues.some((one) => one.userId === userId);
    return {
      command: { type: "reassign", userId },
      refusal: fits ? null : refuse("invalid", { reason: "order.not-their-order" }),
    };
  });

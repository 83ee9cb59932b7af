import "server-only";
import type { Actor } from "@/lib/filing/access";
import { ok, type Result } from "@/lib/filing/shared/result";
import { type CopyInput, type CopyView, copyOf } from "../orders/copy-view";
import { recordLook } from "./record-look";
import { readSubmitted } from "./submitted";

/**
 * The same copy for the provider's staff: of orders the workbench shows them, personal values whole only for the one who
 * holds the order. Every look is audited.
 */
export async function getStaffCopy(actor: Actor, { orderId, round }: CopyInput): Promise<Result<CopyView>> {
  const found = await readSubmitted(actor, orderId);
  if (!found.ok) return found;
  const { order } = found.value;
  const whole = order.row.claimUserId === actor.userId;
  const copy = await copyOf(order, round, { whole, by: () => "applicant" });
  if (!copy.ok) return copy;
  await recordLook(actor, orderId, whole, copy.value.round);
  return ok(copy.value);
}

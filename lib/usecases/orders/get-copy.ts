import "server-only";
import { read } from "@/db/client";
import type { Actor } from "@/lib/filing/access";
import type { Result } from "@/lib/filing/shared/result";
import { type CopyInput, type CopyView, copyOf } from "./copy-view";
import { loadOwnOrder } from "./store";

/** One round of an own order exactly as it was submitted, personal numbers masked; the newest without `round`. */
export async function getCopy(actor: Actor, { orderId, round }: CopyInput): Promise<Result<CopyView>> {
  const own = await loadOwnOrder(read(), actor, orderId);
  if (!own.ok) return own;
  const by = (userId: string) => (userId === actor.userId ? "you" : "colleague");
  return copyOf(own.value, round, { whole: false, by });
}

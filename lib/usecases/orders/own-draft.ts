import "server-only";
import { read } from "@/db/client";
import type { Actor } from "@/lib/filing/access";
import { ok, type Result } from "@/lib/filing/shared/result";
import { loadOwnOrder, type OpenDraft, type OrderRecord, openDraft } from "./store";

/** An own order with its draft, for reading. */
export async function readOwnDraft(
  actor: Actor,
  orderId: string,
): Promise<Result<{ readonly order: OrderRecord; readonly draft: OpenDraft }>> {
  const order = await loadOwnOrder(read(), actor, orderId);
  if (!order.ok) return order;
  const draft = await openDraft(read(), order.value);
  return draft.ok ? ok({ order: order.value, draft: draft.value }) : draft;
}

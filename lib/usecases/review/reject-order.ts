import "server-only";
import type { Actor } from "@/lib/filing/access";
import { isCancellation } from "@/lib/filing/lifecycle";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, type Result } from "@/lib/filing/shared/result";
import { newId } from "@/lib/ids";
import { commandOrder, type OrderVersion } from "./command-order";
import { readSubmitted } from "./submitted";
import { isTarget } from "./targets";

export interface RejectionItem {
  /** DF §9 code. */
  readonly code: string;
  readonly target: string;
  /** Own wording; empty = the catalogue's suggestion. */
  readonly suggestion: string;
}

export interface RejectInput extends OrderVersion {
  readonly items: readonly RejectionItem[];
}

/** Sends the order back with everything that has to be put right, all at once. */
export async function rejectOrder(
  actor: Actor,
  { items, ...seen }: RejectInput,
): Promise<Result<{ version: number }>> {
  const submitted = await readSubmitted(actor, seen.orderId);
  if (!submitted.ok) return submitted;
  if (isCancellation(submitted.value.order.row.type))
    return fail(refuse("wrong_state", { reason: "order.cancellation-fixed" }));
  const stray = items.findIndex(({ target }) => !isTarget(submitted.value.application, target));
  if (stray >= 0) return fail(refuse("invalid", { path: `items.${stray}.target` }));
  return commandOrder(actor, seen, () => {
    const withIds = items.map((item) => ({ ...item, id: newId() }));
    return {
      command: { type: "reject", items: withIds.map(({ id, code, target }) => ({ id, code, target })) },
      extra: {
        suggestions: Object.fromEntries(withIds.map(({ id, suggestion }) => [id, suggestion.trim()])),
      },
    };
  });
}

import "server-only";
import type { Actor } from "@/lib/filing/access";
import { newId } from "@/lib/ids";
import { commandOrder, type OrderVersion } from "./command-order";

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
export const rejectOrder = (actor: Actor, { items, ...seen }: RejectInput) =>
  commandOrder(actor, seen, () => {
    const withIds = items.map((item) => ({ ...item, id: newId() }));
    return {
      command: { type: "reject", items: withIds.map(({ id, code, target }) => ({ id, code, target })) },
      extra: {
        suggestions: Object.fromEntries(withIds.map(({ id, suggestion }) => [id, suggestion.trim()])),
      },
    };
  });

import "server-only";
import type { Actor } from "@/lib/filing/access";
import type { InterceptReason } from "@/lib/filing/lifecycle/types";
import { commandOrder, type OrderVersion } from "./command-order";

export interface InterceptInput extends OrderVersion {
  readonly reason: InterceptReason;
}

/** Holds an approved order back while it still waits to be handed over: the applicant can change it again. */
export const interceptOrder = (actor: Actor, { reason, ...seen }: InterceptInput) =>
  commandOrder(actor, seen, () => ({ command: { type: "intercept", reason } }));

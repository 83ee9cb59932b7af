import "server-only";
import { read } from "@/db/client";
import type { CallbackTime } from "@/lib/filing/lifecycle/types";
import { ok, type Result } from "@/lib/filing/shared/result";
import { leadContext } from "../orders/context";
import { resolveLink } from "./link";

/** What a link shows to whoever holds it: two clocks, and nothing of the order or of anybody. */
export type CallbackView =
  | {
      readonly state: "open";
      readonly requestBy: number;
      readonly callsWithinHours: number;
      readonly now: number;
    }
  | {
      readonly state: "asked";
      readonly callBy: number;
      readonly when: CallbackTime;
      readonly now: number;
    }
  /** Unknown, over, or guessed at too often: the same to a stranger. */
  | { readonly state: "closed" };

/** The state of a call-back by its link; opening it changes nothing, because phones look into links on their own. */
export async function findCallback({ token }: { readonly token: string }): Promise<Result<CallbackView>> {
  const open = await resolveLink(read(), token);
  const { now, policy } = await leadContext();
  const callback = open?.order.snapshot.callback ?? null;
  if (callback === null) return ok({ state: "closed" });
  if (callback.callBy !== null)
    return ok({ state: "asked", callBy: callback.callBy, when: callback.when ?? "any", now });
  if (callback.requestBy <= now) return ok({ state: "closed" });
  const callsWithinHours = policy.provider.callback.providerCallsWithinHours;
  return ok({ state: "open", requestBy: callback.requestBy, callsWithinHours, now });
}

import type { Policy } from "../../policy/types";
import type { OrderSnapshot } from "../types";

export interface PhoneCheck {
  /** Somebody who must be called was not. */
  readonly missing: boolean;
  /** Somebody who was called was not reached. */
  readonly unreached: boolean;
}

/** Whether approving takes a reason in words: a check is open, or a lead was not called or not reached. */
export function needsOverride(
  order: OrderSnapshot,
  { openErrors, leads }: { readonly openErrors: number; readonly leads: readonly string[] },
  policy: Policy,
): boolean {
  const { missing, unreached } = phoneCheckOf(order, leads, policy);
  return openErrors > 0 || missing || unreached;
}

/** How far the phone check of this round has come, for the leads the order names and whoever else was called. */
export function phoneCheckOf(
  order: OrderSnapshot,
  leads: readonly string[],
  { provider }: Policy,
): PhoneCheck {
  const outcomes = Object.values(order.calls);
  const uncalled = outcomes.length === 0 || leads.some((id) => order.calls[id] === undefined);
  return {
    missing: provider.phoneCheck === "always" && uncalled,
    unreached: outcomes.some((outcome) => outcome !== "REACHED_OK"),
  };
}

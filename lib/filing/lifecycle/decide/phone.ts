import type { Policy } from "../../policy/types";
import type { OrderSnapshot } from "../types";

export interface PhoneCheck {
  /** Somebody who must be called was not. */
  readonly missing: boolean;
  /** Somebody who was called was not reached. */
  readonly unreached: boolean;
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

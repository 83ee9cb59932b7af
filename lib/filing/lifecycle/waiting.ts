import type { OrderType } from "../application/codes";
import { isAccess, isChange } from "../guide/order-type";
import { isCancellation } from "./life";
import type { OrderState } from "./states";

/** Orders of which something else is true while they wait than of a first filing (DF §2.3, §3.7). */
export const WAITING_KINDS = ["new", "access", "change"] as const;
type WaitingKind = (typeof WAITING_KINDS)[number];
/** The waits that differ: what the provider looks at, who verifies, what stays as it is meanwhile. */
export const WAITING_STATES = [
  "PROVIDER_REVIEW",
  "SMS_PENDING",
  "AUTHORITY_REVIEW",
] as const satisfies readonly OrderState[];
type WaitingState = (typeof WAITING_STATES)[number];

const kindOf = (type: OrderType): WaitingKind | null => {
  if (type === "FIRST_FILING" || isCancellation(type)) return null;
  if (isChange(type)) return "change";
  return isAccess(type) ? "access" : "new";
};

/** What is to be said of the wait; null: what the state says of itself. Cancellations have words of their own. */
export function waitingWords(type: OrderType, state: OrderState): `${WaitingKind}.${WaitingState}` | null {
  const kind = kindOf(type);
  const at = WAITING_STATES.find((one) => one === state);
  return kind === null || at === undefined ? null : `${kind}.${at}`;
}

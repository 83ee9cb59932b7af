import type { OrderType } from "../application/codes";
import { lifeOf } from "./life";
import { isOpen, type OrderState } from "./states";
import type { OrderCommandType } from "./types";

/**
 * Why a command on an order is refused: the closed list of `Refusal.reason` values of the lifecycle. The catalogue has
 * one sentence for each below `errors.reason`.
 */
export const ORDER_REASONS = [
  "order.wrong-actor",
  "order.own-account",
  "order.is-draft",
  "order.in-review",
  "order.is-rejected",
  "order.is-ready",
  "order.sms-pending",
  "order.sms-failed",
  "order.at-authority",
  "order.authority-rejected",
  "order.is-approved",
  "order.is-abandoned",
  "order.is-expired",
  "order.type-not-offered",
  "order.too-many-open",
  "order.findings-open",
  "order.corrections-unanswered",
  "order.declarations-missing",
  "order.withdraw-claimed",
  "order.withdraw-not-offered",
  "order.abandon-not-offered",
  "order.not-claimed",
  "order.claimed-by-other",
  "order.already-theirs",
  "order.not-their-order",
  "order.sites-unchecked",
  "order.qualifications-open",
  "order.handed-over",
  "order.not-handed-over",
  "order.push-too-early",
  "order.phone-missing",
  "order.phone-not-reached",
  "order.errors-open",
  "order.override-supervisor-only",
  "order.items-missing",
  "order.no-callback-open",
  "order.callback-already-requested",
  "order.sms-nobody",
  "order.sms-not-required",
  "order.is-cancelled",
  "order.is-returned",
  "order.irrevocable",
  "order.cancellation-fixed",
  "order.change-chosen",
  "order.sms-needed",
  "order.password-missing",
] as const;
export type OrderReason = (typeof ORDER_REASONS)[number];

/** What the state itself says when it does not know the command. */
export const REASON_OF_STATE: Readonly<Record<OrderState, OrderReason>> = {
  DRAFT: "order.is-draft",
  PROVIDER_REVIEW: "order.in-review",
  PROVIDER_REJECTED: "order.is-rejected",
  READY_FOR_AUTHORITY: "order.is-ready",
  SMS_PENDING: "order.sms-pending",
  SMS_FAILED: "order.sms-failed",
  AUTHORITY_REVIEW: "order.at-authority",
  AUTHORITY_REJECTED: "order.authority-rejected",
  APPROVED: "order.is-approved",
  ABANDONED: "order.is-abandoned",
  EXPIRED: "order.is-expired",
  CANCELLED: "order.is-cancelled",
  RETURNED: "order.is-returned",
};

/** What would take a cancellation back; it cannot be taken back (DF §12 #6). */
const REVOKING: ReadonlySet<OrderCommandType> = new Set(["abandon", "withdraw", "intercept"]);

/** Why an order does not know a command now. A cancellation under way is never anybody's to edit or to take back. */
export function reasonOf(
  { state, type }: { readonly state: OrderState; readonly type: OrderType },
  command: OrderCommandType,
): OrderReason {
  if (!isOpen(state) || lifeOf(type) === "filing") return REASON_OF_STATE[state];
  return REVOKING.has(command) ? "order.irrevocable" : "order.cancellation-fixed";
}

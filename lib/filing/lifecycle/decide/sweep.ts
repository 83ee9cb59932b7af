import type { Policy } from "../../policy/types";
import { deadlinesOf } from "../deadlines";
import { lifeOf } from "../life";
import type { CorrectionItem, DeadlineKind, OrderEvent, OrderSnapshot } from "../types";
import type { Decider } from "./types";

/** The id of the item that a missed call nobody asked back for leaves behind. */
export const callbackItemId = (orderId: string, round: number, personId: string): string =>
  `${orderId}:${round}:callback:${personId}`;

/**
 * One item per lead whose own time to ask has passed, at his phone field: another's may still run, or he has asked. Ids
 * are derived, so that a replay gives the same.
 */
const unreachable = (order: OrderSnapshot, now: number): readonly CorrectionItem[] =>
  Object.entries(order.callbacks)
    .filter(([, { requestedAt, requestBy }]) => requestedAt === null && requestBy <= now)
    .map(([personId]) => ({
      id: callbackItemId(order.id, order.round, personId),
      code: "CALLBACK_EXPIRED",
      target: `people[${personId}].phone1`,
    }));

/** What passing a deadline does; the first one that is due wins. Reminders stand apart: they change nothing. */
const CONSEQUENCES: readonly (readonly [DeadlineKind, (order: OrderSnapshot, now: number) => OrderEvent])[] =
  [
    ["draft_expires", () => ({ type: "expired" })],
    ["step_lapses", () => ({ type: "lapsed" })],
    [
      "callback_request",
      (order, now) => {
        const items = unreachable(order, now);
        return lifeOf(order.type) === "cancellation"
          ? { type: "returned", cause: "provider", items, automatic: true }
          : { type: "rejected", items, automatic: true };
      },
    ],
    ["claim_released", () => ({ type: "released", automatic: true })],
    ["sms_auto_resubmit", () => ({ type: "resubmitted_to_authority", automatic: true })],
  ];

const dueKinds = (order: OrderSnapshot, policy: Policy, now: number): readonly DeadlineKind[] =>
  deadlinesOf(order, policy)
    .filter((deadline) => deadline.enforced && deadline.at <= now)
    .map((deadline) => deadline.kind);

/** What time has already done to the order, whether or not the sweep came by: every decision starts from it. */
export function overdue(order: OrderSnapshot, policy: Policy, now: number): readonly OrderEvent[] {
  const due = dueKinds(order, policy, now);
  const found = CONSEQUENCES.find(([kind]) => due.includes(kind));
  return found ? [found[1](order, now)] : [];
}

/** Days passed without a reminder are not made up for: only the latest is sent. */
function reminder(order: OrderSnapshot, policy: Policy, now: number): readonly OrderEvent[] {
  const count = dueKinds(order, policy, now).filter((kind) => kind === "reminder").length;
  const pending = policy.provider.rejectReminderDays
    .filter((day) => day > order.remindedDay)
    .sort((a, b) => a - b);
  const day = pending[count - 1];
  return day === undefined ? [] : [{ type: "reminded", day }];
}

/** `decide` has applied what is overdue before it asks this; what is left are reminders. */
export const sweep: Decider<"sweep"> = (order, _command, { policy, now }) => reminder(order, policy, now);

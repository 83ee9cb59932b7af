import { isChange } from "../guide/order-type";
import type { Policy } from "../policy/types";
import { type Refusal, refuse } from "../shared/refusal";
import { allowedActions } from "./actions";
import { isEditable, isOpen } from "./states";
import type { DecisionActor, OrderCommandType, OrderSnapshot } from "./types";

/** What an applicant may ask of an order at any time: the rows of DF §3.3, in its order. */
export const POSSIBILITIES = [
  "edit",
  "services",
  "submit",
  "resubmit",
  "withdraw",
  "abandon",
  "callback",
  "video",
  "start_another",
  "change_filed",
] as const;
export type PossibilityId = (typeof POSSIBILITIES)[number];

export interface Possibility {
  readonly id: PossibilityId;
  readonly allowed: boolean;
  /** Nothing to press: the order is where this would bring it (a rejected order is open for editing already). */
  readonly already?: true;
  /** Why not; absent when allowed. */
  readonly refusal?: Refusal;
}

const COMMAND: Partial<Record<PossibilityId, OrderCommandType>> = {
  edit: "save",
  services: "save",
  video: "save",
  submit: "submit",
  resubmit: "resubmit_to_authority",
  withdraw: "withdraw",
  abandon: "abandon",
  callback: "request_callback",
};

/**
 * Everything of DF §3.3 with yes or no and, where no, the reason: nothing vanishes without a word. `openOrders`: how many
 * the account has under way, this one counted.
 */
export function possibilitiesOf(
  order: OrderSnapshot,
  actor: DecisionActor,
  ctx: { readonly now: number; readonly policy: Policy; readonly openOrders?: number },
): readonly Possibility[] {
  const actions = allowedActions(order, actor, ctx);
  return POSSIBILITIES.map((id): Possibility => {
    const command = COMMAND[id];
    if (command === undefined) return afterwards(id, order, ctx.policy, ctx.openOrders ?? 1);
    if (id === "withdraw" && isEditable(order.state)) return { id, allowed: true, already: true };
    // Which services a change is about was chosen when it began; it adds none and takes none away.
    if (id === "services" && isChange(order.type) && isEditable(order.state))
      return { id, allowed: false, refusal: refuse("wrong_state", { reason: "order.change-chosen" }) };
    const action = actions.find((one) => one.command === command);
    return action?.refusal ? { id, allowed: false, refusal: action.refusal } : { id, allowed: true };
  });
}

/**
 * What waits until this order has ended: the buttons on what is filed (DF §3.3, last rows), and another order, unless the
 * provider allows more of them at once.
 */
function afterwards(
  id: PossibilityId,
  order: OrderSnapshot,
  { provider }: Policy,
  openOrders: number,
): Possibility {
  if (!isOpen(order.state)) return { id, allowed: true };
  if (id === "start_another" && openOrders < provider.openOrdersPerAccount) return { id, allowed: true };
  const params = { limit: provider.openOrdersPerAccount };
  return { id, allowed: false, refusal: refuse("wrong_state", { reason: "order.too-many-open", params }) };
}

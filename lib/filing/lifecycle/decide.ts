import { type Refusal, refuse } from "../shared/refusal";
import { fail, ok, type Result } from "../shared/result";
import { APPLICANT_DECIDERS } from "./decide/applicant";
import { AUTHORITY_DECIDERS } from "./decide/authority";
import { GUARDS } from "./decide/guards";
import { REVIEW_DECIDERS } from "./decide/review";
import { overdue, sweep } from "./decide/sweep";
import type { CommandOf, Deciders } from "./decide/types";
import { evolveAll } from "./evolve";
import { type OrderReason, reasonOf } from "./reasons";
import { mayCommand, rowsOf } from "./transitions";
import type {
  DecisionActor,
  DecisionContext,
  OrderCommand,
  OrderCommandType,
  OrderEvent,
  OrderSnapshot,
} from "./types";

export { decideMove, MADE_FILINGS } from "./decide/move";
export { decideOpen } from "./decide/open";

const DECIDERS: Deciders<OrderCommandType> = {
  ...APPLICANT_DECIDERS,
  ...REVIEW_DECIDERS,
  ...AUTHORITY_DECIDERS,
  sweep,
};

const forbidden = (reason: OrderReason): Refusal => refuse("forbidden", { reason });

/** Who: the kind of actor the command belongs to, his own order for an applicant, somebody else's for staff. */
function authorise(order: OrderSnapshot, command: OrderCommand, actor: DecisionActor): Refusal | null {
  const own = actor.accountIds.includes(order.accountId);
  if (actor.kind === "applicant" && !own) return refuse("not_found");
  if (!mayCommand(command.type, actor.kind)) return forbidden("order.wrong-actor");
  const staff = actor.kind === "reviewer" || actor.kind === "supervisor";
  return staff && own ? forbidden("order.own-account") : null;
}

/** When and under which conditions: the rows of the table for this state, and their guards. */
function refusalOf(order: OrderSnapshot, command: OrderCommand, ctx: DecisionContext): Refusal | null {
  const rows = rowsOf(command.type, order, ctx.actor.kind);
  if (rows.length === 0) return refuse("wrong_state", { reason: reasonOf(order, command.type) });
  for (const name of new Set(rows.flatMap((row) => row.guards))) {
    const refusal = GUARDS[name](order, command, ctx);
    if (refusal) return refusal;
  }
  return null;
}

const eventsOf = <T extends OrderCommandType>(
  type: T,
  order: OrderSnapshot,
  command: CommandOf<T>,
  ctx: DecisionContext,
): readonly OrderEvent[] => DECIDERS[type](order, command, ctx);

/**
 * What would happen if `actor` gave `command` now: the events to store, or why not. Pure. Deadlines that have passed
 * count even when the sweep has not come by: their events come first, and the command is judged by the state they lead to.
 * No events = nothing to do (a repeated notice, a second click).
 */
export function decide(
  order: OrderSnapshot,
  command: OrderCommand,
  ctx: DecisionContext,
): Result<readonly OrderEvent[]> {
  const stranger = authorise(order, command, ctx.actor);
  if (stranger) return fail(stranger);
  const passed = overdue(order, ctx.policy, ctx.now);
  const current = evolveAll(order, passed, ctx.now);
  const refusal = refusalOf(current, command, ctx);
  return refusal ? fail(refusal) : ok([...passed, ...eventsOf(command.type, current, command, ctx)]);
}

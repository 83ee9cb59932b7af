/** The life of an order: pure functions over data. Start reading at `transitions.ts`. */
export { type AllowedAction, allowedActions } from "./actions";
export { calledRole } from "./called";
export { cancelDays, isReviewedHere, reviewDays } from "./cancel-review";
export { deadlinesOf, nextSweepAt, pushAt } from "./deadlines";
export { decide, decideMove, decideOpen, MADE_FILINGS } from "./decide";
export { needsOverride } from "./decide/phone";
export { callbackItemId } from "./decide/sweep";
export {
  type DecisionEstimate,
  type EstimatePart,
  estimateDecision,
} from "./estimate";
export { byItself, eventParams } from "./event-params";
export { evolve, ORDER_EVENT_TYPES } from "./evolve";
export { CONFIRMED_BY, isCancellation } from "./life";
export { type Possibility, type PossibilityId, possibilitiesOf } from "./possibilities";
export { ORDER_REASONS } from "./reasons";
export { type LoggedCall, secondCallsOf } from "./second-call";
export * from "./states";
export * from "./types";

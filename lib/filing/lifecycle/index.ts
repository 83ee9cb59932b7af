/** The life of an order: pure functions over data. Start reading at `transitions.ts`. */
export { type AllowedAction, allowedActions } from "./actions";
export { deadlinesOf, nextSweepAt } from "./deadlines";
export { decide, decideOpen, type OpenOrder } from "./decide";
export { byItself, eventParams } from "./event-params";
export { type EventMeta, evolve, evolveAll, ORDER_EVENT_TYPES, replay } from "./evolve";
export { ORDER_REASONS, type OrderReason } from "./reasons";
export * from "./states";
export * from "./types";

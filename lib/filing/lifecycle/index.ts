/** The life of an order: pure functions over data. Start reading at `transitions.ts`. */
export { type AllowedAction, allowedActions } from "./actions";
export { deadlinesOf, dueCommand, nextSweepAt } from "./deadlines";
export { decide, decideOpen, type OpenOrder } from "./decide";
export { type EventMeta, evolve, evolveAll, replay } from "./evolve";
export * from "./states";
export * from "./types";

import type { Refusal } from "../../shared/refusal";
import type { DecisionContext, OrderCommand, OrderCommandType, OrderEvent, OrderSnapshot } from "../types";

export type CommandOf<T extends OrderCommandType> = Extract<OrderCommand, { type: T }>;

/** Says what happens once nothing speaks against it: guards have passed. */
export type Decider<T extends OrderCommandType> = (
  order: OrderSnapshot,
  command: CommandOf<T>,
  ctx: DecisionContext,
) => readonly OrderEvent[];

export type Deciders<T extends OrderCommandType> = { readonly [K in T]: Decider<K> };

/** Says why something may not happen, or null. */
export type Guard = (order: OrderSnapshot, command: OrderCommand, ctx: DecisionContext) => Refusal | null;

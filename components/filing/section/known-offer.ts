import type { KnownPart } from "@/lib/usecases/orders/take-known-part";
import type { Action } from "../actions";

/** What was written before and may be used again, and the action that hands it over whole. */
export interface KnownOffer<T> {
  readonly list: readonly T[];
  readonly take: Action<KnownPart>;
}

import type { OrderType } from "../application/codes";

/**
 * A cancellation lives a life of its own (DF §3.2): it is confirmed, not written, and reviewed here only where the provider
 * wants so (`cancel.review`).
 */
export type Life = "filing" | "cancellation";

/** The three ways to end something filed (DF §11.1). */
export const CANCELLATIONS = [
  "CANCEL_ENTITY",
  "CANCEL_SERVICE",
  "CANCEL_ACCESS",
] as const satisfies readonly OrderType[];
export type CancelType = (typeof CANCELLATIONS)[number];
const CANCELLING: ReadonlySet<OrderType> = new Set(CANCELLATIONS);
export const lifeOf = (type: OrderType): Life => (CANCELLING.has(type) ? "cancellation" : "filing");
export const isCancellation = (type: OrderType): type is CancelType => lifeOf(type) === "cancellation";

/**
 * By which a cancellation was confirmed here (DF §11.1); nobody is asked for cancel access. `STAFF`: on the manual path,
 * from documents and a call, because no code reaches anybody (DF §11.4). `INSPECTION`: ordered by the provider, because
 * what was found wrong was not mended in time (S4: 删除备案信息相关).
 */
export const CONFIRMED_BY = ["PHONE", "EMAIL", "NOBODY", "STAFF", "INSPECTION"] as const;
export type ConfirmedBy = (typeof CONFIRMED_BY)[number];
/** The provider's word, not the holder's. */
export const isStaffsWord = (by: ConfirmedBy): boolean => by === "STAFF" || by === "INSPECTION";

/** What a cancellation by the provider's word comes from. */
export interface CarriesOut {
  /** The request on the manual path that was proven. */
  readonly requestId?: string;
  /** The inspection that was not met. */
  readonly inspectionId?: string;
}

/** Why a cancellation came to nothing; `provider`: its own review, or the wait for a lead who was not reached. */
export type ReturnCause = "timeout" | "wrong_inputs" | "refused" | "rejected" | "provider";

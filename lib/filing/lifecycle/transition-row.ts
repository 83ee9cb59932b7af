import type { GuardName } from "./guard-names";
import type { Life } from "./life";
import type { OrderState } from "./states";
import type { ActorKind, OrderCommandType, OrderEventType } from "./types";

export interface Transition {
  readonly command: OrderCommandType;
  readonly from: readonly OrderState[];
  readonly by: readonly ActorKind[];
  /** Whose row it is: of orders that file something, of cancellations, or of both. */
  readonly lives: readonly Life[];
  /** `same`: the state does not change, only what is recorded. */
  readonly to: OrderState | "same";
  /** Checked in this order; the first that refuses answers. */
  readonly guards: readonly GuardName[];
  /** Events the row may write, in this order; one that does not apply is left out. */
  readonly emits: readonly OrderEventType[];
  /** Heading of domain-facts.md (DF), or the design decision. */
  readonly source: string;
  /** Words on the arrow of the state diagram. */
  readonly note?: string;
}

export const APPLICANT = ["applicant"] as const;
export const STAFF = ["reviewer", "supervisor"] as const;
export const SUPERVISOR = ["supervisor"] as const;
export const AUTHORITY = ["authority"] as const;
export const SYSTEM = ["system"] as const;
export const DRAFT = ["DRAFT"] as const;
export const REVIEW = ["PROVIDER_REVIEW"] as const;
export const READY = ["READY_FOR_AUTHORITY"] as const;
export const SMS = ["SMS_PENDING"] as const;
export const FAILED = ["SMS_FAILED"] as const;
export const AT_AUTHORITY = ["AUTHORITY_REVIEW"] as const;
export const REJECTED = ["PROVIDER_REJECTED", "AUTHORITY_REJECTED"] as const;
const FILING = ["filing"] as const;
export const CANCELLATION = { lives: ["cancellation"] } as const;
export const BOTH = { lives: ["filing", "cancellation"] } as const;

/** command, from, by, to, emits, source, then guards and note where there are any. */
export const row = (
  command: OrderCommandType,
  from: readonly OrderState[],
  by: readonly ActorKind[],
  to: OrderState | "same",
  emits: readonly OrderEventType[],
  source: string,
  more: {
    readonly guards?: readonly GuardName[];
    readonly note?: string;
    readonly lives?: readonly Life[];
  } = {},
): Transition => ({
  ...{ command, from, by, to, emits, source },
  ...{ guards: more.guards ?? [], note: more.note, lives: more.lives ?? FILING },
});

/** What `DeliveryError` says of a failure: `permanent` = the same again would be refused again. */
export interface DeliveryFailure {
  /** A code for the table, the log and staff; never a word of the far side. */
  readonly code: string;
  readonly permanent: boolean;
  /** When it may be tried again, where that is known better than by counting failures. */
  readonly until?: number;
}

/** A handler's "the far side said no". Not permanent: an outage, tried again until it is over. */
export class DeliveryError extends Error {
  override readonly name = "DeliveryError";
  readonly code: string;
  readonly permanent: boolean;
  readonly until: number | undefined;
  constructor({ code, permanent, until }: DeliveryFailure, cause?: unknown) {
    super(`Not delivered: ${code}`, { cause });
    this.code = code;
    this.permanent = permanent;
    this.until = until;
  }
}

/** Answers that say "not this message, not ever"; anything else may be over at the next try. */
const REFUSED: ReadonlySet<number> = new Set([400, 410, 413, 422]);
export const isRefusedForGood = (status: number): boolean => REFUSED.has(status);

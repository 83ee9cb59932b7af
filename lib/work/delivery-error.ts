/** What `DeliveryError` says of a failure: `permanent` = the same again would be refused again. */
export interface DeliveryFailure {
  /** A code for the table, the log and staff; never a word of the far side. */
  readonly code: string;
  readonly permanent: boolean;
}

/** A handler's "the far side said no". Not permanent: an outage, tried again until it is over. */
export class DeliveryError extends Error {
  override readonly name = "DeliveryError";
  readonly code: string;
  readonly permanent: boolean;
  constructor({ code, permanent }: DeliveryFailure, cause?: unknown) {
    super(`Not delivered: ${code}`, { cause });
    this.code = code;
    this.permanent = permanent;
  }
}

import "server-only";

/** Why a call to an outside system came to nothing. Codes only: no address, no word of the far side. */
export const OUTBOUND_CODES = [
  /** Not an address we call: private, not https, or not a web address at all. */
  "EBLOCKED",
  /** Its name is not known, nobody is there, or the line was cut. */
  "ECONNECTION",
  "ETIMEDOUT",
  "ETOOLARGE",
  /** It answered, but not what was agreed: no JSON, or other fields and values. */
  "EANSWER",
  /** It answered, but with another status than 200. */
  "ESTATUS",
  /** It failed so often in a row that it is left alone for a while. */
  "ECIRCUIT",
] as const;
export type OutboundCode = (typeof OUTBOUND_CODES)[number];

export class OutboundError extends Error {
  override readonly name = "OutboundError";
  constructor(
    readonly code: OutboundCode,
    /** The status that was answered, where there was one. */
    readonly status: number | null = null,
  ) {
    super(`Outside call failed: ${code}${status === null ? "" : ` ${status}`}`);
  }
}

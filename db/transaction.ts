import "server-only";
import type { Tx } from "./connection";
import { database } from "./registry";

export type { Tx } from "./connection";
export { BusyError, NestedTransactionError } from "./writer";

/**
 * Runs `work` in one write transaction. Committed when it returns; rolled back when it throws, and when it
 * returns a Result with `ok: false`, which the caller then gets. Throws BusyError after five seconds of waiting.
 * The body awaits the database only, and never calls withTransaction.
 */
export function withTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return database().writer.transaction(work);
}

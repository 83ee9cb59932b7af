import "server-only";
import type { Reader, Tx } from "./connection";
import { database } from "./registry";

export type { Reader, Tx } from "./connection";
/** What shared query functions take: they work inside and outside a transaction. */
export type Db = Reader | Tx;

/** The reading connection. Await the builders. */
export const read = (): Reader => database().reader;

/** One per process, whichever bundle asks: the test of the registry compares it. */
export const registryId = (): string => database().id;

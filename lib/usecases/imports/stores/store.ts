import "server-only";
import type { Db } from "@/db/client";
import type { Tx } from "@/db/transaction";
import type { ImportKind, ImportProblem } from "@/lib/imports/kinds";
import type { Placed } from "../read-rows";
import type { RowOf } from "../rows";

/** A record as it is compared and kept. */
export interface Kept<V> {
  readonly key: string;
  /** What people may read of it: no name, no certificate; null: nothing. */
  readonly label: string | null;
  readonly value: V;
}

/** Where the records of one kind lie. `find` may only read. */
export interface Store<K extends ImportKind, V> {
  /** Rows → records, with what they refer to looked up, and what could not be found. */
  resolve(
    db: Db,
    rows: readonly Placed<RowOf[K]>[],
  ): Promise<{ readonly kept: readonly Kept<V>[]; readonly problems: readonly ImportProblem[] }>;
  /** What earlier files left. */
  current(db: Db): Promise<readonly Kept<V>[]>;
  remove(tx: Tx, keys: readonly string[]): Promise<unknown>;
  add(tx: Tx, values: readonly V[]): Promise<unknown>;
}

const CHUNK = 200;

/** SQLite takes so many values in one statement, and no more. */
export async function inChunks<T>(all: readonly T[], work: (some: T[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < all.length; from += CHUNK) await work(all.slice(from, from + CHUNK));
}

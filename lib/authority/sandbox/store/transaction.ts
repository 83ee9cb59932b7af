import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { setTimeout as delay } from "node:timers/promises";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, type Result } from "@/lib/filing/shared/result";
import { type Store, type StoreDb, store } from "./client";

/** What a body of `inStore` gets: the writer, inside BEGIN IMMEDIATE. */
export type StoreTx = StoreDb;

const BUSY_AFTER_MS = 5000;
const inside = new AsyncLocalStorage<true>();

const isBusy = (error: unknown): boolean =>
  error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_BUSY");

/** Takes the write lock without ever blocking the event loop; false when somebody held it for five seconds. */
async function begin({ writer }: Store): Promise<boolean> {
  const giveUpAt = performance.now() + BUSY_AFTER_MS;
  for (;;) {
    try {
      writer.exec("BEGIN IMMEDIATE");
      return true;
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (performance.now() > giveUpAt) return false;
      await delay(5 + Math.random() * 20);
    }
  }
}

async function run<T>(held: Store, work: (tx: StoreTx) => Promise<Result<T>>): Promise<Result<T>> {
  if (!(await begin(held))) return fail(refuse("busy"));
  try {
    const result = await inside.run(true, () => work(held.writerDb));
    held.writer.exec(result.ok ? "COMMIT" : "ROLLBACK");
    return result;
  } catch (error) {
    if (held.writer.inTransaction) held.writer.exec("ROLLBACK");
    throw error;
  }
}

/**
 * One transaction of the authority's own store, built as design.md §2 builds the console's: a queue in front of the
 * one writer, BEGIN IMMEDIATE retried asynchronously, COMMIT by us. A refusal rolls back. The body awaits the store only.
 */
export function inStore<T>(work: (tx: StoreTx) => Promise<Result<T>>): Promise<Result<T>> {
  if (inside.getStore()) throw new Error("nested transaction of the authority's store");
  const held = store();
  const mine = held.queue.then(() => run(held, work));
  held.queue = mine.catch(() => undefined);
  return mine;
}

import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import type { Result } from "@/lib/filing/shared/result";
import { drizzleOver, openSqlite, type SqliteConnection, type Tx } from "./connection";

const PATIENCE_MS = 5_000;

/** The database stayed locked for longer than we let anybody wait; wrappers answer `busy`. */
export class BusyError extends Error {
  override readonly name = "BusyError";
  readonly code = "busy";
  constructor() {
    super("The database is busy.");
  }
}

/** Use cases never call use cases: a transaction inside a transaction is a bug. */
export class NestedTransactionError extends Error {
  override readonly name = "NestedTransactionError";
  readonly code = "nested_transaction";
  constructor() {
    super("withTransaction inside a transaction: share functions that take tx instead.");
  }
}

interface Scope {
  live: boolean;
}

/** The only holder of the writing connection; nobody else can reach it. */
export interface Writer {
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  close(): void;
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_BUSY");

const isRefused = (value: unknown): value is Result<never, unknown> & { ok: false } =>
  typeof value === "object" && value !== null && "ok" in value && value.ok === false && "error" in value;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** BEGIN IMMEDIATE without ever blocking the event loop: retried with jitter until the deadline. */
async function begin(connection: SqliteConnection, deadline: number): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      connection.exec("BEGIN IMMEDIATE");
      return;
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (performance.now() >= deadline) throw new BusyError();
    }
    await pause(1 + Math.random() * Math.min(50, 4 * (attempt + 1)));
  }
}

/** The one connection that writes: whoever wants it waits in line, and for other processes at most `patienceMs`. */
export function openWriter(path: string, patienceMs = PATIENCE_MS): Writer {
  const connection = openSqlite(path, 0);
  const scopes = new AsyncLocalStorage<Scope>();
  let active: Scope | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  // A forgotten await would otherwise write outside any transaction, or inside somebody else's.
  const guarded = new (class Guarded {
    prepare(sql: string) {
      const scope = scopes.getStore();
      if (!scope?.live || scope !== active) throw new Error("A transaction was used outside its own body.");
      return connection.prepare(sql);
    }
  })();
  const tx = drizzleOver(guarded as Pick<SqliteConnection, "prepare">);

  async function runOne<T>(work: (tx: Tx) => Promise<T>, deadline: number): Promise<T> {
    await begin(connection, deadline);
    const scope: Scope = { live: true };
    active = scope;
    try {
      const value = await scopes.run(scope, async () => await work(tx));
      scope.live = false;
      if (!isRefused(value)) connection.exec("COMMIT");
      return value;
    } finally {
      scope.live = false;
      active = undefined;
      if (connection.inTransaction) connection.exec("ROLLBACK");
    }
  }

  return {
    transaction(work) {
      if (scopes.getStore()?.live) return Promise.reject(new NestedTransactionError());
      const deadline = performance.now() + patienceMs;
      const turn = queue.then(() => runOne(work, deadline));
      queue = turn.catch(() => undefined);
      return turn;
    },
    close: () => connection.close(),
  };
}

import "server-only";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { env } from "@/lib/env";

/**
 * A file of its own, so that failing sign-ins cannot stall filings: one row per key and window, nothing personal
 * (keys are keyed hashes), nothing worth an fsync. On `globalThis` for the same reason as the database.
 */
const KEEP_REFUSALS_MS = 30 * 86_400_000;
const KEY = Symbol.for("icp.limits");

export interface RefusalCount {
  readonly operation: string;
  readonly code: string;
  readonly n: number;
}

export interface LimitsStore {
  /** Counts one more in this window; answers how many that makes. */
  count(key: string, window: number, expiresAt: number): number;
  forgetBefore(now: number): void;
  /** One row per operation, code and hour. */
  countRefusal(operation: string, code: string, window: number): void;
  refusalsSince(window: number): readonly RefusalCount[];
  close(): void;
}

function openStore(path: string): LimitsStore {
  const connection = new Sqlite(path, { timeout: 0 });
  connection.pragma("journal_mode = WAL");
  connection.pragma("synchronous = OFF");
  connection.exec(
    "CREATE TABLE IF NOT EXISTS hits (key TEXT, window INTEGER, count INTEGER NOT NULL, expires_at INTEGER NOT NULL, PRIMARY KEY (key, window)) WITHOUT ROWID",
  );
  connection.exec("CREATE INDEX IF NOT EXISTS hits_expires ON hits (expires_at)");
  connection.exec(
    "CREATE TABLE IF NOT EXISTS refusals (operation TEXT, code TEXT, window INTEGER, n INTEGER NOT NULL, PRIMARY KEY (operation, code, window)) WITHOUT ROWID",
  );
  const count = connection
    .prepare<[string, number, number], number>(
      "INSERT INTO hits (key, window, count, expires_at) VALUES (?, ?, 1, ?) ON CONFLICT DO UPDATE SET count = count + 1 RETURNING count",
    )
    .pluck();
  const forget = connection.prepare<[number]>("DELETE FROM hits WHERE expires_at <= ?");
  const refused = connection.prepare<[string, string, number]>(
    "INSERT INTO refusals (operation, code, window, n) VALUES (?, ?, ?, 1) ON CONFLICT DO UPDATE SET n = n + 1",
  );
  const forgetRefusals = connection.prepare<[number]>("DELETE FROM refusals WHERE window < ?");
  const refusals = connection.prepare<[number], RefusalCount>(
    "SELECT operation, code, SUM(n) AS n FROM refusals WHERE window >= ? GROUP BY operation, code ORDER BY n DESC",
  );
  return {
    countRefusal: (operation, code, window) => {
      refused.run(operation, code, window);
      forgetRefusals.run(window - KEEP_REFUSALS_MS);
    },
    refusalsSince: (window) => refusals.all(window),
    count: (key, window, expiresAt) => count.get(key, window, expiresAt) ?? 1,
    forgetBefore: (now) => void forget.run(now),
    close: () => connection.close(),
  };
}

type Holder = { [KEY]?: LimitsStore };

export function limitsStore(): LimitsStore {
  const holder = globalThis as Holder;
  holder[KEY] ??= openStore(join(env.DATA_DIR, "limits.db"));
  return holder[KEY];
}

export function closeLimits(): void {
  const holder = globalThis as Holder;
  holder[KEY]?.close();
  delete holder[KEY];
}

import "server-only";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { env } from "@/lib/env";

/**
 * A file of its own, so that failing sign-ins cannot stall filings: one row per key and window, nothing personal
 * (keys are keyed hashes), nothing worth an fsync. On `globalThis` for the same reason as the database.
 */
const KEY = Symbol.for("icp.limits");

export interface LimitsStore {
  /** Counts one more in this window; answers how many that makes. */
  count(key: string, window: number, expiresAt: number): number;
  forgetBefore(now: number): void;
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
  const count = connection
    .prepare<[string, number, number], number>(
      "INSERT INTO hits (key, window, count, expires_at) VALUES (?, ?, 1, ?) ON CONFLICT DO UPDATE SET count = count + 1 RETURNING count",
    )
    .pluck();
  const forget = connection.prepare<[number]>("DELETE FROM hits WHERE expires_at <= ?");
  return {
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

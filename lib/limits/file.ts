import "server-only";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";

/**
 * Counters live in a file of their own, so that a flood of failing sign-ins never waits for, or holds up, the one
 * writer of the filings. Losing it loses a few counts, hence no fsync.
 */
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS rates (
    key TEXT NOT NULL, window INTEGER NOT NULL, expires_at INTEGER NOT NULL, n INTEGER NOT NULL,
    PRIMARY KEY (key, window)
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS rates_expiry ON rates (expires_at);
  CREATE TABLE IF NOT EXISTS refusals (
    operation TEXT NOT NULL, code TEXT NOT NULL, window INTEGER NOT NULL, n INTEGER NOT NULL,
    PRIMARY KEY (operation, code, window)
  ) WITHOUT ROWID;
`;

const REGISTRY = Symbol.for("icp.limits");
type Registry = { [REGISTRY]?: Map<string, Database.Database> };

/** One connection per directory and process, however many bundles Next makes of this module. */
export function limitsFile(directory: string): Database.Database {
  const registry = globalThis as Registry;
  registry[REGISTRY] ??= new Map();
  const known = registry[REGISTRY].get(directory);
  if (known?.open) return known;
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const file = new Database(join(directory, "limits.sqlite"), { timeout: 250 });
  file.pragma("journal_mode = WAL");
  file.pragma("synchronous = OFF");
  file.exec(SCHEMA);
  registry[REGISTRY].set(directory, file);
  return file;
}

import "server-only";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { type BetterSQLite3Database, drizzle } from "drizzle-orm/better-sqlite3";
import * as schema from "./schema";

type Schema = typeof schema;
export type SqliteConnection = Sqlite.Database;

/** What a transaction hands to its body. Await the builders: no `.get()`, `.all()`, `.run()`. */
export type Tx = Omit<BetterSQLite3Database<Schema>, "transaction">;

/** Same query API, reading only. Every Tx is a Reader. */
export type Reader = Pick<Tx, "select" | "selectDistinct" | "query" | "with" | "$with" | "$count" | "all">;

export const databasePath = (dataDir: string): string => join(dataDir, "icp.db");

/** Pragmas every connection needs. FULL: a filing acknowledged survives a power cut. */
export function openSqlite(path: string, timeout: number): SqliteConnection {
  const connection = new Sqlite(path, { timeout });
  connection.pragma("journal_mode = WAL");
  connection.pragma("synchronous = FULL");
  connection.pragma("foreign_keys = ON");
  return connection;
}

/** A connection that cannot write. In WAL it never waits for the writer. */
export function openReader(path: string): { db: Reader; close(): void } {
  const connection = openSqlite(path, 1_000);
  connection.pragma("query_only = ON");
  return { db: drizzle(connection, { schema }), close: () => connection.close() };
}

/** Drizzle over the little of a connection it needs, so that the owner can stand in between. */
export function drizzleOver(client: Pick<SqliteConnection, "prepare">): Tx {
  return drizzle(client as SqliteConnection, { schema });
}

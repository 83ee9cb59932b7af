import Database from "better-sqlite3";
import type { TestServer } from "../support/server";

/** Rows of the simulated authority's own database. */
export function authorityRows<T>(server: TestServer, sql: string, ...values: unknown[]): T[] {
  const db = new Database(`${server.dataDir}/authority.db`, { readonly: true, fileMustExist: true });
  try {
    return db.prepare(sql).all(...values) as T[];
  } finally {
    db.close();
  }
}

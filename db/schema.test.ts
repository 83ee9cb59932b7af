import Sqlite from "better-sqlite3";
import { afterEach, beforeEach, expect, it } from "vitest";
import { databasePath } from "./connection";
import { freshDatabase, type TestDatabase } from "./testing";

let test: TestDatabase;
beforeEach(() => {
  test = freshDatabase();
});
afterEach(() => test.dispose());

it.each(["UPDATE order_events SET type = 'x'", "DELETE FROM order_events"])("refuses: %s", (sql) => {
  const connection = new Sqlite(databasePath(test.dataDir));
  connection.pragma("foreign_keys = OFF");
  connection.exec(
    "INSERT INTO order_events (order_id, seq, at, actor_kind, type, event) VALUES ('o', 1, 1, 'system', 'created', '{}')",
  );
  expect(() => connection.exec(sql)).toThrow("order_events is append only");
  connection.close();
});

it("opens connections as the design says", async () => {
  const { read } = await import("./client");
  const pragma = async (name: string) => {
    const { sql } = await import("drizzle-orm");
    const rows = await read().all<Record<string, unknown>>(sql.raw(`PRAGMA ${name}`));
    return Object.values(rows[0] ?? {})[0];
  };
  expect(await pragma("journal_mode")).toBe("wal");
  expect(await pragma("synchronous")).toBe(2);
  expect(await pragma("foreign_keys")).toBe(1);
  expect(await pragma("query_only")).toBe(1);
});

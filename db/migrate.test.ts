import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { getTableConfig, SQLiteTable } from "drizzle-orm/sqlite-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadMigrations, type Migration, MigrationError, migrate, migrationState } from "./migrate";
import * as schema from "./schema";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "icp-migrate-"));
  path = join(folder, "icp.db");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function query<T = unknown>(sql: string): T[] {
  const connection = new Sqlite(path);
  try {
    return connection.prepare(sql).all() as T[];
  } finally {
    connection.close();
  }
}
const run = (...statements: string[]) => {
  const connection = new Sqlite(path);
  for (const statement of statements) connection.exec(statement);
  connection.close();
};
const migration = (tag: string, ...statements: string[]): Migration => ({
  tag,
  hash: `hash of ${tag}`,
  statements,
});

const base = migration(
  "0000_base",
  "CREATE TABLE parent (id INTEGER PRIMARY KEY, n INTEGER DEFAULT 1)",
  "CREATE TABLE child (id INTEGER PRIMARY KEY, parent_id INTEGER NOT NULL REFERENCES parent(id) ON DELETE CASCADE)",
);
/** The form in which drizzle-kit rebuilds a table; its PRAGMA lines are taken out when files are loaded. */
const rebuild = migration(
  "0001_rebuild",
  "CREATE TABLE __new_parent (id INTEGER PRIMARY KEY, n INTEGER DEFAULT 2)",
  "INSERT INTO __new_parent SELECT id, n FROM parent",
  "DROP TABLE parent",
  "ALTER TABLE __new_parent RENAME TO parent",
);

describe("the committed migrations", () => {
  it("make a database once, private to its owner", () => {
    const tags = loadMigrations().map(({ tag }) => tag);
    expect(migrate(path)).toEqual({ applied: tags, backup: null });
    expect(migrate(path)).toEqual({ applied: [], backup: null });
    expect(migrationState(path)).toBe("current");
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it("make every column of the schema, so none was forgotten", () => {
    migrate(path);
    for (const table of Object.values(schema).filter((value) => value instanceof SQLiteTable)) {
      const { name, columns } = getTableConfig(table);
      const found = query<{ name: string }>(`SELECT name FROM pragma_table_info('${name}')`).map(
        (row) => row.name,
      );
      expect(found.toSorted(), name).toEqual(columns.map((column) => column.name).toSorted());
    }
  });

  it("cascade nowhere, and keep the append-only triggers", () => {
    migrate(path);
    const tables = query<{ sql: string }>(
      "SELECT sql FROM sqlite_master WHERE type = 'table' AND sql IS NOT NULL",
    );
    expect(tables.filter(({ sql }) => /on delete cascade/i.test(sql))).toEqual([]);
    expect(
      query<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY name"),
    ).toEqual(
      [
        "account_flags_no_delete",
        "account_flags_no_update",
        "audit_log_no_delete",
        "audit_log_no_update",
        "inspection_events_no_delete",
        "inspection_events_no_update",
        "manual_calls_no_delete",
        "manual_calls_no_update",
        "order_events_no_delete",
        "order_events_no_update",
        "policy_changes_no_delete",
        "policy_changes_no_rewrite",
        "registry_history_no_delete",
        "registry_history_no_update",
      ].map((name) => ({ name })),
    );
  });

  it("hold no PRAGMA that would be run inside the transaction", () => {
    const statements = loadMigrations().flatMap((one) => one.statements);
    expect(statements.filter((statement) => /^PRAGMA/i.test(statement))).toEqual([]);
  });
});

describe("the runner", () => {
  it("keeps child rows when their parent's table is rebuilt", () => {
    migrate(path, [base]);
    run("INSERT INTO parent (id) VALUES (1)", "INSERT INTO child (id, parent_id) VALUES (1, 1), (2, 1)");
    const { applied } = migrate(path, [base, rebuild]);
    expect(applied).toEqual(["0001_rebuild"]);
    expect(query("SELECT * FROM child")).toHaveLength(2);
  });

  it("backs the file up first, and the backup is what was", () => {
    migrate(path, [base]);
    run("INSERT INTO parent (id) VALUES (7)");
    const { backup } = migrate(path, [base, rebuild]);
    const copy = new Sqlite(String(backup), { readonly: true });
    expect(copy.prepare("SELECT id, n FROM parent").all()).toEqual([{ id: 7, n: 1 }]);
    expect(copy.prepare("SELECT tag FROM schema_migrations").all()).toEqual([{ tag: "0000_base" }]);
    copy.close();
    expect(readdirSync(join(folder, "backups"))).toHaveLength(1);
  });

  it("applies all or nothing", () => {
    migrate(path, [base]);
    const broken = migration(
      "0002_broken",
      "CREATE TABLE half (id INTEGER)",
      "CREATE TABLE half (id INTEGER)",
    );
    expect(() => migrate(path, [base, rebuild, broken])).toThrow();
    expect(query("SELECT tag FROM schema_migrations")).toEqual([{ tag: "0000_base" }]);
    expect(query("SELECT name FROM sqlite_master WHERE name = 'half'")).toEqual([]);
  });

  it("refuses to leave rows without their parent", () => {
    migrate(path, [base]);
    run("INSERT INTO parent (id) VALUES (1)", "INSERT INTO child (id, parent_id) VALUES (1, 1)");
    const orphaning = migration("0001_orphan", "DELETE FROM parent");
    expect(() => migrate(path, [base, orphaning])).toThrow(expect.objectContaining({ code: "foreign_keys" }));
    expect(query("SELECT * FROM parent")).toHaveLength(1);
  });

  it.each([
    ["newer", [base], [base, rebuild]],
    ["edited", [{ ...base, hash: "another" }], [base]],
  ])("refuses a database that is %s", (code, known, before) => {
    migrate(path, before);
    const matching = expect.objectContaining({ code });
    expect(() => migrate(path, known)).toThrow(matching);
    expect(() => migrationState(path, known)).toThrow(matching);
    expect(() => migrate(path, known)).toThrow(MigrationError);
  });

  it("tells what is pending without applying it", () => {
    migrate(path, [base]);
    expect(migrationState(path, [base, rebuild])).toBe("pending");
    expect(query("SELECT tag FROM schema_migrations")).toHaveLength(1);
  });
});

import "server-only";
import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import { openSqlite, type SqliteConnection } from "./connection";

/**
 * Our own runner, because drizzle's empties child tables when it rebuilds a parent: its `PRAGMA foreign_keys=OFF`
 * does nothing inside a transaction. Here foreign keys are off on the connection before BEGIN, checked before COMMIT.
 */
export interface Migration {
  readonly tag: string;
  readonly hash: string;
  readonly statements: readonly string[];
}

export class MigrationError extends Error {
  override readonly name = "MigrationError";
  constructor(
    readonly code: "newer" | "edited" | "foreign_keys",
    message: string,
  ) {
    super(message);
  }
}

const KEPT_BACKUPS = 5;
const journal = z.object({ entries: z.array(z.object({ idx: z.number(), tag: z.string() })) });

const migrationsFolder = (): string => join(/* turbopackIgnore: true */ process.cwd(), "db", "migrations");

/** The committed migrations in their order. */
export function loadMigrations(folder = migrationsFolder()): readonly Migration[] {
  const parsed = journal.parse(JSON.parse(readFileSync(join(folder, "meta", "_journal.json"), "utf8")));
  return parsed.entries
    .toSorted((a, b) => a.idx - b.idx)
    .map(({ tag }) => {
      const sql = readFileSync(join(folder, `${tag}.sql`), "utf8");
      return {
        tag,
        hash: createHash("sha256").update(sql.replaceAll("\r\n", "\n")).digest("hex"),
        statements: sql
          .split("--> statement-breakpoint")
          .map((statement) => statement.trim())
          .filter((statement) => statement !== "" && !/^PRAGMA\s+foreign_keys\b/i.test(statement)),
      };
    });
}

const TABLE =
  "CREATE TABLE IF NOT EXISTS schema_migrations (tag TEXT PRIMARY KEY, hash TEXT NOT NULL, applied_at INTEGER NOT NULL)";

function applied(connection: SqliteConnection): ReadonlyMap<string, string> {
  const rows = connection.prepare("SELECT tag, hash FROM schema_migrations").all();
  return new Map(
    z
      .array(z.object({ tag: z.string(), hash: z.string() }))
      .parse(rows)
      .map((row) => [row.tag, row.hash]),
  );
}

/** What is missing; throws when the database knows migrations we do not, or other ones of the same name. */
function pending(connection: SqliteConnection, known: readonly Migration[]): readonly Migration[] {
  const done = applied(connection);
  const byTag = new Map(known.map((migration) => [migration.tag, migration]));
  for (const [tag, hash] of done) {
    const migration = byTag.get(tag);
    if (!migration) {
      throw new MigrationError(
        "newer",
        `The database was made by a newer version (migration ${tag}): update the program.`,
      );
    }
    if (migration.hash !== hash) {
      throw new MigrationError("edited", `Migration ${tag} was changed after it had been applied.`);
    }
  }
  return known.filter((migration) => !done.has(migration.tag));
}

function backUp(connection: SqliteConnection, path: string): string {
  const folder = join(dirname(path), "backups");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const stamp = new Date().toISOString().replace(/[:.]/g, "-");
  const target = join(folder, `icp-${stamp}-${process.pid}.db`);
  connection.prepare("VACUUM INTO ?").run(target);
  chmodSync(target, 0o600);
  const old = readdirSync(folder)
    .filter((name) => /^icp-.*\.db$/.test(name))
    .toSorted()
    .slice(0, -KEPT_BACKUPS);
  for (const name of old) rmSync(join(folder, name));
  return target;
}

function applyAll(connection: SqliteConnection, known: readonly Migration[]): readonly string[] {
  connection.exec("BEGIN IMMEDIATE");
  try {
    // Asked again under the lock: another process may have been faster.
    const todo = pending(connection, known);
    const record = connection.prepare(
      "INSERT INTO schema_migrations (tag, hash, applied_at) VALUES (?, ?, ?)",
    );
    for (const migration of todo) {
      for (const statement of migration.statements) connection.exec(statement);
      record.run(migration.tag, migration.hash, Date.now());
    }
    const broken = connection.pragma("foreign_key_check") as readonly unknown[];
    if (broken.length > 0) {
      throw new MigrationError(
        "foreign_keys",
        `A migration would leave ${broken.length} rows without their parent.`,
      );
    }
    connection.exec("COMMIT");
    return todo.map((migration) => migration.tag);
  } finally {
    if (connection.inTransaction) connection.exec("ROLLBACK");
  }
}

/** Brings a database file up to date; returns the tags applied and the backup made before, if any. */
export function migrate(
  path: string,
  known = loadMigrations(),
): { applied: readonly string[]; backup: string | null } {
  const connection = openSqlite(path, 10_000);
  try {
    chmodSync(path, 0o600);
    connection.pragma("foreign_keys = OFF");
    connection.exec(TABLE);
    const todo = pending(connection, known);
    if (todo.length === 0) return { applied: [], backup: null };
    const backup = applied(connection).size > 0 ? backUp(connection, path) : null;
    return { applied: applyAll(connection, known), backup };
  } finally {
    connection.close();
  }
}

/** "current" when nothing is pending; for the health page and for starting. Throws as `migrate` does. */
export function migrationState(path: string, known = loadMigrations()): "current" | "pending" {
  const connection = openSqlite(path, 1_000);
  try {
    connection.exec(TABLE);
    return pending(connection, known).length === 0 ? "current" : "pending";
  } finally {
    connection.close();
  }
}

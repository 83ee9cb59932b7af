import { createHash } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import Database from "better-sqlite3";
import type { TestServer } from "./server";

/** What changes without anybody doing business: who is signed in, what was refused, what runs in the background. */
const NOT_BUSINESS = new Set(["audit_log", "sessions", "jobs"]);

/** Columns that signing in writes. */
const NOBODYS_DOING = new Set(["users.last_sign_in_at"]);

/** Opens a worker's data from outside the server, as an administrator with a database client would. */
function openData(server: TestServer, options: Database.Options = { readonly: true }): Database.Database {
  return new Database(`${server.dataDir}/icp.db`, { fileMustExist: true, timeout: 5_000, ...options });
}

/** Runs a statement in the worker's database, beside the running server. */
export function change(server: TestServer, sql: string, ...values: unknown[]): void {
  const db = openData(server, { readonly: false });
  try {
    db.prepare(sql).run(...values);
  } finally {
    db.close();
  }
}

/** Empties the windows of all rates, as a minute of waiting would: a script forges more calls than a person meets. */
export function forgetRates(server: TestServer): void {
  const path = `${server.dataDir}/limits.db`;
  // Made with the first call that is counted.
  if (!existsSync(path)) return;
  const db = new Database(path, { timeout: 5_000 });
  try {
    db.exec("DELETE FROM hits");
  } finally {
    db.close();
  }
}

/** Rows of a query, read anew. */
export function rows<T>(server: TestServer, sql: string, ...values: unknown[]): T[] {
  const db = openData(server);
  try {
    return db.prepare(sql).all(...values) as T[];
  } finally {
    db.close();
  }
}

const columnsOf = (db: Database.Database, table: string) =>
  db.prepare("SELECT name FROM pragma_table_info(?)").pluck().all(table) as string[];

/** One hash per business table and one of the file listing: equal before and after means nothing happened. */
export function stateOf(server: TestServer): Readonly<Record<string, string>> {
  const db = openData(server);
  try {
    const tables = db
      .prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
      )
      .pluck()
      .all() as string[];
    const hashes = tables
      .filter((table) => !NOT_BUSINESS.has(table))
      .map((table) => {
        const where = table === "settings" ? "WHERE key NOT IN ('audit.head', 'authority.line')" : "";
        const hash = createHash("sha256");
        const columns = columnsOf(db, table).filter((column) => !NOBODYS_DOING.has(`${table}.${column}`));
        const named = columns.map((column) => `"${column}"`).join(", ");
        for (const row of db
          .prepare(`SELECT ${named} FROM "${table}" ${where} ORDER BY rowid`)
          .raw()
          .iterate())
          hash.update(JSON.stringify(row));
        return [table, hash.digest("hex")] as const;
      });
    return { ...Object.fromEntries(hashes), "(files)": filesOf(server).join("\n") };
  } finally {
    db.close();
  }
}

/** Every file below the data directory's `files` and `tmp`. */
export function filesOf(server: TestServer): readonly string[] {
  return ["files", "tmp"].flatMap((folder) => {
    const path = `${server.dataDir}/${folder}`;
    if (!existsSync(path)) return [];
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath}/${entry.name}`)
      .sort();
  });
}

export interface AuditRow {
  readonly seq: number;
  readonly actor_id: string | null;
  readonly action: string;
  readonly object: string | null;
  readonly outcome: string;
  readonly data: string;
}

/** The refusals audited after a moment; `since` is the result of `auditHead`. */
export const refusalsSince = (server: TestServer, since: number): AuditRow[] =>
  rows<AuditRow>(server, "SELECT * FROM audit_log WHERE seq > ? AND outcome = 'refused' ORDER BY seq", since);

export const auditHead = (server: TestServer): number =>
  rows<{ seq: number }>(server, "SELECT max(seq) AS seq FROM audit_log")[0]?.seq ?? 0;

export const userOf = (server: TestServer, persona: string): string =>
  rows<{ id: string }>(server, "SELECT id FROM users WHERE persona = ?", persona)[0]?.id ?? "";

export interface SeededOrder {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly version: number;
}

/** The one order of a persona's account, as the seed left it. */
export function orderOf(server: TestServer, persona: string): SeededOrder {
  const [order] = rows<SeededOrder>(
    server,
    `SELECT o.id, o.number, o.state, o.version FROM orders o
       JOIN account_members m ON m.account_id = o.account_id
       JOIN users u ON u.id = m.user_id WHERE u.persona = ?`,
    persona,
  );
  if (order === undefined) throw new Error(`${persona} has no order`);
  return order;
}

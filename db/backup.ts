import "server-only";
import { chmodSync } from "node:fs";
import Sqlite from "better-sqlite3";

/** Everything that is left is one step: a copy in many steps begins anew whenever somebody writes in between. */
const ALL_PAGES = 2 ** 31 - 1;

/**
 * Copies a database as it is at one moment, while others go on writing; `to` must not exist.
 *
 * @throws DamagedDatabaseError when the copy does not hold together
 */
export async function copyDatabase(from: string, to: string): Promise<void> {
  const source = new Sqlite(from, { fileMustExist: true, timeout: 10_000 });
  try {
    await source.backup(to, { progress: () => ALL_PAGES });
  } finally {
    source.close();
  }
  chmodSync(to, 0o600);
  const damage = damageOf(to);
  if (damage !== null) throw new DamagedDatabaseError(damage);
}

/** Said to the operator: the file is not what it was. */
class DamagedDatabaseError extends Error {
  override readonly name = "DamagedDatabaseError";
}

/** What is wrong with a database file, in the engine's words; null when its pages and references hold together. */
export function damageOf(path: string): string | null {
  const connection = new Sqlite(path, { fileMustExist: true, timeout: 10_000 });
  try {
    const pages = connection.pragma("integrity_check", { simple: true });
    if (pages !== "ok") return String(pages);
    const orphans = (connection.pragma("foreign_key_check") as readonly unknown[]).length;
    return orphans === 0 ? null : `${orphans} rows without their parent`;
  } catch (error) {
    return error instanceof Sqlite.SqliteError ? error.message : String(error);
  } finally {
    connection.close();
  }
}

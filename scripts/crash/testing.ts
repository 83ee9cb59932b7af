import { join } from "node:path";
import Sqlite from "better-sqlite3";

/** Past the program, as a crash would that our protections do not hold against. */
export function tamper(dataDir: string, file: string, ...statements: readonly string[]): void {
  const db = new Sqlite(join(dataDir, file));
  db.pragma("foreign_keys = OFF");
  const triggers = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all();
  for (const name of triggers) db.exec(`DROP TRIGGER ${name}`);
  for (const statement of statements) db.exec(statement);
  db.close();
}

import "server-only";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type Database from "better-sqlite3";

const FOLDER = join(
  /* turbopackIgnore: true */ process.cwd(),
  "lib",
  "authority",
  "sandbox",
  "store",
  "migrations",
);

/**
 * Applies what is missing; `user_version` counts the files. Foreign keys are off on the connection before BEGIN and
 * checked before COMMIT, because a rebuilt table would otherwise empty its children (AN §0.4).
 */
export function migrateStore(writer: Database.Database): void {
  const files = readdirSync(FOLDER)
    .filter((name) => name.endsWith(".sql"))
    .sort();
  const done = Number(writer.pragma("user_version", { simple: true }));
  if (done > files.length) throw new Error("authority.db was written by a newer version of this program");
  writer.pragma("foreign_keys = OFF");
  writer.exec("BEGIN IMMEDIATE");
  try {
    // Another process may have migrated while this one waited for the lock.
    const now = Number(writer.pragma("user_version", { simple: true }));
    for (const name of files.slice(now)) {
      for (const statement of readFileSync(join(FOLDER, name), "utf8").split("--> statement-breakpoint")) {
        if (statement.trim() !== "") writer.exec(statement);
      }
    }
    if ((writer.pragma("foreign_key_check") as unknown[]).length > 0)
      throw new Error("authority.db: broken reference");
    writer.pragma(`user_version = ${files.length}`);
    writer.exec("COMMIT");
  } catch (error) {
    writer.exec("ROLLBACK");
    throw error;
  }
}

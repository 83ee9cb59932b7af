import { readFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, it } from "vitest";
import { DeskSettings } from "../settings";

const SQL = join(process.cwd(), "lib/authority/sandbox/store/migrations/0003_desk.sql");
const DELAYS = { smsDelayMinutes: 3, noticeDelayMinutes: 7, numbering: "running" };

/** Settings as an older version stored them, after the migration. */
function migrated(autoApproveWorkingDays: number | null): unknown {
  const db = new Database(":memory:");
  try {
    db.exec("CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL)");
    db.exec("CREATE TABLE blacklist (cert_idx TEXT); CREATE TABLE blacklisted_words (word TEXT)");
    const value = JSON.stringify({ autoApproveWorkingDays, ...DELAYS });
    db.prepare("INSERT INTO settings VALUES ('desk', ?)").run(value);
    for (const statement of readFileSync(SQL, "utf8").split("--> statement-breakpoint")) db.exec(statement);
    return JSON.parse(db.prepare("SELECT value FROM settings").pluck().get() as string);
  } finally {
    db.close();
  }
}

it.each([
  [5, "approve"],
  [null, "off"],
] as const)("migration 0003 keeps what the desk was set to: %s days are %s", (days, automatic) => {
  const value = DeskSettings.parse(migrated(days));
  expect(value).toMatchObject({ automatic, automaticDays: days, ...DELAYS });
});

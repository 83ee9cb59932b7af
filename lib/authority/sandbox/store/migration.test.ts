import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, it } from "vitest";
import { DeskSettings } from "../settings";

const FOLDER = join(process.cwd(), "lib/authority/sandbox/store/migrations");
const SQL = join(FOLDER, "0003_desk.sql");
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

it("migration 0004 tells who serves what was filed before: what this console had approved, this console", () => {
  const db = new Database(":memory:");
  const run = (from: string, to: string) => {
    for (const name of readdirSync(FOLDER).filter((one) => one >= from && one < to && one.endsWith(".sql")))
      db.exec(readFileSync(join(FOLDER, name), "utf8").replaceAll("--> statement-breakpoint", ""));
  };
  try {
    run("0000", "0004");
    db.exec(`INSERT INTO register_entities (number, province, nature_code, cert_idx, public_name, approved_at)
      VALUES ('京1', '110000', 4, 'mine', 'a', 10), ('京2', '110000', 4, 'theirs', 'b', 5);
      INSERT INTO register_services (number, entity_number, kind, name, approved_at, ended_at)
      VALUES ('京1-1', '京1', 'WEBSITE', 'a', 10, NULL), ('京1-2', '京1', 'WEBSITE', 'a', 7, NULL),
        ('京2-1', '京2', 'WEBSITE', 'b', 5, 9);
      INSERT INTO submissions (sequence, order_id, order_type, province, nature_code, state, cert_idx,
        service_count, wrapped_key, payload_enc, received_at, sms_at, decided_at)
      VALUES (1, 'o', 'FIRST_FILING', '110000', 4, 'approved', 'mine', 1, x'', x'', 1, 1, 10)`);
    run("0004", "0005");
    const rows = db.prepare("SELECT service_number, provider, since, ended_at FROM register_accesses").raw();
    expect(rows.all()).toEqual([
      ["京1-1", "this-console", 10, null],
      ["京1-2", "other-provider", 7, null],
      ["京2-1", "other-provider", 5, 9],
    ]);
  } finally {
    db.close();
  }
});

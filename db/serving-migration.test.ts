import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { afterEach, beforeEach, expect, it } from "vitest";
import { loadMigrations, migrate } from "./migrate";

const TAG = "0019_after_approval";
let folder: string;
let path: string;
let db: Sqlite.Database;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "icp-serving-"));
  path = join(folder, "icp.db");
  migrate(
    path,
    loadMigrations().filter(({ tag }) => tag < TAG),
  );
  db = new Sqlite(path);
  db.exec(`
    INSERT INTO accounts (id, kind, wrapped_key, profile_enc, created_at) VALUES ('acc', 'unit', x'00', x'00', 0);
    INSERT INTO entities (id, account_id, number, province, nature, cert_idx, wrapped_key, document_enc, order_id, filed_at)
      VALUES ('e', 'acc', 'n', '310000', 4, 'c', x'00', x'00', 'o', 100);
  `);
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

function file(id: string, domain: string, since: number, ended: number | null, accessEnded: number | null) {
  db.prepare(
    "INSERT INTO services (id, entity_id, kind, number, name, document_enc, order_id, filed_at) VALUES (?, 'e', 'APP', ?, 'n', x'00', 'o', ?)",
  ).run(id, `${id} number`, since);
  db.prepare(
    "INSERT INTO service_domains (service_id, kind, domain, order_id, since, ended_at) VALUES (?, 'APP', ?, 'o', ?, ?)",
  ).run(id, domain, since, ended);
  db.prepare(
    "INSERT INTO accesses (id, service_id, ips, order_id, since, ended_at) VALUES (?, ?, '[]', 'o', ?, ?)",
  ).run(`a ${id}`, id, since, accessEnded);
}
function upgrade(): unknown[] {
  db.close();
  migrate(path);
  db = new Sqlite(path);
  return db.prepare("SELECT seq, domain, at FROM serving_changes ORDER BY seq").raw().all();
}

it("begins with every name ever filed, once, at its last turn", () => {
  file("s1", "late.com", 100, null, 900);
  file("s2", "gone.com", 200, 300, 300);
  file("s3", "gone.com", 400, null, null);
  file("s4", "early.com", 150, null, null);
  expect(upgrade()).toEqual([
    [1, "early.com", 150],
    [2, "gone.com", 400],
    [3, "late.com", 900],
  ]);
});

it("begins with nothing where nothing is filed, and never gives a number twice", () => {
  expect(upgrade()).toEqual([]);
  const add = db
    .prepare("INSERT INTO serving_changes (domain, at) VALUES ('a.com', 1) RETURNING seq")
    .pluck();
  expect(add.get()).toBe(1);
  db.exec("DELETE FROM serving_changes");
  expect(add.get()).toBe(2);
});

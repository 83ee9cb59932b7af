import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { afterEach, beforeEach, expect, it } from "vitest";
import { loadMigrations, migrate } from "./migrate";

const TAG = "0018_registry";
let folder: string;
let path: string;
let db: Sqlite.Database;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "icp-registry-"));
  path = join(folder, "icp.db");
  migrate(
    path,
    loadMigrations().filter(({ tag }) => tag < TAG),
  );
  db = new Sqlite(path);
  db.prepare(
    "INSERT INTO accounts (id, kind, wrapped_key, profile_enc, created_at) VALUES ('acc', 'unit', x'00', x'00', 0)",
  ).run();
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Rows as the version before wrote them. */
function insertEntity(id: string, filedAt: number, endedAt: number | null): void {
  db.prepare(
    `INSERT INTO entities (id, account_id, number, province, nature, cert_idx, wrapped_key, document_enc, order_id, filed_at, ended_at)
     VALUES (?, 'acc', ?, '310000', 4, 'c', x'00', ?, ?, ?, ?)`,
  ).run(id, `${id} number`, Buffer.from(`document of ${id}`), `order of ${id}`, filedAt, endedAt);
}
function insertService(
  [entity, id]: readonly [string, string],
  [filedAt, endedAt]: readonly [number, number | null],
  domain: string,
  kind = "WEBSITE",
): void {
  db.prepare(
    `INSERT INTO services (id, entity_id, kind, number, name, document_enc, order_id, filed_at, ended_at)
     VALUES (?, ?, ?, ?, 'name', ?, ?, ?, ?)`,
  ).run(
    id,
    entity,
    kind,
    `${id} number`,
    Buffer.from(`document of ${id}`),
    `order of ${id}`,
    filedAt,
    endedAt,
  );
  db.prepare("INSERT INTO service_domains VALUES (?, ?)").run(id, domain);
  db.prepare(
    `INSERT INTO accesses (id, service_id, ips, order_id, since, ended_at)
     VALUES (?, ?, '["192.0.2.1","192.0.2.2"]', ?, ?, ?)`,
  ).run(`access of ${id}`, id, `order of ${id}`, filedAt, endedAt);
}
function upgrade(): void {
  db.close();
  migrate(path);
  db = new Sqlite(path);
}
const lines = (entity: string) =>
  db
    .prepare(
      "SELECT seq, at, change, service_id, about, order_id FROM registry_history WHERE entity_id = ? ORDER BY seq",
    )
    .raw()
    .all(entity);

it("begins the history of what was filed with its order", () => {
  insertEntity("e1", 100, null);
  insertService(["e1", "s1"], [100, null], "one.com");
  insertService(["e1", "s2"], [200, 300], "two.com", "APP");
  upgrade();
  expect(lines("e1")).toEqual([
    [1, 100, "entity_opened", null, null, "order of e1"],
    [2, 100, "service_opened", "s1", null, "order of s1"],
    [3, 100, "domain_opened", "s1", "one.com", "order of s1"],
    [4, 100, "access_opened", "s1", "192.0.2.1 192.0.2.2", "order of s1"],
    [5, 200, "service_opened", "s2", null, "order of s2"],
    [6, 200, "domain_opened", "s2", "two.com", "order of s2"],
    [7, 200, "access_opened", "s2", "192.0.2.1 192.0.2.2", "order of s2"],
    [8, 300, "access_ended", "s2", null, null],
    [9, 300, "domain_ended", "s2", "two.com", null],
    [10, 300, "service_ended", "s2", null, null],
  ]);
  // The document is what it was, sealed as it was.
  const opened = db
    .prepare("SELECT value_enc FROM registry_history WHERE change = 'service_opened'")
    .pluck()
    .all();
  expect(opened.map(String)).toEqual(["document of s1", "document of s2"]);
  expect(
    db.prepare("SELECT service_id, kind, domain, since, ended_at FROM service_domains").raw().all(),
  ).toEqual([
    ["s1", "WEBSITE", "one.com", 100, null],
    ["s2", "APP", "two.com", 200, 300],
  ]);
});

it("ends with the record, and starts again with the next one", () => {
  insertEntity("e1", 100, 300);
  insertService(["e1", "s1"], [100, 300], "one.com");
  insertEntity("e2", 400, null);
  insertService(["e2", "s2"], [400, null], "one.com");
  upgrade();
  expect(lines("e1").at(-1)).toEqual([8, 300, "entity_ended", null, null, null]);
  expect(lines("e2").map((line) => (line as unknown[])[2])).toEqual([
    ...["entity_opened", "service_opened", "domain_opened", "access_opened"],
  ]);
});

it("leaves a domain to the website that was filed last", () => {
  insertEntity("e1", 100, null);
  insertService(["e1", "s1"], [100, null], "one.com");
  insertEntity("e2", 200, null);
  insertService(["e2", "s2"], [200, null], "one.com");
  upgrade();
  expect(db.prepare("SELECT service_id, ended_at FROM service_domains ORDER BY since").raw().all()).toEqual([
    ["s1", 200],
    ["s2", null],
  ]);
  const again = () =>
    db.prepare("INSERT INTO service_domains VALUES ('s1', 'WEBSITE', 'one.com', 'o', 500, NULL)").run();
  expect(again).toThrow(/UNIQUE/);
});

it("lets nobody rewrite what happened", () => {
  insertEntity("e1", 100, null);
  upgrade();
  expect(() => db.exec("UPDATE registry_history SET at = 0")).toThrow(/append only/);
  expect(() => db.exec("DELETE FROM registry_history")).toThrow(/append only/);
});

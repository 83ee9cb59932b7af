import Sqlite from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { databasePath } from "@/db/connection";
import { freshDatabase, type TestDatabase } from "@/db/testing";
import { withTransaction } from "@/db/transaction";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail } from "@/lib/filing/shared/result";
import { audit, auditRefusal, verifyAuditChain } from ".";
import { hashEntry } from "./chain";

let test: TestDatabase;
beforeEach(async () => {
  test = freshDatabase();
  for (const action of ["one", "two", "three"]) {
    await withTransaction((tx) =>
      audit(tx, { actorId: "u1", action, outcome: "done", data: { b: 1, a: "x" } }),
    );
  }
});
afterEach(() => test.dispose());

/** Somebody with the file in hands, past the triggers. */
function tamper(sql: string): void {
  const connection = new Sqlite(databasePath(test.dataDir));
  connection.exec("DROP TRIGGER audit_log_no_update; DROP TRIGGER audit_log_no_delete;");
  connection.exec(sql);
  connection.close();
}

describe("the audit chain", () => {
  it("is intact as written, refusals included", async () => {
    await auditRefusal({ actorId: null, action: "four", object: "o1" });
    expect(await verifyAuditChain()).toEqual({ intact: true, entries: 4 });
  });

  it("is intact while empty", async () => {
    test.dispose();
    test = freshDatabase();
    expect(await verifyAuditChain()).toEqual({ intact: true, entries: 0 });
  });

  it("forgets an entry with its transaction", async () => {
    await withTransaction(async (tx) => {
      await audit(tx, { actorId: null, action: "undone", outcome: "done" });
      return fail(refuse("stale"));
    });
    expect(await verifyAuditChain()).toEqual({ intact: true, entries: 3 });
  });

  it("keeps one chain when many write at once", async () => {
    await Promise.all(Array.from({ length: 20 }, () => auditRefusal({ actorId: null, action: "many" })));
    expect(await verifyAuditChain()).toEqual({ intact: true, entries: 23 });
  });

  it.each([
    ["actor_id = 'u2'"],
    ["action = 'else'"],
    ["object = 'o'"],
    ["outcome = 'refused'"],
    ["at = at + 1"],
    [`data = '{"a":"y","b":1}'`],
  ])("finds %s", async (change) => {
    tamper(`UPDATE audit_log SET ${change} WHERE seq = 2`);
    expect(await verifyAuditChain()).toEqual({ intact: false, seq: 2, cause: "edited" });
  });

  it("finds a row taken out of the middle, and one cut off the end", async () => {
    tamper("DELETE FROM audit_log WHERE seq = 3");
    expect(await verifyAuditChain()).toEqual({ intact: false, seq: 2, cause: "head" });
    const connection = new Sqlite(databasePath(test.dataDir));
    connection.exec("DELETE FROM audit_log WHERE seq = 1");
    connection.close();
    expect(await verifyAuditChain()).toEqual({ intact: false, seq: 1, cause: "gap" });
  });

  it("finds a last row computed anew without our key", async () => {
    const prev = new Sqlite(databasePath(test.dataDir), { readonly: true });
    const row = prev.prepare("SELECT at, prev_hash AS prevHash FROM audit_log WHERE seq = 3").get() as {
      at: number;
      prevHash: string;
    };
    prev.close();
    const forged = {
      seq: 3,
      actorId: "u1",
      action: "other",
      object: null,
      outcome: "done",
      data: {},
      ...row,
    } as const;
    tamper(`UPDATE audit_log SET action = 'other', data = '{}', hash = '${hashEntry(forged)}' WHERE seq = 3`);
    expect(await verifyAuditChain()).toEqual({ intact: false, seq: 3, cause: "head" });
  });

  it.each(["UPDATE audit_log SET action = 'x'", "DELETE FROM audit_log"])("is append only: %s", (sql) => {
    const connection = new Sqlite(databasePath(test.dataDir));
    expect(() => connection.exec(sql)).toThrow("append only");
    connection.close();
  });
});

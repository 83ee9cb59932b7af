import { readFileSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { freshDatabase, type TestDatabase } from "@/db/testing";
import { withTransaction } from "@/db/transaction";
import { setTestClocks, type TestClock } from "@/lib/clock/testing";
import { hit } from ".";
import { limitsStore } from "./store";

let test: TestDatabase;
let system: TestClock;
beforeEach(() => {
  test = freshDatabase();
  system = setTestClocks(60_000 * 1_000).system;
});
afterEach(() => test.dispose());

describe("rate limits", () => {
  it("let max through in a window, say how long to wait, and start anew", async () => {
    for (let i = 0; i < 3; i += 1) expect(await hit("k", 3, 60)).toEqual({ ok: true, retryAfter: 0 });
    system.advance(59_001);
    expect(await hit("k", 3, 60)).toEqual({ ok: false, retryAfter: 1 });
    system.advance(999);
    expect((await hit("k", 3, 60)).ok).toBe(true);
  });

  it("count keys and windows apart", async () => {
    expect((await hit("a", 1, 60)).ok).toBe(true);
    expect((await hit("b", 1, 60)).ok).toBe(true);
    expect((await hit("a", 1, 30)).ok).toBe(true);
    expect((await hit("a", 1, 30)).ok).toBe(false);
  });

  it("store no key in clear, one row per key and window, and forget old ones", async () => {
    for (let i = 0; i < 5; i += 1) await hit("li@example.cn", 9, 60);
    await hit("refused:sign-in", 9, 86_400);
    limitsStore().forgetBefore(0);
    const file = join(test.dataDir, "limits.db");
    const rows = () => {
      const connection = new Sqlite(file, { readonly: true });
      const all = connection.prepare("SELECT count FROM hits").all();
      connection.close();
      return all.length;
    };
    expect(rows()).toBe(2);
    for (const name of [file, `${file}-wal`]) expect(readFileSync(name).includes("li@example")).toBe(false);
    limitsStore().forgetBefore(system.now() + 86_400_000);
    expect(rows()).toBe(0);
  });

  it("do not wait for the filings' writer, nor it for them", async () => {
    await withTransaction(async () => {
      expect((await hit("k", 1, 60)).ok).toBe(true);
    });
  });

  it("count exactly with several at once, another connection among them", async () => {
    const other = new Sqlite(join(test.dataDir, "limits.db"), { timeout: 0 });
    limitsStore();
    other.exec("BEGIN IMMEDIATE");
    const early = hit("k", 100, 60);
    setImmediate(() => other.exec("COMMIT"));
    await early;
    other.close();
    const answers = await Promise.all(Array.from({ length: 120 }, () => hit("k", 100, 60)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(99);
  });
});

import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok } from "@/lib/filing/shared/result";
import { read } from "./client";
import { databasePath, type Tx } from "./connection";
import { database, openDatabase } from "./registry";
import * as t from "./schema";
import { freshDatabase, type TestDatabase } from "./testing";
import { BusyError, NestedTransactionError, withTransaction } from "./transaction";

let test: TestDatabase;
beforeEach(() => {
  test = freshDatabase();
});
afterEach(() => test.dispose());

const put = (tx: Tx, key: string, value: unknown) =>
  tx
    .insert(t.settings)
    .values({ key, value, updatedAt: 1 })
    .onConflictDoUpdate({ target: t.settings.key, set: { value } });
const keys = async () => (await read().select().from(t.settings)).map((row) => row.key).toSorted();
const tick = () => new Promise<void>((resolve) => setImmediate(resolve));

function deferred() {
  let resolve = () => {};
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

/** Read, yield, write: loses counts unless transactions exclude each other. */
async function increment(tx: Tx): Promise<void> {
  const [row] = await tx.select().from(t.settings).where(eq(t.settings.key, "n"));
  await tick();
  await put(tx, "n", Number(row?.value ?? 0) + 1);
}

describe("withTransaction", () => {
  it("commits what the body did and answers its value", async () => {
    expect(await withTransaction((tx) => put(tx, "a", 1).then(() => "value"))).toBe("value");
    expect(await keys()).toEqual(["a"]);
  });

  it("rolls back and rethrows when the body throws, after awaiting too", async () => {
    const body = async (tx: Tx) => {
      await put(tx, "a", 1);
      await tick();
      await put(tx, "b", 1);
      throw new Error("no");
    };
    await expect(withTransaction(body)).rejects.toThrow("no");
    expect(await keys()).toEqual([]);
  });

  it("rolls back and answers a refusal", async () => {
    const refused = await withTransaction(async (tx) => {
      await put(tx, "a", 1);
      return fail(refuse("stale"));
    });
    expect(refused).toEqual({ ok: false, error: { code: "stale" } });
    expect(await withTransaction((tx) => put(tx, "b", 1).then(() => ok("kept")))).toEqual(ok("kept"));
    expect(await keys()).toEqual(["b"]);
  });

  it("keeps a parallel writer's rows when another one rolls back", async () => {
    const loser = withTransaction(async (tx) => {
      await put(tx, "lost", 1);
      await tick();
      throw new Error("no");
    });
    const winner = withTransaction(async (tx) => void (await put(tx, "kept", 1)));
    await expect(loser).rejects.toThrow("no");
    await winner;
    expect(await keys()).toEqual(["kept"]);
  });

  it("shows a reader nothing before the commit", async () => {
    await withTransaction(async (tx) => {
      await put(tx, "a", 1);
      expect(await keys()).toEqual([]);
    });
    expect(await keys()).toEqual(["a"]);
  });

  it("refuses a transaction inside a transaction and rolls the outer one back", async () => {
    const outer = withTransaction(async (tx) => {
      await put(tx, "a", 1);
      await tick();
      await withTransaction(async (inner) => void (await put(inner, "b", 1)));
    });
    await expect(outer).rejects.toBeInstanceOf(NestedTransactionError);
    expect(await keys()).toEqual([]);
  });

  it("refuses a tx that outlives its body, even inside another transaction", async () => {
    let leaked: Tx | undefined;
    await withTransaction(async (tx) => {
      leaked = tx;
    });
    await expect(put(leaked as Tx, "a", 1)).rejects.toThrow();
    let late: Promise<unknown> | undefined;
    const { promise: gate, resolve: release } = deferred();
    await withTransaction(async (tx) => {
      late = gate.then(async () => await put(tx, "late", 1)).catch((error: unknown) => error);
    });
    await withTransaction(async () => {
      release();
      await tick();
    });
    expect(await late).toBeInstanceOf(Error);
    expect(await keys()).toEqual([]);
  });
});

describe("several writers", () => {
  it("loses nothing between two queues in one process", async () => {
    const other = openDatabase(databasePath(test.dataDir));
    const runs = Array.from({ length: 40 }, (_, i) =>
      i % 2 === 0 ? withTransaction(increment) : other.writer.transaction(increment),
    );
    await Promise.all(runs);
    other.close();
    const [row] = await read().select().from(t.settings).where(eq(t.settings.key, "n"));
    expect(row?.value).toBe(40);
  });

  it("loses nothing between two processes on one file", async () => {
    const child = spawn(
      process.execPath,
      ["--conditions=react-server", "--import", "tsx", "db/fixtures/increment.ts", "30"],
      { env: { ...process.env, DATA_DIR: test.dataDir }, stdio: ["ignore", "pipe", "inherit"] },
    );
    await once(child.stdout, "data");
    const exit = once(child, "exit");
    for (let i = 0; i < 30; i += 1) await withTransaction(increment);
    expect(await exit).toEqual([0, null]);
    const [row] = await read().select().from(t.settings).where(eq(t.settings.key, "n"));
    expect(row?.value).toBe(60);
  });

  it("gives up as busy without stopping the event loop", async () => {
    const impatient = openDatabase(databasePath(test.dataDir), 60);
    const { promise: held, resolve: release } = deferred();
    const holder = withTransaction(async (tx) => {
      await put(tx, "a", 1);
      await held;
    });
    let ticks = 0;
    const heart = setInterval(() => {
      ticks += 1;
    }, 5);
    await expect(impatient.writer.transaction(increment)).rejects.toBeInstanceOf(BusyError);
    clearInterval(heart);
    expect(ticks).toBeGreaterThan(2);
    release();
    await holder;
    await impatient.writer.transaction(increment);
    impatient.close();
    expect(await keys()).toEqual(["a", "n"]);
  });
});

describe("the connections", () => {
  it("cannot write through the reader", async () => {
    await expect(put(read() as Tx, "a", 1)).rejects.toMatchObject({ code: "SQLITE_READONLY" });
  });

  it("is one for every copy of the registry module", () => {
    const holder = globalThis as { [key: symbol]: unknown };
    expect(holder[Symbol.for("icp.db")]).toBe(database());
  });

  it("hands the writing connection to nobody: only writer.ts opens one, and it does not export it", () => {
    const folder = import.meta.dirname;
    const sources = readdirSync(folder).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));
    const opening = sources.filter((name) =>
      readFileSync(join(folder, name), "utf8").includes("openSqlite("),
    );
    expect(opening.toSorted()).toEqual(["connection.ts", "migrate.ts", "writer.ts"]);
    expect(Object.values(database().writer).every((member) => typeof member === "function")).toBe(true);
  });
});

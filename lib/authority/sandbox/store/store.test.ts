import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { freshDatabase, type TestDatabase } from "@/db/testing";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok } from "@/lib/filing/shared/result";
import { readStore } from "./client";
import * as t from "./schema";
import { inStore, type StoreTx } from "./transaction";

let data: TestDatabase;
beforeEach(() => {
  data = freshDatabase();
});
afterEach(() => data.dispose());

const put = (tx: StoreTx, name: string) => tx.insert(t.counters).values({ name, value: 1 });
const names = async () => (await readStore().select().from(t.counters)).map((row) => row.name);

describe("a transaction of the authority's store", () => {
  it("commits a value, rolls back a refusal and an exception", async () => {
    await inStore(async (tx) => ok(await put(tx, "kept")));
    expect(
      await inStore(async (tx) => {
        await put(tx, "refused");
        return fail(refuse("stale"));
      }),
    ).toMatchObject({ error: { code: "stale" } });
    const broken = inStore(async (tx) => {
      await put(tx, "thrown");
      throw new Error("bug");
    });
    await expect(broken).rejects.toThrow("bug");
    expect(await names()).toEqual(["kept"]);
  });

  it("queues: a body never sees another's half", async () => {
    await inStore(async (tx) => ok(await put(tx, "n")));
    const increment = () =>
      inStore(async (tx) => {
        const [row] = await tx.select().from(t.counters);
        await Promise.resolve();
        return ok(await tx.update(t.counters).set({ value: (row?.value ?? 0) + 1 }));
      });
    await Promise.all(Array.from({ length: 20 }, increment));
    expect((await readStore().select().from(t.counters))[0]?.value).toBe(21);
  });

  it("cannot be nested", async () => {
    await expect(inStore(() => inStore(async () => ok(null)))).rejects.toThrow("nested");
  });

  it("waits for another process without blocking this one", async () => {
    await names();
    const other = new Database(join(data.dataDir, "authority.db"));
    other.exec("BEGIN IMMEDIATE");
    const waiting = inStore(async (tx) => ok(await put(tx, "late")));
    // Timers still run while it waits: this one lets it go on.
    await new Promise<void>((resolve) => setImmediate(resolve));
    other.exec("COMMIT");
    other.close();
    expect(await waiting).toMatchObject({ ok: true });
    expect(await names()).toEqual(["late"]);
  });

  it("keeps readers from writing and the desk's log from changing", async () => {
    await expect(
      (async () => readStore().insert(t.counters).values({ name: "x", value: 1 }))(),
    ).rejects.toThrow();
    await inStore(async (tx) =>
      ok(await tx.insert(t.deskLog).values({ id: "1", at: 1, officerId: "o", action: "submission.view" })),
    );
    await expect(inStore(async (tx) => ok(await tx.delete(t.deskLog)))).rejects.toThrow();
    await expect(inStore(async (tx) => ok(await tx.update(t.deskLog).set({ at: 2 })))).rejects.toThrow();
  });
});

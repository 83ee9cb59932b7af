import { afterEach, beforeEach, describe, expect, it } from "vitest";
import * as t from "@/db/schema";
import { freshDatabase, type TestDatabase } from "@/db/testing";
import { withTransaction } from "@/db/transaction";
import { newDataKey, seal } from "@/lib/secrets";
import { inventory } from ".";

let data: TestDatabase;
beforeEach(() => {
  data = freshDatabase();
});
afterEach(() => data.dispose());

const server = (id: string) => ({
  ...{ id, name: `server-${id}`, kind: "CVM" as const, prepaid: true, prepaidMonths: 12, expiresAt: 9 },
  ...{ mainland: true, publicIp: "203.0.113.7", province: "110000" },
});

/** Two accounts, the second with one server. */
async function twoAccounts(): Promise<void> {
  await withTransaction(async (tx) => {
    for (const id of ["account-1", "account-2"]) {
      const { key, wrapped } = newDataKey();
      const profileEnc = seal(key, {}, `account:${id}:profile`);
      await tx.insert(t.accounts).values({ id, kind: "unit", wrappedKey: wrapped, profileEnc, createdAt: 1 });
    }
    await tx.insert(t.resources).values([
      { ...server("b"), accountId: "account-1" },
      { ...server("a"), accountId: "account-1" },
      { ...server("c"), accountId: "account-2" },
    ]);
  });
}

describe("the inventory", () => {
  it("lists an account's servers by name, and no other's", async () => {
    await twoAccounts();
    expect(await inventory().list("account-1")).toEqual([server("a"), server("b")]);
    expect(await inventory().find("account-1", ["a", "c", "nothing"])).toEqual({ a: server("a") });
    expect(await inventory().find("account-1", [])).toEqual({});
  });
});

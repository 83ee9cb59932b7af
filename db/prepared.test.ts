import { eq, sql } from "drizzle-orm";
import { afterEach, expect, it } from "vitest";
import { prepared } from "./prepared";
import * as t from "./schema";
import { freshDatabase, type TestDatabase } from "./testing";
import { withTransaction } from "./transaction";

let data: TestDatabase;
afterEach(() => data.dispose());

let built = 0;
const setting = prepared((db) => {
  built += 1;
  return db
    .select()
    .from(t.settings)
    .where(eq(t.settings.key, sql.placeholder("key")))
    .prepare();
});

it("is built once for a connection, sees what was written since, and moves with the database", async () => {
  data = freshDatabase();
  expect(await setting().execute({ key: "a" })).toEqual([]);
  await withTransaction(async (tx) => {
    await tx.insert(t.settings).values({ key: "a", value: 1, updatedAt: 1 });
  });
  expect(await setting().execute({ key: "a" })).toMatchObject([{ key: "a", value: 1 }]);
  expect(built).toBe(1);
  data.dispose();
  data = freshDatabase();
  expect(await setting().execute({ key: "a" })).toEqual([]);
  expect(built).toBe(2);
});

import "server-only";
import { eq, inArray } from "drizzle-orm";
import * as t from "@/db/schema";
import type { ImportProblem } from "@/lib/imports/kinds";
import { profileIn } from "../../provider/profile";
import { accountsByCustomer } from "./customers";
import { inChunks, type Kept, type Store } from "./store";

type Server = typeof t.resources.$inferSelect;
const keep = (value: Server): Kept<Server> => ({ key: value.id, label: value.id, value });

/** Servers, beside those the sandbox was made with, which no file touches. */
export const serverStore: Store<"servers", Server> = {
  async resolve(db, rows) {
    const accounts = await accountsByCustomer(db);
    const others = await db
      .select({ id: t.resources.id })
      .from(t.resources)
      .where(eq(t.resources.imported, false));
    const { dataCentres } = (await profileIn(db)).profile;
    const taken = new Set(others.map(({ id }) => id));
    const problems: ImportProblem[] = [];
    const kept: Kept<Server>[] = [];
    for (const { line, row } of rows) {
      const { customer, ...record } = row;
      const accountId = accounts.get(customer);
      if (accountId === undefined) problems.push({ line, column: "customer", reason: "customer-unknown" });
      if (taken.has(row.id)) problems.push({ line, column: "id", reason: "server-taken" });
      if (row.mainland && dataCentres.length > 0 && !dataCentres.includes(row.province))
        problems.push({ line, column: "province", reason: "data-centre" });
      kept.push(keep({ ...record, accountId: accountId ?? "", imported: true }));
    }
    return { kept, problems };
  },
  current: async (db) =>
    (await db.select().from(t.resources).where(eq(t.resources.imported, true))).map(keep),
  remove: (tx, keys) => inChunks(keys, (some) => tx.delete(t.resources).where(inArray(t.resources.id, some))),
  add: (tx, values) => inChunks(values, (some) => tx.insert(t.resources).values(some)),
};

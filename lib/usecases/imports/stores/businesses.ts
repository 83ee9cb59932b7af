import "server-only";
import { inArray } from "drizzle-orm";
import * as t from "@/db/schema";
import { certIndex, openBusiness, type RegisteredBusiness, sealBusiness } from "@/lib/business/table";
import { inChunks, type Kept, type Store } from "./store";

/** By keyed hash: the number itself stands nowhere, and is shown to nobody. */
const keep = (value: RegisteredBusiness): Kept<RegisteredBusiness> => ({
  key: value.certIdx,
  label: null,
  value,
});

/** Businesses by the number of their certificate. */
export const businessStore: Store<"businesses", RegisteredBusiness> = {
  resolve: async (_db, rows) => ({
    kept: rows.map(({ row: { certNo, ...record } }) => keep({ ...record, certIdx: certIndex(certNo) })),
    problems: [],
  }),
  current: async (db) =>
    (await db.select().from(t.registeredBusinesses)).map((row) => keep(openBusiness(row))),
  remove: (tx, keys) =>
    inChunks(keys, (some) =>
      tx.delete(t.registeredBusinesses).where(inArray(t.registeredBusinesses.certIdx, some)),
    ),
  add: (tx, values) =>
    inChunks(values, (some) => tx.insert(t.registeredBusinesses).values(some.map(sealBusiness))),
};

import "server-only";
import { inArray } from "drizzle-orm";
import * as t from "@/db/schema";
import { openDomain, type RegisteredDomain, sealDomain } from "@/lib/domains/table";
import type { ImportProblem } from "@/lib/imports/kinds";
import { accountsByCustomer } from "./customers";
import { inChunks, type Kept, type Store } from "./store";

const keep = (value: RegisteredDomain): Kept<RegisteredDomain> => ({
  key: value.domain,
  label: value.domain,
  value,
});

/** Domains with their owners, who are sealed. */
export const domainStore: Store<"domains", RegisteredDomain> = {
  async resolve(db, rows) {
    const accounts = await accountsByCustomer(db);
    const problems: ImportProblem[] = [];
    const kept: Kept<RegisteredDomain>[] = [];
    for (const { line, row } of rows) {
      const { customer, ...record } = row;
      const accountId = customer === null ? null : (accounts.get(customer) ?? null);
      if (customer !== null && accountId === null)
        problems.push({ line, column: "customer", reason: "customer-unknown" });
      kept.push(keep({ ...record, accountId }));
    }
    return { kept, problems };
  },
  current: async (db) => (await db.select().from(t.registeredDomains)).map((row) => keep(openDomain(row))),
  remove: (tx, keys) =>
    inChunks(keys, (some) => tx.delete(t.registeredDomains).where(inArray(t.registeredDomains.domain, some))),
  add: (tx, values) =>
    inChunks(values, (some) => tx.insert(t.registeredDomains).values(some.map(sealDomain))),
};

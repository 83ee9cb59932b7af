import "server-only";
import { read } from "@/db/client";
import { accountResources, ownResources } from "@/db/queries/holdings";
import type { ResourceInventory, ResourceRecord } from "./port";

type Row = Awaited<ReturnType<typeof accountResources>>[number];

const recordOf = ({ accountId: _account, imported: _imported, ...record }: Row): ResourceRecord => record;

/** What files brought, and what the sandbox was made with: the table `resources`. */
export const tableInventory: ResourceInventory = {
  async list(accountId) {
    return (await accountResources(read(), accountId)).map(recordOf);
  },
  async find(accountId, ids) {
    if (ids.length === 0) return {};
    const rows = await ownResources(read(), accountId, ids);
    return Object.fromEntries(rows.map((row) => [row.id, recordOf(row)]));
  },
};

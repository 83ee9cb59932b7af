import type { ServerRecord } from "@/lib/filing/rules/facts";

/** A server the provider rents out, as its inventory reports it. Times are epoch milliseconds. */
export interface ResourceRecord extends ServerRecord {
  readonly id: string;
  readonly name: string;
}

/** The provider's own inventory. Another account's server is as unknown as one that does not exist. */
export interface ResourceInventory {
  list(accountId: string): Promise<readonly ResourceRecord[]>;
  /** By id; ids the account does not own are absent. */
  find(accountId: string, ids: readonly string[]): Promise<Readonly<Record<string, ResourceRecord>>>;
}

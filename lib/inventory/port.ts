/** A server the provider rents out, as its inventory reports it. Times are epoch milliseconds. */
export interface ResourceRecord {
  readonly id: string;
  readonly name: string;
  readonly kind: "CVM" | "LIGHTHOUSE" | "SERVERLESS" | "HOSTING" | "CLB";
  readonly prepaid: boolean;
  readonly prepaidMonths: number;
  readonly expiresAt: number;
  readonly mainland: boolean;
  readonly publicIp: string | null;
  /** Province code of the data centre. */
  readonly province: string;
}

/** The provider's own inventory. Another account's server is as unknown as one that does not exist. */
export interface ResourceInventory {
  list(accountId: string): Promise<readonly ResourceRecord[]>;
  /** By id; ids the account does not own are absent. */
  find(accountId: string, ids: readonly string[]): Promise<Readonly<Record<string, ResourceRecord>>>;
}

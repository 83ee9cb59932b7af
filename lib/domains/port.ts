import type { DomainRecord } from "@/lib/filing/rules/facts";

/** Whose eyes the registry is asked with: the account that files. */
export interface Asker {
  readonly accountId: string;
  readonly realName: string | null;
  readonly idNo: string | null;
}

export interface OwnDomain extends DomainRecord {
  readonly domain: string;
}

export interface DomainRegistry {
  /** By lower-case domain; a domain that is absent is unknown (no registry could be asked). */
  lookUp(domains: readonly string[], asker: Asker): Promise<Readonly<Record<string, DomainRecord>>>;
  /** Domains registered by the account itself. */
  list(accountId: string): Promise<readonly OwnDomain[]>;
}

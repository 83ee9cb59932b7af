/** Whose eyes the registry is asked with: the account that files. */
export interface Asker {
  readonly accountId: string;
  readonly realName: string | null;
  readonly idNo: string | null;
}

/** What a registrar knows of a domain. Times are epoch milliseconds. */
export interface DomainRecord {
  readonly registered: boolean;
  /** With the registrar this provider runs: real-name data is then in sync at once. */
  readonly registeredHere: boolean;
  readonly registrarApproved: boolean;
  readonly ownerName: string | null;
  readonly ownerIdNo: string | null;
  readonly realNameVerifiedAt: number | null;
  readonly expiresAt: number | null;
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

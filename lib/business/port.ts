/** Whose real name the registry may compare with. */
export interface BusinessAsker {
  readonly accountId: string;
  readonly realName: string | null;
}

/** The business registry's answer for a certificate number. Times are epoch milliseconds. */
export interface BusinessRecord {
  readonly found: boolean;
  readonly name: string | null;
  /** Null: the registry does not say. */
  readonly legalRepName: string | null;
  readonly status: "active" | "abnormal" | "closed" | null;
  readonly registeredOrUpdatedAt: number | null;
  /** Day of issue of the licence in force, `YYYY-MM-DD`. */
  readonly licenceIssuedOn: string | null;
}

export interface BusinessRegistry {
  /** Null: no registry could be asked. */
  find(certNo: string, asker: BusinessAsker): Promise<BusinessRecord | null>;
}

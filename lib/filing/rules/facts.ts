/**
 * Facts come from outside the document: the account, the provider's inventory, registries, other orders, uploads.
 * A key that is absent is unknown; the gate loads all of them and treats unknown as blocking.
 * Times are epoch milliseconds.
 */
export interface Facts {
  readonly account?: AccountFact;
  /** By lower-case domain in ASCII form. */
  readonly domains?: Readonly<Record<string, DomainFact>>;
  /** By resource id: the account's own servers. */
  readonly resources?: Readonly<Record<string, ResourceFact>>;
  /** By code. */
  readonly codes?: Readonly<Record<string, CodeFact>>;
  readonly registry?: RegistryFact;
  readonly business?: BusinessFact;
  readonly materials?: readonly MaterialFact[];
  readonly others?: OthersFact;
}

export interface AccountFact {
  readonly kind: "person" | "unit";
  readonly realName: string | null;
  readonly realNameVerifiedAt: number | null;
  readonly securityPhone: string | null;
  readonly riskFlag: boolean;
  /** Other orders of the account that are still open, this one not counted. */
  readonly otherOpenOrders: number;
}

/** What a registrar knows of a domain. */
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

export interface DomainFact extends DomainRecord {
  /** What the authority's register says of the domain. */
  readonly filed: "no" | "same-entity" | "other-entity";
  readonly accessHere: boolean;
  readonly inFlightElsewhere: boolean;
}

/** What the provider's inventory knows of a server. */
export interface ServerRecord {
  readonly kind: "CVM" | "LIGHTHOUSE" | "SERVERLESS" | "HOSTING" | "CLB";
  readonly prepaid: boolean;
  readonly prepaidMonths: number;
  readonly expiresAt: number;
  readonly mainland: boolean;
  readonly publicIp: string | null;
  /** Province code of the data centre. */
  readonly province: string;
}

export interface ResourceFact extends ServerRecord {
  /** Services already bound to it, this order not counted. */
  readonly used: number;
}

export interface CodeFact {
  readonly state: "UNUSED" | "IN_USE" | "USED" | "EXPIRED";
  readonly forThisAccount: boolean;
  readonly resourceExpiresAt: number;
}

/** What the authority knows of the certificate number. */
export interface RegistryFact {
  readonly entityFiled: boolean;
  readonly entityKnownHere: boolean;
  readonly entityInOtherAccount: boolean;
  readonly entityIsShell: boolean;
  readonly organizerInFlight: boolean;
  readonly blacklisted: boolean;
  readonly recordNumber: string | null;
}

/** The business registry's answer for the certificate number (DF §15 B1). */
export interface BusinessFact {
  readonly found: boolean;
  readonly name: string | null;
  readonly legalRepName: string | null;
  readonly status: "active" | "abnormal" | "closed" | null;
  readonly registeredOrUpdatedAt: number | null;
}

/** An uploaded file that fills a material slot. */
export interface MaterialFact {
  readonly code: string;
  /** `entity`, `people[<id>]` or `services[<id>]`. */
  readonly subject: string;
  readonly side: "FRONT" | "BACK" | "SINGLE";
  /** Date printed on the document, `YYYY-MM-DD`, where the slot asks for it. */
  readonly documentDate: string | null;
}

/** Cross-account uniqueness inside this console, computed from blind indexes. Paths are id paths. */
export interface OthersFact {
  /** Phone fields whose number is used by another entity here. */
  readonly phonesUsedElsewhere: readonly string[];
  /** People who are service lead of another unit here, by person id. */
  readonly serviceLeadElsewhere: readonly string[];
  /** Lower-case domains in another open order of this console. */
  readonly domainsInOtherOrders: readonly string[];
  /** Service names the entity has already filed. */
  readonly filedServiceNames: readonly string[];
}

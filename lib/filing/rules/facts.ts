import type { CertType, Nature, PreApprovalType } from "../application/codes";
import type { ChangeBasis } from "../change/basis";

/**
 * Facts come from outside the document: the account, the provider's inventory, registries, other orders, uploads.
 * A key that is absent is unknown; the gate loads all of them and treats unknown as blocking. Inside a fact, `null`
 * means that the source was asked and says nothing of it. Times are epoch milliseconds, days are `YYYY-MM-DD`.
 */
export interface Facts {
  readonly account?: AccountFact;
  /** By lower-case domain in ASCII form; of websites and APPs alike. */
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

export const FACT_KEYS = [
  "account",
  "business",
  "codes",
  "domains",
  "materials",
  "others",
  "registry",
  "resources",
] as const satisfies readonly (keyof Facts)[];
export type FactKey = (typeof FACT_KEYS)[number];

export interface AccountFact {
  readonly kind: "person" | "unit";
  readonly realName: string | null;
  readonly realNameVerifiedAt: number | null;
  readonly securityPhone: string | null;
  readonly riskFlag: boolean;
  /** Other orders of the account that are still open, this one not counted. */
  readonly otherOpenOrders: number;
  /** The account already holds a filed entity with another certificate number (one account, one entity). */
  readonly holdsOtherEntity: boolean;
  /** Id paths of contact-1 fields whose number was proven by a one-time code (DF §15 D2). */
  readonly provenPhones: readonly string[];
}

/** What a registrar knows of a domain. */
export interface DomainRecord {
  readonly registered: boolean;
  /** With the registrar this provider runs: real-name data is then in sync sooner. */
  readonly registeredHere: boolean;
  readonly registrarApproved: boolean;
  readonly ownerName: string | null;
  readonly ownerIdNo: string | null;
  readonly ownerIdType: CertType | null;
  /** When the owner's real name was verified, or last changed: the wait starts anew. */
  readonly realNameVerifiedAt: number | null;
  readonly expiresAt: number | null;
  /** Held by the registry because nobody verified it in time: it does not resolve. */
  readonly serverHold: boolean;
}

export interface DomainFact extends DomainRecord {
  /** What the authority's register says of the domain. */
  readonly filed: "no" | "same-entity" | "other-entity";
  /** Entity filing number the domain stands under; null = not filed, or not told. */
  readonly filedNumber: string | null;
  readonly accessHere: boolean;
  readonly inFlightElsewhere: boolean;
  /** On the authority's blacklist (DF §15 D7). */
  readonly blacklisted: boolean;
  /** The domain is filed for an APP of another entity (DF §7.7). */
  readonly appOfOtherEntity: boolean;
}

/** What the provider's inventory knows of a server. */
export interface ServerRecord {
  readonly kind: "CVM" | "LIGHTHOUSE" | "SERVERLESS" | "HOSTING" | "CLB";
  readonly prepaid: boolean;
  /** Months bought in all, renewals included. */
  readonly prepaidMonths: number;
  readonly expiresAt: number;
  readonly mainland: boolean;
  readonly publicIp: string | null;
  /** Province code of the data centre. */
  readonly province: string;
}

export interface ResourceFact extends ServerRecord {
  /** Services already bound to it, and those of orders handed in before; this order not counted. */
  readonly used: number;
}

export interface CodeFact {
  readonly state: "UNUSED" | "IN_USE" | "USED" | "EXPIRED";
  readonly forThisAccount: boolean;
  /** In use by another order, or by another service of this one. */
  readonly heldElsewhere: boolean;
  /** The server it stands for; null = there is none any more. Where it is not for this account, nothing is told. */
  readonly server: ServerRecord | null;
  /** Filing number of the service it was used for; only changes of that service may use it again. */
  readonly usedFor: string | null;
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
  /** Names of this application that are on the authority's blacklist, as typed (DF §15 D7). */
  readonly blacklistedNames: readonly string[];
  /** What is filed now; null = nothing filed, or the authority does not tell us its contents. */
  readonly filed: FiledEntity | null;
  /** What a change of this console began from, whole. Absent: no change, or its beginning is not told. */
  readonly basis?: ChangeBasis;
}

/** A filed entity as the register holds it. A member that is null is not known here: ask, do not assert (DF §15 D23). */
export interface FiledEntity {
  readonly province: string;
  readonly nature: Nature | null;
  readonly certType: CertType | null;
  readonly certNo: string | null;
  readonly name: string | null;
  readonly entityLead: FiledLead | null;
  readonly services: readonly FiledService[];
}

export interface FiledLead {
  readonly name: string | null;
  readonly idType: CertType | null;
  readonly idNo: string | null;
  readonly phone: string | null;
  /** `YYYY-MM-DD`; `long-term`; null = filed without dates (DF §15 B3). */
  readonly idValidTo: string | null;
}

export interface FiledService {
  readonly number: string;
  readonly kind: "WEBSITE" | "APP" | "MINI_PROGRAM" | "QUICK_APP";
  readonly name: string | null;
  readonly domains: readonly string[];
  /** APP packages filed under it. */
  readonly packages: readonly { readonly platform: string; readonly packageName: string }[];
  readonly lead: FiledLead | null;
  readonly preApprovals: readonly PreApprovalType[] | null;
  readonly accessHere: boolean;
  /** Does another provider serve it, too? Absent: nobody told. */
  readonly accessElsewhere?: boolean;
}

/** The business registry's answer for the certificate number (DF §15 B1). */
export interface BusinessFact {
  readonly found: boolean;
  readonly name: string | null;
  readonly legalRepName: string | null;
  readonly status: "active" | "abnormal" | "closed" | null;
  readonly registeredOrUpdatedAt: number | null;
  /** Day of issue of the licence in force, `YYYY-MM-DD`. */
  readonly licenceIssuedOn: string | null;
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
  /** Identity document fields whose number is used by another entity here. */
  readonly idsUsedElsewhere: readonly string[];
  /** People who are service lead of another unit here, by person id. */
  readonly serviceLeadElsewhere: readonly string[];
  /** Lower-case domains in another open order of this console. */
  readonly domainsInOtherOrders: readonly string[];
  /** Service names the entity has already filed. */
  readonly filedServiceNames: readonly string[];
}

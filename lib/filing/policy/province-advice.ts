import type { CertType, Nature } from "../application/codes";
import type { Level, Source } from "./source";

/** One value for organisations, one for persons. */
export interface BySide<T> {
  readonly unit: T;
  readonly person: T;
}

/** May the owner of a domain be somebody else than the organiser? `UNSPECIFIED`: the general rule holds. */
export type DomainOwnerRule = "ORGANISER_ONLY" | "ORGANISER_OR_LEGAL_REP" | "UNSPECIFIED";
/** Change of organiser of a filed entity (DF §5.5). */
export type OrganizerChange = "ALLOWED" | "UNIT_WITH_PROOF" | "RENAME_ONLY" | "NOT_ALLOWED" | "UNSPECIFIED";
/** Person → unit of which the person is the legal representative (DF §5.5). */
export type PersonToUnit = "ALLOWED" | "NOT_ALLOWED" | "UNSPECIFIED";
/** What a legal representative without a resident ID must do (DF §5.2, exceptions). */
export type ForeignLegalRep = "AUTHORISE_CITIZEN" | "SERVICE_LEAD_RESIDENT_ID" | "AUTHORISE_MAINLAND_ID";

/**
 * Something a province says that no machine can check: shown where it concerns, and on the province's page. Its
 * sentence is `provinces.note.<id>` in the catalogues.
 */
export interface ProvinceNote {
  /** Stable, lower case with hyphens, unique in the country: `shanghai-app-verified-locally`. */
  readonly id: string;
  readonly for: "unit" | "person" | "both";
  /** Where it is shown: a field of the entity, of the first service, of the entity lead, or the whole order. */
  readonly at: "order" | `entity.${string}` | `service.${string}` | `lead.${string}`;
  readonly level: Exclude<Level, "error">;
  readonly source: Source;
}

/**
 * What the province pages ask beyond the master table (DF §5.3). Advice unless its source is S4 (`authoritative`). A
 * number, list or flag that is absent means the province says nothing.
 */
export interface ProvinceAdvice {
  /** An emergency number is asked of these organisers. */
  readonly emergencyPhone: { readonly unit: boolean; readonly person: boolean };
  /** Distinct numbers among the leads' contacts: one lead in both roles, two different leads. */
  readonly distinctPhones: { readonly sameLead: number; readonly differentLeads: number };
  /** An entity lead who is not the legal representative must be service lead as well. */
  readonly serviceLeadFollowsEntityLead: boolean;
  /** Contact 1 must be a local number (the page can only remind: numbers are portable). */
  readonly localPhone: BySide<boolean>;
  /** Area codes a landline of a unit must begin with (`0311`); null = anywhere. */
  readonly landlineAreaCodes: readonly string[] | null;
  /** Leads' numbers, and identity numbers, must not stand in another entity's filing. */
  readonly leadPhoneUnique: boolean;
  readonly leadIdUnique: boolean;
  /** Years of age from which a service lead of a unit is not accepted. */
  readonly retirementAge: { readonly male: number; readonly female: number } | null;
  /** Documents of leads that are not accepted here. */
  readonly idTypesRefused: readonly CertType[];
  /** Natures whose entity lead may be another than the legal representative, with a letter, although the table says MUST. */
  readonly entityLeadExceptions: readonly Nature[];
  readonly foreignLegalRep: ForeignLegalRep | null;
  /** What the field investor or superior must hold. */
  readonly investor: "ORGANISER" | "LEGAL_REP_OR_SUPERIOR" | null;
  /** Addresses must not carry the words 市辖区. */
  readonly noShixiaqu: boolean;
  /** Communication address in the same city as the certificate's. */
  readonly addressInCertificateCity: boolean;
  /** Persons may not choose 博客/个人空间. */
  readonly noPersonalBlog: boolean;
  /** The only service content open to units. */
  readonly unitContentOnly: number | null;
  /** Units may not choose 其他. */
  readonly unitNoOther: boolean;
  /** Units with any other content than this one explain it in the remark. */
  readonly unitContentExplained: number | null;
  /** Persons may not choose these contents either. */
  readonly personContentsRefused: readonly number[];
  /** Naming of services beyond the general rules. */
  readonly serviceName: {
    readonly refusedWords: BySide<readonly string[]>;
    readonly minHan: BySide<number | null>;
    /** No Latin letters at all, or not only Latin letters. */
    readonly latin: BySide<"none" | "not-only" | null>;
    readonly noRegions: boolean;
    readonly notDomainNorPerson: boolean;
  };
  /** Words in a domain that need a permit or an explanation in the remark. */
  readonly domainWords: readonly string[];
  /** Endings approved by the state that this province does not file. */
  readonly suffixesRefused: readonly string[];
  /** Others than state units may not carry 中国, 国家, 国际 in the domain. */
  readonly domainStateWords: boolean;
  readonly domainOwner: DomainOwnerRule;
  /** Persons must put a declaration into the remark. */
  readonly personDeclaration: boolean;
  readonly personRemarkMinLength: number | null;
  /** Licence must be valid for so many months more. */
  readonly licenceMinMonths: number | null;
  /** Domain registration must be valid for so many months more. */
  readonly domainMinMonths: number | null;
  /** A domain certificate is asked of these organisers. */
  readonly domainCertificate: { readonly unit: boolean; readonly person: boolean };
  /** … and of everybody with this many domains or more. */
  readonly domainCertificateFrom: number | null;
  /** More services than this need a site plan. */
  readonly sitePlanAbove: { readonly unit: number | null; readonly person: number | null };
  /** More domains than this need a signed statement. */
  readonly multiDomainStatementAbove: { readonly unit: number | null; readonly person: number | null };
  /** Younger than this: a guardian's or income document. */
  readonly minorProofBelow: { readonly unit: number | null; readonly person: number | null };
  /** Filed and new services together that an entity may hold. */
  readonly maxServicesTotal: BySide<number | null>;
  /** A commitment by the organiser is always part of the materials: the provider's setting `commitmentProvinces`. */
  readonly commitment: boolean;
  /** The province's confirmation letter about party building: of first filings, or of new services as well. */
  readonly partyLetter: boolean;
  readonly partyLetterForNewServices: boolean;
  /** A person with an ID of another province must prove residence here, not only may be asked to. */
  readonly residenceProofRequired: boolean;
  /** Registry keywords cannot be answered by a promise: the scope must be changed. */
  readonly noNotInvolvedPromise: boolean;
  /** Responsibility notice, commitment and recorded promise of the leads (江苏). */
  readonly responsibilityDocuments: boolean;
  /** A template of its own for service leads (上海). */
  readonly ownServiceLeadLetter: boolean;
  /** A promise for names or scopes with finance words: asked for, advised, or nothing. */
  readonly financePromise: "REQUIRED" | "ADVISED" | null;
  /** The provider verifies finance qualifications with their regulator before it forwards (DF §15 D13). */
  readonly financeVerifiedFirst: boolean;
  readonly culturePromise: boolean;
  /** A form of their own for public bodies. */
  readonly publicBodyForm: boolean;
  /** Practice licences of hospitals and travel agencies. */
  readonly medicalLicense: boolean;
  readonly travelLicense: boolean;
  /** Filed unit sites carry "<unit>版权所有" in the footer (DF §15 D1). */
  readonly footerCopyright: boolean;
  readonly organizerChange: OrganizerChange;
  readonly personToUnit: PersonToUnit;
  /** Advice fields above that come from S4 and therefore block instead of advising. */
  readonly authoritative: readonly (keyof ProvinceAdvice)[];
  readonly notes: readonly ProvinceNote[];
}

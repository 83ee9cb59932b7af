/**
 * What the province pages of 2021 ask beyond the master table (DF §5.3): advice, never a block. A number or flag
 * that is absent means the province says nothing.
 */
export interface ProvinceAdvice {
  /** An emergency number is asked of these organisers. */
  readonly emergencyPhone: { readonly unit: boolean; readonly person: boolean };
  /** Distinct numbers among the leads' contacts: one lead in both roles, two different leads. */
  readonly distinctPhones: { readonly sameLead: number; readonly differentLeads: number };
  /** An entity lead who is not the legal representative must be service lead as well. */
  readonly serviceLeadFollowsEntityLead: boolean;
  /** Contact 1 must be a local number (the page can only remind: numbers are portable). */
  readonly localPhone: boolean;
  /** Persons may not choose 博客/个人空间. */
  readonly noPersonalBlog: boolean;
  /** The only service content open to units. */
  readonly unitContentOnly: number | null;
  /** Units may not choose 其他. */
  readonly unitNoOther: boolean;
  /** Persons must put a declaration into the remark. */
  readonly personDeclaration: boolean;
  readonly personRemarkMinLength: number | null;
  /** Licence must be valid for so many months more. */
  readonly licenceMinMonths: number | null;
  /** Domain registration must be valid for so many months more. */
  readonly domainMinMonths: number | null;
  /** A domain certificate is asked of these organisers. */
  readonly domainCertificate: { readonly unit: boolean; readonly person: boolean };
  /** More services than this need a site plan. */
  readonly sitePlanAbove: { readonly unit: number | null; readonly person: number | null };
  /** More domains than this need a signed statement. */
  readonly multiDomainStatementAbove: { readonly unit: number | null; readonly person: number | null };
  /** Younger than this: a guardian's or income document. */
  readonly minorProofBelow: { readonly unit: number | null; readonly person: number | null };
  /** A commitment by the organiser is always part of the materials. */
  readonly commitment: boolean;
  /** The province's confirmation letter about party building. */
  readonly partyLetter: boolean;
  /** Registry keywords cannot be answered by a promise: the scope must be changed. */
  readonly noNotInvolvedPromise: boolean;
}

const NONE: ProvinceAdvice = {
  emergencyPhone: { unit: false, person: false },
  distinctPhones: { sameLead: 1, differentLeads: 2 },
  serviceLeadFollowsEntityLead: false,
  localPhone: false,
  noPersonalBlog: false,
  unitContentOnly: null,
  unitNoOther: false,
  personDeclaration: false,
  personRemarkMinLength: null,
  licenceMinMonths: null,
  domainMinMonths: null,
  domainCertificate: { unit: false, person: false },
  sitePlanAbove: { unit: null, person: null },
  multiDomainStatementAbove: { unit: null, person: null },
  minorProofBelow: { unit: null, person: null },
  commitment: false,
  partyLetter: false,
  noNotInvolvedPromise: false,
};

const both = <T>(value: T) => ({ unit: value, person: value });

const BY_CODE: Readonly<Record<string, Partial<ProvinceAdvice>>> = {
  "110000": { noPersonalBlog: true, distinctPhones: { sameLead: 2, differentLeads: 3 } },
  "120000": { personDeclaration: true, minorProofBelow: { unit: 18, person: 18 } },
  "150000": {
    domainCertificate: both(true),
    personDeclaration: true,
    personRemarkMinLength: 30,
    noPersonalBlog: true,
  },
  "210000": { distinctPhones: { sameLead: 2, differentLeads: 3 } },
  "220000": { minorProofBelow: both(18) },
  "230000": { unitNoOther: true, serviceLeadFollowsEntityLead: true },
  "310000": {
    licenceMinMonths: 12,
    domainMinMonths: 3,
    sitePlanAbove: { unit: 29, person: null },
    minorProofBelow: { unit: null, person: 18 },
  },
  "320000": {
    localPhone: true,
    serviceLeadFollowsEntityLead: true,
    sitePlanAbove: { unit: 29, person: 9 },
    minorProofBelow: { unit: null, person: 18 },
  },
  "330000": { noPersonalBlog: true },
  "340000": {
    domainMinMonths: 3,
    serviceLeadFollowsEntityLead: true,
    minorProofBelow: { unit: null, person: 18 },
  },
  "350000": { minorProofBelow: { unit: 18, person: 16 } },
  "360000": { unitContentOnly: 8 },
  "370000": { personDeclaration: true, minorProofBelow: { unit: null, person: 18 } },
  "410000": { domainMinMonths: 3, noPersonalBlog: true, minorProofBelow: { unit: null, person: 18 } },
  "420000": { distinctPhones: { sameLead: 2, differentLeads: 4 }, noNotInvolvedPromise: true },
  "430000": { domainCertificate: both(true), sitePlanAbove: both(1) },
  "440000": {
    commitment: true,
    distinctPhones: { sameLead: 2, differentLeads: 2 },
    sitePlanAbove: { unit: 31, person: 5 },
    minorProofBelow: both(18),
  },
  "450000": {
    personDeclaration: true,
    localPhone: true,
    emergencyPhone: both(true),
    multiDomainStatementAbove: { unit: 5, person: null },
  },
  "460000": { distinctPhones: { sameLead: 2, differentLeads: 2 }, serviceLeadFollowsEntityLead: true },
  "500000": {
    emergencyPhone: { unit: false, person: true },
    sitePlanAbove: { unit: 34, person: 5 },
    minorProofBelow: { unit: null, person: 18 },
  },
  "510000": { multiDomainStatementAbove: both(5) },
  "520000": { noPersonalBlog: true },
  "530000": { minorProofBelow: both(18) },
  "540000": { partyLetter: true },
  "610000": { localPhone: true, noPersonalBlog: true },
  "620000": { personDeclaration: true },
  "630000": { minorProofBelow: { unit: null, person: 22 } },
  "650000": { partyLetter: true, localPhone: true },
};

/** Advice of a province; nothing special where the pages say nothing. */
export const adviceOf = (code: string): ProvinceAdvice => ({ ...NONE, ...BY_CODE[code] });

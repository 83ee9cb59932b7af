import type { Nature, OrderType } from "../application/codes";
import type { ProvinceAdvice } from "./province-advice";
import type { Source } from "./source";

export type { Level, Source } from "./source";

/** Who may be entity lead of a unit (DF §5.1). */
export type EntityLeadRule = "MUST_LEGAL_REP" | "LETTER_ENTITY_LEAD" | "LETTER_LEGAL_REP" | "FREE";
/** Whether a person may file with an ID of another province (DF §5.1). */
export type NonLocalId =
  | "UNSPECIFIED"
  | "ALLOWED_WITH_LOCAL_PHONE"
  | "LOCAL_ID_ONLY"
  | "RESIDENCE_PROOF"
  | "LOCAL_ID_OR_LEASE";

export interface ProvincePolicy {
  /** GB/T 2260, six digits. */
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  /** Character in filing numbers (京, 粤, …). */
  readonly abbr: string;
  /** Estimated authority review, working days [min, max]. */
  readonly days: readonly [number, number];
  readonly entityLead: EntityLeadRule;
  readonly serviceLeadLetter: boolean;
  readonly nameChangeLetter: boolean;
  readonly accessInfoMayDiffer: boolean;
  readonly preApprovalAtOldProviderFirst: boolean;
  readonly nonLocalId: NonLocalId;
  /** Minimum age in years; null = the province states none. */
  readonly minAge: { readonly unit: number | null; readonly person: number | null };
  /** Services per order where the province limits more than the provider does (DF §5.3); advisory. */
  readonly maxServicesPerOrder: { readonly unit: number | null; readonly person: number | null };
  /** May a shell entity add a service directly: the rule, and what another provider's page says. */
  readonly shellDirectAdd: { readonly default: boolean; readonly huawei: boolean };
  /** What the province's older pages ask beyond this table; rules report it as advice. */
  readonly advice: ProvinceAdvice;
  readonly sources: readonly Source[];
}

/** Kinds of servers a service can be filed on (DF §4.3). */
export type ServerKind = "CVM" | "LIGHTHOUSE" | "SERVERLESS" | "HOSTING" | "CLB";
/** By which a cancellation is confirmed. */
export const CHANNELS = ["PHONE", "EMAIL"] as const;
export type Channel = (typeof CHANNELS)[number];
export type FilingPassword = "none" | "optional" | "required";

/** Numbers and switches of the provider (DF §4, §12). Units are in the names. */
export interface ProviderPolicy {
  readonly entitiesPerAccount: number;
  readonly openOrdersPerAccount: number;
  readonly websitesPerOrder: { readonly unit: number; readonly person: number };
  readonly appsPerOrder: { readonly unit: number; readonly person: number };
  readonly accountRealNameWaitHours: { readonly person: number; readonly unit: number };
  readonly domainRealNameWait: { readonly hereNaturalDays: number; readonly elsewhereWorkingDays: number };
  readonly accountNameMustMatch: boolean;
  /** A person's contact 1 is the number the account is secured with. */
  readonly personalContactMustEqualAccountPhone: boolean;
  /** Is contact 1 of a lead proven by a one-time code in the form? */
  readonly phoneProof: "off" | "advise" | "required";
  /** Until how many days before an order was opened its account may have proven a number for it to count; 0: never. */
  readonly phoneProofKeepsDays: number;
  /** Do the provider's staff prove a second factor, a one-time code, when they sign in? */
  readonly staffTotp: "off" | "optional" | "required";
  /** Working days after issue or change of a certificate in which the register may lag behind. */
  readonly businessRegistryLagWorkingDays: readonly [number, number];
  /** How long the real-name check of a domain usually takes; for texts. */
  readonly domainRealNameCheckWorkingDays: readonly [number, number];
  readonly newDomainMustVerifyWithinDays: number;
  /** Domains of APPs must stay registered for so many months more. */
  readonly appDomainMinMonths: number;
  /** Endings approved since the shipped list, and those withdrawn; `policyAt` applies both. */
  readonly suffixesAdded: readonly string[];
  readonly suffixesRemoved: readonly string[];
  readonly certificateMinRemainingMonths: number;
  readonly remarkMinLength: number;
  readonly resourceMinPrepaidMonths: number;
  readonly resourceMinRemainingDays: number;
  readonly hostingMinRemainingMonths: number;
  /** Services that may be filed on an instance itself, and codes for others (unit accounts only), DF §4.3. */
  readonly resourceQuota: Readonly<Record<ServerKind, { readonly own: number; readonly codes: number }>>;
  readonly codesForSubAccounts: boolean;
  /** Does an instance regain its place when a service on it is cancelled? */
  readonly returnQuotaOnCancel: boolean;
  readonly resourceVisibleAfterMinutes: readonly [number, number];
  /** What to say when a server ends before the longest review would. */
  readonly resourceDuringReview: "ignore" | "warn" | "error";
  /** May one new-service order carry websites and APPs? */
  readonly newServiceMayMix: boolean;
  /** Services a person's entity may hold in all; 0 = no limit. */
  readonly personServicesTotal: number;
  /** Provinces in which the organiser's commitment is always asked for. */
  readonly commitmentProvinces: readonly string[];
  /** Company name in front of the number in the footer. */
  readonly requireCompanyPrefix: boolean;
  /** Service indexes of websites and APPs: counted separately, or in one row. */
  readonly numbering: "separate" | "running";
  readonly providerReviewWorkingDays: readonly [number, number];
  readonly authorityReviewMaxWorkingDays: number;
  readonly stepValidityDays: number;
  readonly rejectedHandlingDays: number;
  readonly draftValidityDays: number;
  /** Until the authority's decision is seen here. */
  readonly syncHours: number;
  readonly retryAfterOutageMinutes: number;
  readonly outageTicketAfterFailures: number;
  /** After an order was abandoned or expired, its personal data are kept this long, natural days. */
  readonly eraseEndedAfterDays: number;
  readonly rejectReminderDays: readonly number[];
  readonly smsCodeValidHours: number;
  readonly smsMaxWrongInputs: number;
  readonly smsResendMaxPer24h: number;
  readonly smsFirstAfterMinutes: number;
  /** Hour of the next day at which the authority sends again by itself. */
  readonly smsAutoResendHour: number;
  readonly smsFailedAutoResubmitHours: number;
  readonly callback: {
    readonly requestWithinHours: number;
    readonly providerCallsWithinHours: number;
    readonly secondCallAfterMinutes: number;
  };
  readonly phoneCheck: "always" | "on-defect" | "sample";
  /** Numbers the provider's staff call from, when they call, and whom to ask. */
  readonly callingNumbers: readonly string[];
  readonly callingHours: readonly string[];
  readonly hotline: readonly string[];
  /** How the leads' live check is made: a film uploaded here, or on another road, which asks nothing here. */
  readonly videoCheck: "film" | "elsewhere";
  readonly videoQrValidHours: number;
  readonly videoRateLimitHours: number;
  readonly pushDelayMinutes: number;
  readonly withdraw: { readonly unclaimedReview: boolean; readonly claimedReview: boolean };
  readonly abandon: { readonly providerReview: boolean; readonly readyForAuthority: boolean };
  /** A claimed order goes back to the queue after this long without action, hours. */
  readonly claimHours: number;
  /** How long a look-up in the authority's public register counts that staff made by hand. */
  readonly lookUpValidDays: number;
  readonly upload: {
    /** Shorter side in pixels below which no reviewer could read a document (DECISIONS 6). */
    readonly imageMinSide: number;
    readonly imageMaxBytes: number;
    readonly videoMaxBytes: number;
    readonly maxPixels: number;
    readonly accountQuotaBytes: number;
  };
  /** Size of the copy made for the authority, kilobytes. */
  readonly authorityCopyMaxKb: number;
  readonly cancel: {
    /** `access`: nobody is asked where the list is empty. */
    readonly confirmBy: Readonly<Record<"entity" | "service" | "access", readonly Channel[]>>;
    readonly filingPassword: { readonly entity: FilingPassword; readonly service: FilingPassword };
    /** Which cancellations a reviewer looks at before the authority, and how long he may take. */
    readonly review: "off" | "entity" | "all";
    readonly reviewWorkingDays: number;
    readonly revocableUntil: "none" | "authority";
    readonly serviceMayNameSeveral: boolean;
    /** Cancelling the only access of a filing: some authorities refuse it. */
    readonly onlyAccess: "allow" | "refuse";
    readonly workingDays: readonly [number, number];
  };
  /** Provinces in which a shell entity may add a service without being cancelled first. */
  readonly shellDirectAddProvinces: readonly string[];
  readonly accessReachable: "AFTER_SUBMISSION" | "AFTER_PROVIDER_REVIEW" | "AFTER_AUTHORITY";
  /** May an access order change filed data (never the certificate number)? */
  readonly accessMayChange: boolean;
  /** From an approval until the domain is served. */
  readonly accessLagMinutes: readonly [number, number];
  readonly crossProvinceChange: boolean;
  readonly ipChangeNeedsOrder: "always" | "with-licence";
  /** How long an account may answer a request to take over a filing. */
  readonly migrationRequestDays: number;
  readonly inspection: {
    /** How long the owner has to mend what an inspection of the provider found. */
    readonly workingDays: number;
    /** The fewest days a letter that staff type may leave him. */
    readonly letterDays: number;
    /** So many days before the end he is reminded. */
    readonly reminderDays: readonly number[];
  };
  readonly publicSecurityFilingDays: number;
  readonly permitRenewalWorkingDays: number;
  readonly orderTypesEnabled: readonly OrderType[];
  readonly naturesEnabled: readonly Nature[];
}

/** Everything a rule or the lifecycle may ask that depends on a province, the provider or a date. */
export interface Policy {
  /** Identifies this very set of values; stored with every submission. */
  readonly version: string;
  readonly provider: ProviderPolicy;
  readonly provinces: Readonly<Record<string, ProvincePolicy>>;
  readonly phoneSegments: ReadonlySet<string>;
  readonly suffixes: ReadonlySet<string>;
  readonly calendar: WorkingCalendar;
}

/** Is a day worked, and does that year's notice say so, or only our estimate? */
export interface DayKind {
  readonly working: boolean;
  readonly certainty: "published" | "estimated";
}

/** Working days of the mainland calendar, including make-up working days (DF §7.8). */
export interface WorkingCalendar {
  /** By `YYYY-MM-DD`. */
  dayOf(date: string): DayKind;
  /** By the number of the civil day since 1970-01-01: for walks over many days. */
  onDay(number: number): DayKind;
}

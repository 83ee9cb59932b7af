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
  /** What the province's older pages ask beyond this table; rules report it as advice. */
  readonly advice: ProvinceAdvice;
  readonly sources: readonly Source[];
}

/** Numbers and switches of the provider (DF §4, §12). Units are in the names. */
export interface ProviderPolicy {
  readonly entitiesPerAccount: number;
  readonly openOrdersPerAccount: number;
  readonly websitesPerOrder: { readonly unit: number; readonly person: number };
  readonly appsPerOrder: { readonly unit: number; readonly person: number };
  readonly accountRealNameWaitHours: { readonly person: number; readonly unit: number };
  readonly domainRealNameWait: { readonly hereNaturalDays: number; readonly elsewhereWorkingDays: number };
  readonly accountNameMustMatch: boolean;
  readonly certificateMinRemainingMonths: number;
  readonly remarkMinLength: number;
  readonly resourceMinPrepaidMonths: number;
  readonly resourceMinRemainingDays: number;
  readonly servicesPerResource: number;
  readonly providerReviewWorkingDays: readonly [number, number];
  readonly authorityReviewMaxWorkingDays: number;
  readonly stepValidityDays: number;
  readonly draftValidityDays: number;
  /** After an order was abandoned or expired, its personal data are kept this long, natural days. */
  readonly eraseEndedAfterDays: number;
  readonly rejectReminderDays: readonly number[];
  readonly smsCodeValidHours: number;
  readonly smsMaxWrongInputs: number;
  readonly smsResendMaxPer24h: number;
  readonly smsFailedAutoResubmitHours: number;
  readonly callback: {
    readonly requestWithinHours: number;
    readonly providerCallsWithinHours: number;
    readonly secondCallAfterMinutes: number;
  };
  readonly phoneCheck: "always" | "on-defect" | "sample";
  readonly pushDelayMinutes: number;
  readonly withdraw: { readonly unclaimedReview: boolean; readonly claimedReview: boolean };
  readonly abandon: { readonly providerReview: boolean; readonly readyForAuthority: boolean };
  /** A claimed order goes back to the queue after this long without action, hours. */
  readonly claimHours: number;
  readonly upload: {
    /** Shorter side in pixels below which no reviewer could read a document (DECISIONS 6). */
    readonly imageMinSide: number;
    readonly imageMaxBytes: number;
    readonly maxPixels: number;
    readonly accountQuotaBytes: number;
  };
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

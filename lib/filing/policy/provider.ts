import { NATURE_ENTERPRISE, NATURE_PERSON } from "../application/codes";
import type { ProviderPolicy } from "./types";

/** Defaults of a provider: DF §4 with the resolutions of §12. Every number can be overridden by the provider. */
export const DEFAULT_PROVIDER: ProviderPolicy = {
  entitiesPerAccount: 1,
  openOrdersPerAccount: 1,
  websitesPerOrder: { unit: 10, person: 1 },
  appsPerOrder: { unit: 10, person: 1 },
  accountRealNameWaitHours: { person: 24, unit: 0 },
  domainRealNameWait: { hereNaturalDays: 3, elsewhereWorkingDays: 3 },
  accountNameMustMatch: true,
  certificateMinRemainingMonths: 3,
  remarkMinLength: 15,
  resourceMinPrepaidMonths: 3,
  resourceMinRemainingDays: 30,
  servicesPerResource: 5,
  providerReviewWorkingDays: [1, 2],
  authorityReviewMaxWorkingDays: 20,
  stepValidityDays: 45,
  draftValidityDays: 30,
  eraseEndedAfterDays: 30,
  rejectReminderDays: [5, 10, 15],
  smsCodeValidHours: 24,
  smsMaxWrongInputs: 5,
  smsResendMaxPer24h: 3,
  smsFailedAutoResubmitHours: 24,
  callback: { requestWithinHours: 24, providerCallsWithinHours: 24, secondCallAfterMinutes: 60 },
  phoneCheck: "always",
  pushDelayMinutes: 10,
  withdraw: { unclaimedReview: true, claimedReview: false },
  abandon: { providerReview: true, readyForAuthority: true },
  claimHours: 4,
  upload: {
    imageMinSide: 400,
    imageMaxBytes: 20 * 1024 * 1024,
    maxPixels: 50_000_000,
    accountQuotaBytes: 500 * 1024 * 1024,
  },
  // What the console can carry to the end today; the rest is explained, not offered.
  orderTypesEnabled: ["FIRST_FILING", "NEW_SERVICE_LOCAL", "NEW_SERVICE_FOREIGN"],
  naturesEnabled: [NATURE_ENTERPRISE, NATURE_PERSON],
};

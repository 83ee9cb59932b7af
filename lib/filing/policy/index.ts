import { chinaCalendar } from "./calendar";
import { PHONE_SEGMENTS } from "./phone-segments";
import { DEFAULT_PROVIDER } from "./provider";
import { PROVINCES_BY_CODE } from "./provinces";
import { SUFFIXES } from "./suffixes";
import type { Policy, ProviderPolicy, WorkingCalendar } from "./types";

export { PROVINCES, PROVINCES_BY_CODE, provinceByAbbr } from "./provinces";
export { REJECTION_BY_CODE, REJECTIONS, type RejectionReason } from "./rejections";

/** A change of provider numbers from a moment on; later ones win over earlier ones. */
export interface PolicyOverride {
  readonly effectiveFrom: number;
  readonly provider: Partial<ProviderPolicy>;
}

/** Id of the shipped values; changes whenever a shipped table changes. */
const POLICY_EDITION = "2026-11";

/** The policy in force at a moment: shipped tables with every override that has taken effect. */
export function policyAt(
  at: number,
  overrides: readonly PolicyOverride[] = [],
  calendar: WorkingCalendar = chinaCalendar,
): Policy {
  const inForce = overrides
    .filter((override) => override.effectiveFrom <= at)
    .sort((a, b) => a.effectiveFrom - b.effectiveFrom);
  const provider: ProviderPolicy = Object.assign(
    { ...DEFAULT_PROVIDER },
    ...inForce.map((one) => one.provider),
  );
  const last = inForce.at(-1);
  return {
    version: last ? `${POLICY_EDITION}+${inForce.length}@${last.effectiveFrom}` : POLICY_EDITION,
    provider,
    provinces: PROVINCES_BY_CODE,
    phoneSegments: PHONE_SEGMENTS,
    suffixes: SUFFIXES,
    calendar,
  };
}

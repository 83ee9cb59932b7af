import { chinaCalendar, dayOf } from "./calendar";
import { PHONE_SEGMENTS } from "./phone-segments";
import { overridesAt, providerAt } from "./provider";
import { PROVINCES_BY_CODE } from "./provinces";
import type { PolicyOverride } from "./settings";
import { SUFFIXES } from "./suffixes";
import type { Policy, WorkingCalendar } from "./types";

export { PROVINCES, PROVINCES_BY_CODE, provinceByAbbr } from "./provinces";
export { REJECTION_BY_CODE, REJECTIONS, type RejectionReason } from "./rejections";
export type { PolicyOverride } from "./settings";

/** Id of the shipped tables; changes whenever one of them changes. */
const POLICY_EDITION = "2026-11";

/** The policy in force at a moment: shipped tables as of that day, with every override that has taken effect. */
export function policyAt(
  at: number,
  overrides: readonly PolicyOverride[] = [],
  calendar: WorkingCalendar = chinaCalendar,
): Policy {
  const inForce = overridesAt(overrides, at);
  const ids = [...inForce.values()].map(({ id }) => id).sort();
  return {
    version: ids.length === 0 ? POLICY_EDITION : `${POLICY_EDITION}+${ids.join("+")}`,
    provider: providerAt(dayOf(at), inForce),
    provinces: PROVINCES_BY_CODE,
    phoneSegments: PHONE_SEGMENTS,
    suffixes: SUFFIXES,
    calendar,
  };
}

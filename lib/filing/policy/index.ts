import { chinaCalendar, dayOf, startOfDay } from "./calendar";
import { PHONE_SEGMENTS } from "./phone-segments";
import { overridesAt, providerAt, SETTINGS } from "./provider";
import { PROVINCE_DAYS, provincesOn } from "./provinces";
import type { PolicyOverride } from "./settings";
import { suffixesWith } from "./suffixes";
import type { Policy, ProvincePolicy, WorkingCalendar } from "./types";

export { PROVINCES, PROVINCES_BY_CODE, provinceByAbbr } from "./provinces";
export { REJECTION_BY_CODE, REJECTIONS, type RejectionReason } from "./rejections";
export type { PolicyOverride } from "./settings";

/** Id of the shipped tables; changes whenever one of them changes. */
const POLICY_EDITION = "2026-11";

/** Days on which a shipped fact changes: between two of them the shipped policy is one and the same. */
const POLICY_DAYS: readonly string[] = [
  ...new Set([
    ...PROVINCE_DAYS,
    ...SETTINGS.flatMap((setting) => setting.versions.map(({ effectiveFrom }) => effectiveFrom)),
  ]),
].sort();
const STARTS: readonly number[] = POLICY_DAYS.map(startOfDay);

/** The last of those days that has come; before the first one the oldest known values count, as on it. */
function policyDay(at: number): string {
  let index = STARTS.length - 1;
  while (index > 0 && (STARTS[index] ?? 0) > at) index -= 1;
  return POLICY_DAYS[index] ?? dayOf(at);
}

const CACHE_LIMIT = 100;
/** Remembers what `make` made for a key; forgets everything when there are too many. */
function remembering<T>(make: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= CACHE_LIMIT) known.clear();
    const made = make(key);
    known.set(key, made);
    return made;
  };
}

/** By day and the provinces that always ask for a commitment: `2025-04-22|440000`. */
const provincesByKey = remembering((key): Readonly<Record<string, ProvincePolicy>> => {
  const [day = "", ...commitments] = key.split("|");
  return Object.fromEntries(provincesOn(day, commitments).map((province) => [province.code, province]));
});

function policyOn(
  day: string,
  overrides: ReadonlyMap<string, PolicyOverride>,
  calendar: WorkingCalendar,
): Policy {
  const ids = [...overrides.values()].map(({ id }) => id).sort();
  const provider = providerAt(day, overrides);
  return {
    version: [`${POLICY_EDITION}/${day}`, ...ids].join("+"),
    provider,
    provinces: provincesByKey([day, ...provider.commitmentProvinces].join("|")),
    phoneSegments: PHONE_SEGMENTS,
    suffixes: suffixesWith(provider.suffixesAdded, provider.suffixesRemoved),
    calendar,
  };
}

const NO_OVERRIDES: ReadonlyMap<string, PolicyOverride> = new Map();
const shippedOn = remembering((day) => policyOn(day, NO_OVERRIDES, chinaCalendar));

/**
 * The policy in force at a moment: shipped facts as of that day, with every override that has taken effect. Without
 * overrides it is made once a day of change, so asking often costs nothing; the version names edition, day and overrides.
 */
export function policyAt(
  at: number,
  overrides: readonly PolicyOverride[] = [],
  calendar: WorkingCalendar = chinaCalendar,
): Policy {
  const day = policyDay(at);
  const inForce = overrides.length === 0 ? NO_OVERRIDES : overridesAt(overrides, at);
  return inForce.size === 0 && calendar === chinaCalendar ? shippedOn(day) : policyOn(day, inForce, calendar);
}

import { type Version, inForce as versionInForce } from "./editions";
import { AFTERWARDS_SETTINGS } from "./setting-rows/afterwards";
import { APPLYING_SETTINGS } from "./setting-rows/applying";
import { OFFER_SETTINGS } from "./setting-rows/offer";
import { RUNNING_SETTINGS } from "./setting-rows/running";
import type { PolicyOverride, Setting, SettingValue } from "./settings";
import type { ProviderPolicy } from "./types";

/** Everything a provider may set, with its default: DF §4 with the resolutions of §12. */
export const SETTINGS: readonly Setting[] = [
  ...OFFER_SETTINGS,
  ...APPLYING_SETTINGS,
  ...RUNNING_SETTINGS,
  ...AFTERWARDS_SETTINGS,
];

const BY_KEY: ReadonlyMap<string, Setting> = new Map(SETTINGS.map((setting) => [setting.key, setting]));
/** The setting of that key; keys come from addresses, so there may be none. */
export const settingByKey = (key: string): Setting | undefined => BY_KEY.get(key);

/** The shipped value in force on a day; the oldest known one before any. */
export const shippedAt = (setting: Setting, day: string): Version<SettingValue> =>
  versionInForce(setting.versions, day);

/** Overrides in force at an instant, one a setting: the one that came into force last. */
export function overridesAt(
  overrides: readonly PolicyOverride[],
  at: number,
): ReadonlyMap<string, PolicyOverride> {
  const inForce = overrides
    .filter(({ effectiveFrom }) => effectiveFrom <= at)
    .sort((a, b) => a.effectiveFrom - b.effectiveFrom);
  return new Map(inForce.map((override) => [override.setting, override]));
}

/** The provider's numbers on a day: shipped values, overridden by his own. */
export function providerAt(day: string, inForce: ReadonlyMap<string, PolicyOverride>): ProviderPolicy {
  const out: Record<string, unknown> = {};
  for (const setting of SETTINGS) {
    const value = inForce.get(setting.key)?.value ?? shippedAt(setting, day).value;
    const steps = setting.key.split(".");
    const last = steps.pop() ?? setting.key;
    let node = out;
    for (const step of steps) {
      node[step] ??= {};
      node = node[step] as Record<string, unknown>;
    }
    node[last] = value;
  }
  // A test compares the keys with those of the type, both ways.
  return out as unknown as ProviderPolicy;
}

/** The shipped numbers of today, for what has no date of its own. */
export const DEFAULT_PROVIDER: ProviderPolicy = providerAt("9999-12-31", new Map());

import { settingByKey, shippedAt } from "./provider";
import type { SettingValue } from "./settings";
import type { Source } from "./source";

/** Where a provider value in force on a day is written; null when it is not the shipped one, but the provider's own. */
export function shippedSource(key: string, value: SettingValue, day: string): Source | null {
  const setting = settingByKey(key);
  const shipped = setting && shippedAt(setting, day);
  return shipped && String(shipped.value) === String(value) ? shipped.source : null;
}

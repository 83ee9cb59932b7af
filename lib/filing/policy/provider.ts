import { NATURE_ENTERPRISE, NATURE_PERSON } from "../application/codes";
import type {
  PolicyOverride,
  Setting,
  SettingGroup,
  SettingKind,
  SettingUnit,
  SettingValue,
  Version,
} from "./settings";
import type { ProviderPolicy, Source } from "./types";

/** The newest Tencent text, which wins every conflict (DF §0.1); day of the page. */
const S4 = "2025-06-27";
/** The snapshot of 2021. */
const T21 = "2021-04-09";
/** What nobody prescribes: our decision. */
const OURS = "2026-11-21";

const number = (unit: SettingUnit, min: number, max: number): SettingKind => ({
  type: "number",
  unit,
  min,
  max,
});
const range = (unit: SettingUnit, min: number, max: number): SettingKind => ({
  type: "range",
  unit,
  min,
  max,
});
const numbers = (unit: SettingUnit, min: number, max: number): SettingKind => ({
  type: "numbers",
  unit,
  min,
  max,
});
const SWITCH: SettingKind = { type: "switch" };
const choice = (...options: readonly string[]): SettingKind => ({ type: "choice", options });

const since = (effectiveFrom: string, value: SettingValue, source: Source): Version<SettingValue> => ({
  effectiveFrom,
  value,
  source,
});

/** A row of the table; several versions where the sources know an older value. */
const set = (
  key: string,
  group: SettingGroup,
  kind: SettingKind,
  versions: Setting["versions"],
  decides: readonly number[] = [],
): Setting => ({ key, group, kind, versions, decides });

/** Defaults of a provider: DF §4 with the resolutions of §12. */
export const SETTINGS: readonly Setting[] = [
  set("orderTypesEnabled", "offer", { type: "codes", table: "orderTypes" }, [
    since(OURS, ["FIRST_FILING", "NEW_SERVICE_LOCAL", "NEW_SERVICE_FOREIGN"], "DESIGN"),
  ]),
  set("naturesEnabled", "offer", { type: "codes", table: "natures" }, [
    since(OURS, [NATURE_ENTERPRISE, NATURE_PERSON], "DESIGN"),
  ]),
  set("entitiesPerAccount", "quotas", number("count", 1, 100), [since(S4, 1, "S4: 能否进行备案")]),
  set("openOrdersPerAccount", "quotas", number("count", 1, 100), [since(S4, 1, "S4: 网站域名; 备案审核")]),
  set(
    "websitesPerOrder.unit",
    "quotas",
    number("count", 1, 40),
    [since(S4, 10, "S4: 如何进行备案; 网站域名")],
    [23],
  ),
  set("websitesPerOrder.person", "quotas", number("count", 1, 40), [
    since(S4, 1, "S4: 如何进行备案; 网站域名"),
  ]),
  set(
    "appsPerOrder.unit",
    "quotas",
    number("count", 1, 40),
    [since(S4, 10, "S4: 如何进行备案; 网站域名")],
    [23],
  ),
  set("appsPerOrder.person", "quotas", number("count", 1, 40), [since(S4, 1, "S4: 如何进行备案; 网站域名")]),
  set(
    "accountRealNameWaitHours.person",
    "account",
    number("hours", 0, 720),
    [since(S4, 24, "S4: 是否影响备案; 备案小程序操作")],
    [1, 50],
  ),
  set(
    "accountRealNameWaitHours.unit",
    "account",
    number("hours", 0, 720),
    [since(S4, 0, "S4: 是否影响备案")],
    [50],
  ),
  set("accountNameMustMatch", "account", SWITCH, [since(S4, true, "S4: 是否影响备案; 备案小程序操作")], [13]),
  set("domainRealNameWait.hereNaturalDays", "domains", number("natural-days", 0, 60), [
    since(S4, 3, "S4: 网站域名; 是否影响备案"),
  ]),
  set("domainRealNameWait.elsewhereWorkingDays", "domains", number("working-days", 0, 60), [
    since(S4, 3, "S4: 网站域名; 是否影响备案"),
  ]),
  set("certificateMinRemainingMonths", "texts", number("months", 0, 24), [since(S4, 3, "S4: 常见驳回原因")]),
  set("remarkMinLength", "texts", number("characters", 1, 200), [since(S4, 15, "S4: 常见驳回原因")]),
  set("resourceMinPrepaidMonths", "resources", number("months", 0, 60), [since(S4, 3, "S4: 备案授权码")]),
  set("resourceMinRemainingDays", "resources", number("natural-days", 0, 365), [
    since(S4, 30, "S4: 备案授权码"),
  ]),
  set("servicesPerResource", "resources", number("count", 1, 100), [since(S4, 5, "S4: 备案授权码")]),
  set("providerReviewWorkingDays", "waits", range("working-days", 0, 20), [
    since(S4, [1, 2], "S4: 备案审核"),
  ]),
  set("authorityReviewMaxWorkingDays", "waits", number("working-days", 1, 60), [
    since(S4, 20, "S4: 备案审核; O33 art. 12"),
  ]),
  set("stepValidityDays", "waits", number("natural-days", 1, 365), [since(S4, 45, "S4: 备案期间")], [4]),
  set(
    "draftValidityDays",
    "waits",
    number("natural-days", 1, 365),
    [since(T21, 30, "T21: 备案限制说明")],
    [4],
  ),
  set("eraseEndedAfterDays", "waits", number("natural-days", 0, 365), [since(OURS, 30, "DESIGN")]),
  set("rejectReminderDays", "waits", numbers("natural-days", 1, 60), [
    since(T21, [5, 10, 15], "T21: 备案限制说明"),
  ]),
  set("smsCodeValidHours", "verification", number("hours", 1, 168), [
    since(S4, 24, "S4: 短信; 短信核验问题"),
  ]),
  set("smsMaxWrongInputs", "verification", number("count", 1, 20), [since(S4, 5, "S4: 短信核验问题")]),
  set("smsResendMaxPer24h", "verification", number("count", 0, 20), [since(T21, 3, "T21: 短信核验说明")]),
  set(
    "smsFailedAutoResubmitHours",
    "verification",
    number("hours", 0, 168),
    [since(S4, 24, "S4: 短信")],
    [37],
  ),
  set(
    "callback.requestWithinHours",
    "verification",
    number("hours", 1, 168),
    [since(S4, 24, "S4: 未接到腾讯云备案初审电话如何处理; DESIGN")],
    [14, 36],
  ),
  set(
    "callback.providerCallsWithinHours",
    "verification",
    number("hours", 1, 168),
    [since(S4, 24, "S4: 未接到腾讯云备案初审电话如何处理")],
    [14],
  ),
  set(
    "callback.secondCallAfterMinutes",
    "verification",
    number("minutes", 0, 1440),
    [since(S4, 60, "S4: 常见驳回原因")],
    [14],
  ),
  set(
    "phoneCheck",
    "verification",
    choice("always", "on-defect", "sample"),
    [since(S4, "always", "S4: 未接到腾讯云备案初审电话如何处理")],
    [47],
  ),
  set("pushDelayMinutes", "review", number("minutes", 0, 1440), [since(OURS, 10, "DESIGN")]),
  set("withdraw.unclaimedReview", "review", SWITCH, [since(OURS, true, "H: 备案进度查询")], [2]),
  set("withdraw.claimedReview", "review", SWITCH, [since(S4, false, "S4: 备案审核")], [2]),
  set("abandon.providerReview", "review", SWITCH, [since(S4, true, "S4: 如何进行备案")], [43]),
  set("abandon.readyForAuthority", "review", SWITCH, [since(S4, true, "S4: 备案审核相关")], [3]),
  set("claimHours", "review", number("hours", 1, 168), [since(OURS, 4, "DESIGN")]),
  set("upload.imageMinSide", "uploads", number("pixels", 1, 4000), [since(OURS, 400, "DESIGN")]),
  set("upload.imageMaxBytes", "uploads", number("bytes", 100000, 104857600), [
    since(OURS, 20 * 1024 * 1024, "DESIGN"),
  ]),
  set("upload.maxPixels", "uploads", number("pixels", 1000000, 200000000), [
    since(OURS, 50_000_000, "DESIGN"),
  ]),
  set("upload.accountQuotaBytes", "uploads", number("bytes", 1048576, 107374182400), [
    since(OURS, 500 * 1024 * 1024, "DESIGN"),
  ]),
];

const BY_KEY: ReadonlyMap<string, Setting> = new Map(SETTINGS.map((setting) => [setting.key, setting]));
export const settingByKey = (key: string): Setting | undefined => BY_KEY.get(key);

/** The shipped value in force on a day; the oldest known one before any. */
export function shippedAt(setting: Setting, day: string): Version<SettingValue> {
  let found: Version<SettingValue> = setting.versions[0];
  for (const version of setting.versions) if (version.effectiveFrom <= day) found = version;
  return found;
}

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

import { describe, expect, it, test } from "vitest";
import { loadMessages } from "@/lib/messages/load";
import { LOCALES } from "@/lib/messages/locales";
import { overridesAt, providerAt, SETTINGS, settingByKey, shippedAt } from "./provider";
import { SETTING_CODES, settingProblem } from "./setting-check";
import { SETTING_GROUPS, type SettingKind, type SettingValue } from "./settings";

const accepts = (kind: SettingKind, value: unknown) => settingProblem(kind, value) === null;

describe("the table of settings", () => {
  it("has every key once, in a known group, with rising versions that fit their own kind", () => {
    expect(new Set(SETTINGS.map(({ key }) => key)).size).toBe(SETTINGS.length);
    for (const setting of SETTINGS) {
      expect(SETTING_GROUPS).toContain(setting.group);
      const days = setting.versions.map(({ effectiveFrom }) => effectiveFrom);
      expect([...new Set(days)].sort(), setting.key).toEqual(days);
      for (const { value, source, effectiveFrom } of setting.versions) {
        expect(accepts(setting.kind, value), setting.key).toBe(true);
        expect(source).not.toBe("");
        expect(effectiveFrom).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      }
    }
  });

  it("has no key that is the beginning of another", () => {
    const keys = SETTINGS.map(({ key }) => key);
    expect(keys.filter((key) => keys.some((other) => other.startsWith(`${key}.`)))).toEqual([]);
  });

  /** Values at a path of the nested provider policy. */
  const leaves = (node: unknown, prefix = ""): readonly string[] =>
    typeof node === "object" && node !== null && !Array.isArray(node)
      ? Object.entries(node).flatMap(([key, value]) => leaves(value, `${prefix}${key}.`))
      : [prefix.slice(0, -1)];
  it("fills the provider's policy and nothing else", () =>
    expect([...leaves(providerAt("2026-11-24", new Map()))].sort()).toEqual(
      SETTINGS.map(({ key }) => key).sort(),
    ));
});

describe.each(LOCALES)("words of settings in %s", (locale) => {
  const catalogue = (loadMessages(locale).policy as Record<string, unknown>).setting;
  const at = (key: string) =>
    key.split(".").reduce<unknown>((node, step) => (node as Record<string, unknown>)?.[step], catalogue);

  test.each(SETTINGS.map((setting) => [setting.key, setting.kind] as const))("%s", (key, kind) => {
    const words = at(key) as { label: string; meaning: string; options?: Record<string, string> };
    expect(words.label).toBeTruthy();
    expect(words.meaning).toBeTruthy();
    expect(Object.keys(words.options ?? {})).toEqual(kind.type === "choice" ? kind.options : []);
  });
});

describe("what a setting accepts", () => {
  const count: SettingKind = { type: "number", unit: "count", min: 1, max: 40 };
  const days: SettingKind = { type: "range", unit: "working-days", min: 0, max: 20 };
  const reminders: SettingKind = { type: "numbers", unit: "natural-days", min: 1, max: 60 };
  const phone: SettingKind = { type: "choice", options: ["always", "sample"] };
  const provinces: SettingKind = { type: "codes", table: "provinces" };
  const natures: SettingKind = { type: "codes", table: "natures" };
  const rows: readonly (readonly [SettingKind, SettingValue | null | object, boolean])[] = [
    [count, 1, true],
    [count, 40, true],
    [count, 0, false],
    [count, 41, false],
    [count, 1.5, false],
    [count, "1", false],
    [count, null, false],
    [days, [0, 20], true],
    [days, [3, 3], true],
    [days, [4, 3], false],
    [days, [0, 21], false],
    [days, [-1, 3], false],
    [days, [1], false],
    [days, [1, 2, 3], false],
    [reminders, [5, 10, 15], true],
    [reminders, [1], true],
    [reminders, [], true],
    [reminders, [5, 5], false],
    [reminders, [10, 5], false],
    [reminders, [0, 5], false],
    [reminders, [5, 61], false],
    [{ type: "switch" }, true, true],
    [{ type: "switch" }, false, true],
    [{ type: "switch" }, 1, false],
    [phone, "always", true],
    [phone, "on-defect", false],
    [provinces, [], true],
    [provinces, ["440000", "650000"], true],
    [provinces, ["440000", "440000"], false],
    [provinces, ["44"], false],
    [natures, [4, 5], true],
    [natures, [7], false],
    [natures, ["4"], false],
    [{ type: "codes", table: "channels" }, ["PHONE"], true],
    [{ type: "codes", table: "channels" }, ["POST"], false],
    [{ type: "codes", table: "channels" }, [], false],
    [{ type: "codes", table: "channels", mayBeNone: true }, [], true],
    [{ type: "codes", table: "orderTypes" }, ["FIRST_FILING"], true],
    [{ type: "codes", table: "orderTypes" }, ["FIRST"], false],
    [{ type: "words" }, [], true],
    [{ type: "words" }, ["dev"], true],
    [{ type: "words" }, [" "], false],
    [{ type: "words" }, ["dev", "dev"], false],
    [{ type: "words" }, ["x".repeat(63)], true],
    [{ type: "words" }, ["x".repeat(64)], false],
  ];
  test.each(rows)("%j takes %j: %s", (kind, value, good) => expect(accepts(kind, value)).toBe(good));

  it("knows 31 provinces", () => expect(SETTING_CODES.provinces).toHaveLength(31));

  /** Each number of the table, on both sides of its limits. */
  test.each(SETTINGS.flatMap((setting) => (setting.kind.type === "number" ? [setting] : [])))(
    "$key keeps its limits",
    (setting) => {
      const { min, max } = setting.kind as Extract<SettingKind, { type: "number" }>;
      const takes = (value: number) => accepts(setting.kind, value);
      expect([min - 1, min, max, max + 1].map(takes)).toEqual([false, true, true, false]);
    },
  );
});

describe("settings in time", () => {
  const valueAt = (key: string, day: string) => {
    const setting = settingByKey(key);
    return setting && shippedAt(setting, day).value;
  };
  test.each<[string, string, SettingValue, SettingValue]>([
    ["accountRealNameWaitHours.person", "2024-06-28", 48, 24],
    ["resourceQuota.LIGHTHOUSE.codes", "2025-04-24", 0, 2],
    ["codesForSubAccounts", "2025-04-24", false, true],
    ["abandon.providerReview", "2025-04-17", false, true],
    ["withdraw.unclaimedReview", "2025-11-01", false, true],
    ["phoneCheck", "2025-06-05", "on-defect", "always"],
    ["accessReachable", "2021-04-09", "AFTER_SUBMISSION", "AFTER_PROVIDER_REVIEW"],
    ["accessReachable", "2025-04-17", "AFTER_PROVIDER_REVIEW", "AFTER_AUTHORITY"],
    ["accessMayChange", "2023-09-04", false, true],
    ["cancel.filingPassword.entity", "2020-08-17", "required", "none"],
    ["cancel.filingPassword.service", "2020-08-17", "required", "none"],
    ["cancel.review", "2025-05-23", "entity", "off"],
    ["cancel.revocableUntil", "2025-05-23", "authority", "none"],
    ["cancel.workingDays", "2025-05-23", [1, 20], [0, 20]],
    ["ipChangeNeedsOrder", "2025-04-22", "always", "with-licence"],
    ["requireCompanyPrefix", "2025-04-24", true, false],
  ])("%s changes on %s", (key, day, before, after) => {
    const eve = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
    expect(valueAt(key, eve)).toEqual(before);
    expect(valueAt(key, day)).toEqual(after);
  });

  it("takes the oldest known value before any", () =>
    expect(valueAt("accountRealNameWaitHours.person", "1999-01-01")).toBe(48));

  it("knows an override of a setting nobody has as none of ours", () =>
    expect(
      providerAt("2026-11-24", overridesAt([{ id: "x", setting: "nothing", value: 1, effectiveFrom: 0 }], 1)),
    ).toEqual(providerAt("2026-11-24", new Map())));
});

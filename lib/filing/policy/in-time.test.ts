import { describe, expect, it, test } from "vitest";
import { effectiveFrom, PolicyChangeInput } from "./change";
import { policyDiff, policySince, settingIn } from "./diff";
import { inForce, policyThen } from "./in-time";
import { policyAt } from "./index";
import { DEFAULT_PROVIDER, SETTINGS } from "./provider";
import { settingProblem } from "./setting-check";
import type { SettingKind, SettingValue } from "./settings";

const T = Date.parse("2026-11-23T02:00:00Z");
const change = (id: string, effectiveFrom: number, setting: string, value: SettingValue) => ({
  ...{ id, effectiveFrom, setting, value },
});

describe("the policy of a moment gone by", () => {
  const early = change("a", T, "remarkMinLength", 20);
  const late = change("b", T, "remarkMinLength", 30);

  it("is what its version names, whatever was decided since, even in the same millisecond", () => {
    const { version } = policyAt(T, [early]);
    expect(policyThen(T, version, [early, late]).provider.remarkMinLength).toBe(20);
    expect(policyAt(T, [early, late]).provider.remarkMinLength).toBe(30);
    expect(policyThen(T, policyAt(T).version, [early, late]).provider.remarkMinLength).toBe(15);
    expect(policyThen(T, version, [early, late]).version).toBe(version);
  });

  it("hands a browser nothing that is still to come", () => {
    expect(inForce([early, change("c", T + 1, "claimHours", 8)], T)).toEqual([early]);
    expect(inForce([early], T - 1)).toEqual([]);
  });
});

describe("what differs", () => {
  const then = { at: T, version: policyAt(T).version };

  it("is nothing between a policy and itself", () => {
    expect(policyDiff(policyAt(T), policyAt(T))).toEqual([]);
    expect(policySince(then, T, []).steps).toEqual([]);
  });

  it.each(SETTINGS.map(({ key }) => [key]))("%s is read by its key", (key) =>
    expect(settingIn(DEFAULT_PROVIDER, key)).toBeDefined(),
  );

  it("names each setting with both values and since when, and the policy with it alone", () => {
    const overrides = [
      change("a", T + 1, "remarkMinLength", 40),
      change("b", T + 2, "websitesPerOrder.unit", 3),
      change("c", T + 9, "claimHours", 9),
    ];
    const { steps, after } = policySince(then, T + 5, overrides);
    expect(steps).toMatchObject([
      { kind: "setting", key: "websitesPerOrder.unit", before: 10, after: 3, since: T + 2 },
      { kind: "setting", key: "remarkMinLength", before: 15, after: 40, since: T + 1 },
    ]);
    expect(after.provider).toMatchObject({
      remarkMinLength: 40,
      websitesPerOrder: { unit: 3 },
      claimHours: 4,
    });
    const alone = steps.map((step) => [
      step.alone.provider.websitesPerOrder.unit,
      step.alone.provider.remarkMinLength,
    ]);
    expect(alone).toEqual([
      [3, 15],
      [10, 40],
    ]);
  });
});

const NUMBER: SettingKind = { type: "number", unit: "hours", min: 1, max: 10 };
const RANGE: SettingKind = { type: "range", unit: "working-days", min: 0, max: 5 };
const NUMBERS: SettingKind = { type: "numbers", unit: "natural-days", min: 1, max: 60 };
const CHOICE: SettingKind = { type: "choice", options: ["a", "b"] };
const codes = (table: "natures" | "provinces" | "orderTypes" | "channels"): SettingKind => ({
  type: "codes",
  table,
});

test.each<[SettingKind, unknown, string | null]>([
  [NUMBER, 1, null],
  [NUMBER, 10, null],
  [NUMBER, 0, "setting.bounds"],
  [NUMBER, 11, "setting.bounds"],
  [NUMBER, 1.5, "setting.whole"],
  [NUMBER, "3", "setting.whole"],
  [NUMBER, Number.NaN, "setting.whole"],
  [RANGE, [0, 5], null],
  [RANGE, [2, 2], null],
  [RANGE, [3, 2], "setting.order"],
  [RANGE, [0, 6], "setting.bounds"],
  [RANGE, [1], "setting.type"],
  [RANGE, 1, "setting.type"],
  [NUMBERS, [1, 60], null],
  [NUMBERS, [], null],
  [NUMBERS, [5, 5], "setting.repeated"],
  [NUMBERS, [6, 5], "setting.rising"],
  [NUMBERS, [0], "setting.bounds"],
  [{ type: "switch" }, false, null],
  [{ type: "switch" }, "on", "setting.type"],
  [CHOICE, "b", null],
  [CHOICE, "c", "setting.option"],
  [codes("natures"), [4, 5], null],
  [codes("natures"), [7], "setting.option"],
  [codes("natures"), [], "setting.none"],
  [codes("natures"), [4, 4], "setting.repeated"],
  [codes("orderTypes"), ["FIRST_FILING"], null],
  [codes("orderTypes"), ["SECOND"], "setting.option"],
  [codes("channels"), ["PHONE", "EMAIL"], null],
  [codes("provinces"), [], null],
  [codes("provinces"), ["110000"], null],
  [codes("provinces"), ["100000"], "setting.option"],
  [{ type: "words" }, ["dev", "商城"], null],
  [{ type: "words" }, [""], "setting.word"],
  [{ type: "words" }, [" dev"], "setting.word"],
  [{ type: "words" }, ["x".repeat(64)], "setting.word"],
  [{ type: "words" }, Array.from({ length: 401 }, (_, i) => `w${i}`), "setting.too-many"],
])("%o takes %o: %s", (kind, value, reason) =>
  expect(settingProblem(kind, value)?.reason ?? null).toBe(reason),
);

test("every shipped value is one its own setting takes", () => {
  const wrong = SETTINGS.flatMap(({ key, kind, versions }) =>
    versions.filter(({ value }) => settingProblem(kind, value) !== null).map(() => key),
  );
  expect(wrong).toEqual([]);
});

test.each([
  [null, { ok: true, at: T }],
  ["2026-11-24", { ok: true, at: Date.parse("2026-11-23T16:00:00Z") }],
  ["2026-11-23", { ok: false, reason: "policy.date-past" }],
  ["2026-11-22", { ok: false, reason: "policy.date-past" }],
  ["2026-02-30", { ok: false, reason: "policy.date-form" }],
  ["2028-11-23", { ok: true, at: Date.parse("2028-11-22T16:00:00Z") }],
  ["2028-11-25", { ok: false, reason: "policy.date-far" }],
])("from %s", (from, expected) => expect(effectiveFrom(from, T)).toEqual(expected));

test.each([
  ["  按季度复核 ", true],
  ["三个字", false],
  [" 三个字 ", false],
  ["字".repeat(500), true],
  ["字".repeat(501), false],
])("the reason %s", (reason, good) => {
  const input = { setting: "claimHours", value: 8, from: null, revision: 0, reason };
  expect(PolicyChangeInput.safeParse(input).success).toBe(good);
});

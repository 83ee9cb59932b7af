import { dayOf, startOfDay } from "./calendar/time";
import { policyThen } from "./in-time";
import { policyAt } from "./index";
import { overridesAt, SETTINGS, shippedAt } from "./provider";
import { sameValue } from "./setting-check";
import type { PolicyOverride, Setting, SettingValue } from "./settings";
import type { Policy, ProviderPolicy } from "./types";

type Table = Exclude<keyof Policy, "version" | "provider" | "calendar">;
const TABLES: readonly Table[] = ["provinces", "phoneSegments", "suffixes"];

export interface SettingDifference {
  readonly key: string;
  readonly before: SettingValue;
  readonly after: SettingValue;
}

/** The value of a setting by its dotted key. */
export function settingIn(provider: ProviderPolicy, key: string): SettingValue {
  let node: unknown = provider;
  for (const step of key.split(".")) node = (node as Record<string, unknown>)[step];
  return node as SettingValue;
}

/** Which settings of the provider differ between two policies. */
export const policyDiff = (before: Policy, after: Policy): readonly SettingDifference[] =>
  SETTINGS.flatMap(({ key }) => {
    const [old, now] = [settingIn(before.provider, key), settingIn(after.provider, key)];
    return sameValue(old, now) ? [] : [{ key, before: old, after: now }];
  });

/** Sets and maps as plain data, in an order of their own that says nothing. */
const plain = (_key: string, value: unknown): unknown =>
  value instanceof Set || value instanceof Map ? [...value].sort() : value;
const differs = (a: unknown, b: unknown): boolean =>
  a !== b && JSON.stringify(a, plain) !== JSON.stringify(b, plain);

/** Since when, epoch milliseconds, the value of a setting at an instant has held: his own, or the shipped one. */
function settingSince(setting: Setting, overrides: readonly PolicyOverride[], at: number): number {
  const own = overridesAt(overrides, at).get(setting.key);
  return own?.effectiveFrom ?? startOfDay(shippedAt(setting, dayOf(at)).effectiveFrom);
}

/** One thing that changed between two moments, with the earlier policy as it were with this change alone. */
export type PolicyStep =
  | (SettingDifference & { readonly kind: "setting"; readonly since: number; readonly alone: Policy })
  | { readonly kind: "table"; readonly table: Table; readonly alone: Policy };

export interface PolicyMove {
  readonly before: Policy;
  readonly after: Policy;
  readonly steps: readonly PolicyStep[];
}

/**
 * What happened to the policy between a judgement (its moment, and the version stored with it) and now. Tables made from
 * settings are told as their settings; the others, as tables.
 */
export function policySince(
  then: { readonly at: number; readonly version: string },
  now: number,
  overrides: readonly PolicyOverride[],
): PolicyMove {
  const before = policyThen(then.at, then.version, overrides);
  const after = policyAt(now, overrides);
  const differences = policyDiff(before, after);
  const known = overrides.filter(({ id }) => before.version.split("+").includes(id));
  const moved = (some: readonly SettingDifference[]) =>
    policyAt(then.at, [
      ...known,
      ...some.map(({ key, after: value }) => ({
        id: `step:${key}`,
        setting: key,
        value,
        effectiveFrom: then.at,
      })),
    ]);
  const settings = SETTINGS.flatMap((setting): PolicyStep[] => {
    const found = differences.find(({ key }) => key === setting.key);
    if (found === undefined) return [];
    return [
      {
        ...found,
        kind: "setting",
        since: settingSince(setting, overrides, now),
        alone: moved([found]),
      },
    ];
  });
  const withSettings = moved(differences);
  const tables = TABLES.filter((table) => differs(withSettings[table], after[table])).map(
    (table): PolicyStep => ({ kind: "table", table, alone: { ...before, [table]: after[table] } }),
  );
  return { before, after, steps: [...settings, ...tables] };
}

import type { PolicyChangeRow } from "@/db/queries/policy-changes";
import { dayOf } from "@/lib/filing/policy/calendar/time";
import { overridesAt, shippedAt } from "@/lib/filing/policy/provider";
import type {
  PolicyOverride,
  Setting,
  SettingGroup,
  SettingKind,
  SettingValue,
  Version,
} from "@/lib/filing/policy/settings";

/** One setting as it stands. Its meaning is `policy.setting.<key>` in the catalogues. */
export interface SettingView {
  readonly key: string;
  readonly group: SettingGroup;
  readonly kind: SettingKind;
  /** The value in force. */
  readonly value: SettingValue;
  /** What the console ships for today, with where it is written. */
  readonly shipped: Version<SettingValue>;
  /** Since when the provider's own value has been in force; null while the shipped one is. */
  readonly ownSince: number | null;
  /** Own values still to come, soonest first. */
  readonly scheduled: readonly { readonly id: string; readonly value: SettingValue; readonly from: number }[];
}

/** One decision on a setting: what, who, when, why, and what became of it. */
export interface ChangeView {
  readonly id: string;
  readonly value: SettingValue;
  readonly from: number;
  readonly reason: string;
  readonly at: number;
  readonly by: string;
  readonly state: "scheduled" | "in-force" | "past" | "revoked";
  readonly revoked: { readonly at: number; readonly by: string; readonly reason: string } | null;
}

/** A setting as it stands at a moment: value in force, shipped value, and what is scheduled after it. */
export function settingView(
  setting: Setting,
  overrides: readonly PolicyOverride[],
  now: number,
): SettingView {
  const { key, group, kind } = setting;
  const shipped = shippedAt(setting, dayOf(now));
  const own = overridesAt(overrides, now).get(key);
  return {
    key,
    group,
    kind,
    value: own?.value ?? shipped.value,
    shipped,
    ownSince: own?.effectiveFrom ?? null,
    scheduled: overrides
      .filter(({ setting: of, effectiveFrom }) => of === key && effectiveFrom > now)
      .map(({ id, value, effectiveFrom }) => ({ id, value, from: effectiveFrom })),
  };
}

type Decision = PolicyChangeRow & { readonly by: string; readonly revokedByName: string | null };

/** A decision as the history tells it; `inForce` is the id of the one that counts now. */
export function changeView(row: Decision, inForce: string | undefined, now: number): ChangeView {
  const { id, value, effectiveFrom: from, reason, createdAt: at, by } = row;
  const revoked =
    row.revokedAt === null
      ? null
      : { at: row.revokedAt, by: row.revokedByName ?? "?", reason: row.revokeReason ?? "" };
  const standing = id === inForce ? "in-force" : "past";
  const state = revoked !== null ? "revoked" : from > now ? "scheduled" : standing;
  return { id, value, from, reason, at, by, state, revoked };
}

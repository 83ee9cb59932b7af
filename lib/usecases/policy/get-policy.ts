import "server-only";
import { read } from "@/db/client";
import { decisionsOn, policyOverrides, policyRevision } from "@/db/queries/policy-changes";
import { clock } from "@/lib/clock";
import { type Actor, can } from "@/lib/filing/access";
import { overridesAt, SETTINGS, settingByKey } from "@/lib/filing/policy/provider";
import {
  SETTING_GROUPS,
  type SettingGroup,
  type SettingValue,
  type Version,
} from "@/lib/filing/policy/settings";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { type ChangeView, changeView, type SettingView, settingView } from "./setting-view";

export interface PolicyView {
  readonly groups: readonly { readonly id: SettingGroup; readonly settings: readonly SettingView[] }[];
  readonly mayEdit: boolean;
  readonly now: number;
}

/** Every setting of the provider, by group, as it stands. */
export async function getPolicy(actor: Actor): Promise<Result<PolicyView>> {
  if (!can(actor, "policy.read")) return fail(refuse("forbidden"));
  const now = clock().now();
  const overrides = await policyOverrides();
  const views = SETTINGS.map((setting) => settingView(setting, overrides, now));
  const groups = SETTING_GROUPS.map((id) => ({ id, settings: views.filter(({ group }) => group === id) }));
  return ok({
    groups: groups.filter(({ settings }) => settings.length > 0),
    mayEdit: can(actor, "policy.edit"),
    now,
  });
}

export interface SettingDetail extends SettingView {
  /** Every shipped version, oldest first. */
  readonly versions: readonly Version<SettingValue>[];
  /** Newest first. */
  readonly history: readonly ChangeView[];
  /** Number of decisions seen: what a change is based on. */
  readonly revision: number;
  readonly mayEdit: boolean;
  readonly now: number;
}

/** One setting with everything that was ever decided on it. */
export async function getSetting(actor: Actor, input: { key: string }): Promise<Result<SettingDetail>> {
  if (!can(actor, "policy.read")) return fail(refuse("forbidden"));
  const setting = settingByKey(input.key);
  if (setting === undefined) return fail(refuse("not_found"));
  const now = clock().now();
  // Before the rows: a decision in between makes the page stale, never wrong.
  const revision = await policyRevision(read(), setting.key);
  const overrides = await policyOverrides();
  const inForce = overridesAt(overrides, now).get(setting.key)?.id;
  const history = await decisionsOn(read(), setting.key);
  return ok({
    ...settingView(setting, overrides, now),
    versions: setting.versions,
    history: history.map((row) => changeView(row, inForce, now)),
    revision,
    mayEdit: can(actor, "policy.edit"),
    now,
  });
}

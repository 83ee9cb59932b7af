import { effectiveFrom, type PolicyProposal } from "@/lib/filing/policy/change";
import { settingByKey } from "@/lib/filing/policy/provider";
import { settingProblem } from "@/lib/filing/policy/setting-check";
import type { Setting, SettingValue } from "@/lib/filing/policy/settings";
import { type FieldRefusal, refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";

export interface Proposed {
  readonly setting: Setting;
  readonly value: SettingValue;
  readonly from: number;
}

/** What a proposal comes to at this moment, or every field that keeps it from being one. */
export function proposed(input: PolicyProposal, now: number): Result<Proposed> {
  const setting = settingByKey(input.setting);
  if (setting === undefined) return fail(refuse("not_found"));
  const problem = settingProblem(setting.kind, input.value);
  const from = effectiveFrom(input.from, now);
  const fields: FieldRefusal[] = [
    ...(problem === null ? [] : [{ path: "value", ...problem }]),
    ...(from.ok ? [] : [{ path: "from", reason: from.reason }]),
  ];
  return fields.length > 0 || !from.ok
    ? fail(refuse("invalid", { reason: "input.invalid", fields }))
    : ok({ setting, value: input.value, from: from.at });
}

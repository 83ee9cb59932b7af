"use server";

import { PolicyChangeInput, PolicyProposal, PolicyRevertInput } from "@/lib/filing/policy/change";
import { defineAction } from "@/lib/http/define-action";
import { changePolicy } from "@/lib/usecases/policy/change-policy";
import { previewPolicyChange } from "@/lib/usecases/policy/preview-policy-change";
import { revertPolicyChange } from "@/lib/usecases/policy/revert-policy-change";

export const changePolicyAction = defineAction({
  name: "policy.change",
  capability: "policy.edit",
  input: PolicyChangeInput,
  run: changePolicy,
});

export const previewPolicyAction = defineAction({
  name: "policy.preview",
  capability: "policy.edit",
  input: PolicyProposal,
  run: previewPolicyChange,
});

export const revertPolicyAction = defineAction({
  name: "policy.revert",
  capability: "policy.edit",
  input: PolicyRevertInput,
  run: revertPolicyChange,
});

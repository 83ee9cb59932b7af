import type { Rule } from "../types";
import { PRE_APPROVAL_DETAIL_RULES } from "./pre-approval-details";
import { PRE_APPROVAL_SCOPE_RULES } from "./pre-approval-scope";

export const PRE_APPROVAL_RULES: readonly Rule[] = [
  ...PRE_APPROVAL_DETAIL_RULES,
  ...PRE_APPROVAL_SCOPE_RULES,
];

import type { Rule } from "../types";
import { RESOURCE_CODE_RULES } from "./resource-code";
import { RESOURCE_QUOTA_RULES } from "./resource-quota";
import { RESOURCE_SERVER_RULES } from "./resource-server";

export const RESOURCE_RULES: readonly Rule[] = [
  ...RESOURCE_SERVER_RULES,
  ...RESOURCE_QUOTA_RULES,
  ...RESOURCE_CODE_RULES,
];

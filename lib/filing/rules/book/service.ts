import type { Rule } from "../types";
import { SERVICE_CONTENT_RULES } from "./service-content";
import { SERVICE_LICENCE_RULES } from "./service-licence";
import { SERVICE_REMARK_RULES } from "./service-remark";
import { SERVICE_REQUIRED_RULES } from "./service-required";
import { SERVICE_SERVER_RULES } from "./service-server";

export const SERVICE_RULES: readonly Rule[] = [
  ...SERVICE_REQUIRED_RULES,
  ...SERVICE_REMARK_RULES,
  ...SERVICE_CONTENT_RULES,
  ...SERVICE_SERVER_RULES,
  ...SERVICE_LICENCE_RULES,
];

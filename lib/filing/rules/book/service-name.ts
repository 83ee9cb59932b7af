import type { Rule } from "../types";
import { SERVICE_NAME_FORM_RULES } from "./service-name-form";
import { SERVICE_NAME_PROVINCE_RULES } from "./service-name-province";
import { SERVICE_NAME_UNIQUE_RULES } from "./service-name-unique";
import { SERVICE_NAME_WORD_RULES } from "./service-name-words";

/** Naming of services (DF §7.5). */
export const SERVICE_NAME_RULES: readonly Rule[] = [
  ...SERVICE_NAME_FORM_RULES,
  ...SERVICE_NAME_WORD_RULES,
  ...SERVICE_NAME_PROVINCE_RULES,
  ...SERVICE_NAME_UNIQUE_RULES,
];

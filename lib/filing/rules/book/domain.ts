import type { Rule } from "../types";
import { DOMAIN_CONFLICT_RULES } from "./domain-conflict";
import { DOMAIN_FORM_RULES } from "./domain-form";
import { DOMAIN_NATURE_RULES } from "./domain-nature";
import { DOMAIN_OWNER_RULES } from "./domain-owner";
import { DOMAIN_REGISTRATION_RULES } from "./domain-registration";
import { DOMAIN_WORD_RULES } from "./domain-words";

/** Everything about domains: of websites, and of APPs where it holds for them too. */
export const DOMAIN_RULES: readonly Rule[] = [
  ...DOMAIN_FORM_RULES,
  ...DOMAIN_NATURE_RULES,
  ...DOMAIN_WORD_RULES,
  ...DOMAIN_REGISTRATION_RULES,
  ...DOMAIN_OWNER_RULES,
  ...DOMAIN_CONFLICT_RULES,
];

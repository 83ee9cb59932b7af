import type { Rule } from "../types";
import { APP_CONTENT_RULES } from "./app-content";
import { APP_DOMAIN_RULES } from "./app-domains";
import { APP_PACKAGE_RULES } from "./app-packages";
import { APP_UNIQUE_RULES } from "./app-unique";

/** APPs: packages, domains, games, SDKs. */
export const APP_RULES: readonly Rule[] = [
  ...APP_PACKAGE_RULES,
  ...APP_UNIQUE_RULES,
  ...APP_DOMAIN_RULES,
  ...APP_CONTENT_RULES,
];

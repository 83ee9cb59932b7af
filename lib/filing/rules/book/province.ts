import type { Rule } from "../types";

export const PROVINCE_RULES: readonly Rule[] = [];

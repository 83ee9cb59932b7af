import type { Rule } from "../types";

export const FILED_RULES: readonly Rule[] = [];

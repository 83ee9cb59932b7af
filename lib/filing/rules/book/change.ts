import type { Rule } from "../types";

export const CHANGE_RULES: readonly Rule[] = [];

import type { LookCase } from "../../testing/look";

export const CHANGE_CASES: readonly LookCase[] = [];

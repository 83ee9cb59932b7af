import type { LookCase } from "../../testing/look";

export const ACCESS_CASES: readonly LookCase[] = [];

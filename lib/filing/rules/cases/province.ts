import type { LookCase } from "../../testing/look";

export const PROVINCE_CASES: readonly LookCase[] = [];

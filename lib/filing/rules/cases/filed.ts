import type { LookCase } from "../../testing/look";

export const FILED_CASES: readonly LookCase[] = [];

/** `ORDERED`: the cancellation that staff ordered is on its way; where it comes back, the inspection is open again. */
export const INSPECTION_STATES = ["OPEN", "REPORTED_FIXED", "ORDERED", "CLOSED", "ENDED"] as const;
export type InspectionState = (typeof INSPECTION_STATES)[number];

/** Nothing moves any more. */
export const OVER_INSPECTIONS = ["CLOSED", "ENDED"] as const satisfies readonly InspectionState[];
export const isInspectionOver = (state: InspectionState): boolean =>
  OVER_INSPECTIONS.some((one) => one === state);

/** On whose word: the provider looks at what it serves (日常核查), or the authority says so in a notice. */
export const INSPECTION_ORIGINS = ["PROVIDER", "AUTHORITY"] as const;
export type InspectionOrigin = (typeof INSPECTION_ORIGINS)[number];

/** What is written down of one, in its order. */
export const INSPECTION_EVENTS = [
  "opened",
  "notice",
  "reminded",
  "overdue",
  "extended",
  "answered",
  "healed",
  "not_fixed",
  "ordered",
  "returned",
  "closed",
  "ended",
] as const;
export type InspectionEventType = (typeof INSPECTION_EVENTS)[number];

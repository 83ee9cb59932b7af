const GENERAL = [
  "unauthenticated",
  "not_found",
  "forbidden",
  "invalid",
  "wrong_state",
  "stale",
  "busy",
  "too_many",
  "too_large",
  "unsupported",
  "internal",
].map((code) => `errors.${code}`);

const reasons = (...groups: readonly string[]) => groups.map((group) => `errors.reason.${group}`);

/** Refusals that any page may meet: what every page sends to the browser. */
export const ERRORS_EVERYWHERE: readonly string[] = [
  ...GENERAL,
  ...reasons("token", "upload", "input", "draft", "order", "clock", "origin", "start", "consent"),
  ...reasons("declarations", "notification", "lead-phone", "session", "code", "change"),
];

/** Reasons of the pages of servers and the codes on them. */
export const ERRORS_OF_LENDING: readonly string[] = reasons("lending");

/** Reasons of the pages that cancel. */
export const ERRORS_OF_CANCELLING: readonly string[] = reasons("cancel");

/** Reasons of the paths besides the online one: the manual cancellation, and notes of what went to an authority. */
export const ERRORS_OF_LEAVING: readonly string[] = reasons("manual", "offline-note");

/** Reasons of the pages of inspections. */
export const ERRORS_OF_INSPECTION: readonly string[] = reasons("inspection");

/** Reasons of the pages on which a filing goes to another account. */
export const ERRORS_OF_MIGRATION: readonly string[] = reasons("migration");

/** Reasons of the forms of staff: their place sends them, applicants' pages do not carry them. */
export const ERRORS_OF_STAFF: readonly string[] = reasons(
  "policy",
  "setting",
  "provider",
  "webhook",
  "serving",
  "import",
  "staff",
  "review",
  "flag",
  "handover",
);

/** Reasons of the simulated authority's desk. */
export const ERRORS_OF_DESK: readonly string[] = reasons("register");

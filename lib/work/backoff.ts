const FIRST_MS = 2_000;
const LAST_MS = 600_000;

/** How long after the n-th failure to try again: 2 s doubling to ten minutes. It never gives up. */
export const backoff = (attempts: number): number =>
  Math.min(LAST_MS, FIRST_MS * 2 ** Math.min(20, attempts - 1));

/** What a failure is called in the database and the log: a code or a kind, never a message with data in it. */
export function failureCode(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const code = "code" in error && typeof error.code === "string" ? error.code : error.name;
  return /^[\w.:-]{1,64}$/.test(code) ? code : "unknown";
}

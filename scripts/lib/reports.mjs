import { existsSync, readFileSync } from "node:fs";

const read = (file) => {
  try {
    return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
  } catch {
    return undefined;
  }
};

/** Tests of one run that passed and failed; a run that ended badly without a failed test counts as one failure. */
function settle(code, passed, failed) {
  if (passed + failed === 0) return { passed: 0, failed: 1, note: "no test ran" };
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed };
}

/** One check: it passes or it fails. */
export const countCheck = (code) => (code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/** What Vitest's JSON reporter wrote. */
export function countVitest(code, file) {
  const report = read(file);
  return settle(code, report?.numPassedTests ?? 0, report?.numFailedTests ?? 0);
}

/** What Playwright's JSON reporter wrote; a skipped test is a failure: nothing here may quietly not run. */
export function countPlaywright(code, file) {
  const stats = read(file)?.stats;
  if (!stats) return settle(code, 0, 0);
  return settle(code, stats.expected, stats.unexpected + stats.flaky + stats.skipped);
}

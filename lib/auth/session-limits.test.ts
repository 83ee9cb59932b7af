import { describe, expect, it } from "vitest";
import { isAlive, SESSION_LIMITS } from "./session-limits";

const HOUR = 3_600_000;
const started = (ms: number) => ({ createdAt: 0, lastSeenAt: ms, expiresAt: 7 * 24 * HOUR });

describe("isAlive", () => {
  it.each([
    ["applicant within idle time", ["applicant"], 0, 24 * HOUR - 1, true],
    ["applicant idle for a day", ["applicant"], 0, 24 * HOUR, false],
    ["applicant busy until the seventh day", ["applicant"], 7 * 24 * HOUR - HOUR, 7 * 24 * HOUR - 1, true],
    ["applicant after seven days", ["applicant"], 7 * 24 * HOUR - HOUR, 7 * 24 * HOUR, false],
    ["staff within idle time", ["reviewer"], 0, 2 * HOUR - 1, true],
    ["staff idle for two hours", ["reviewer"], 0, 2 * HOUR, false],
    ["staff busy until the twelfth hour", ["admin"], 11 * HOUR, 12 * HOUR - 1, true],
    ["staff after twelve hours", ["admin"], 11 * HOUR, 12 * HOUR, false],
    ["an applicant made reviewer meanwhile", ["applicant", "reviewer"], 0, 3 * HOUR, false],
  ] as const)("%s", (_name, roles, lastSeen, now, alive) => {
    expect(isAlive(started(lastSeen), roles, now)).toBe(alive);
  });

  it("keeps an earlier end that the row says", () => {
    expect(isAlive({ createdAt: 0, lastSeenAt: 0, expiresAt: HOUR }, ["applicant"], HOUR)).toBe(false);
    expect(SESSION_LIMITS.staff.absoluteMs).toBe(12 * HOUR);
  });
});

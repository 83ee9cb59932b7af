import type { Role } from "@/lib/filing/access";

const HOUR_MS = 3_600_000;

/** How long a session may live, and how long it may lie unused. Staff see other people's documents: shorter. */
export const SESSION_LIMITS = {
  staff: { absoluteMs: 12 * HOUR_MS, idleMs: 2 * HOUR_MS },
  applicant: { absoluteMs: 7 * 24 * HOUR_MS, idleMs: 24 * HOUR_MS },
} as const;

/** `last_seen_at` is written at most this often: a page view must not cost a commit. */
export const TOUCH_EVERY_MS = 60_000;

const isStaff = (roles: readonly Role[]): boolean => roles.some((role) => role !== "applicant");
export const limitsFor = (roles: readonly Role[]) => SESSION_LIMITS[isStaff(roles) ? "staff" : "applicant"];

export interface SessionTimes {
  readonly createdAt: number;
  readonly lastSeenAt: number;
  readonly expiresAt: number;
}

/** Alive at `now`? The roles are today's, so becoming staff shortens a session that is already running. */
export function isAlive(session: SessionTimes, roles: readonly Role[], now: number): boolean {
  const { absoluteMs, idleMs } = limitsFor(roles);
  const end = Math.min(session.expiresAt, session.createdAt + absoluteMs);
  return now < end && now - session.lastSeenAt < idleMs;
}

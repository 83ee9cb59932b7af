import "server-only";
import { createHash } from "node:crypto";
import { systemClock } from "@/lib/clock";
import { open, purposeKey, seal, UnsealError } from "@/lib/secrets";

/** Time enough to find the phone; nothing is open meanwhile. */
const LIFE_MS = 10 * 60_000;
const AAD = "second-step";

/** Who has proven his first factor, and how. It is no session: nothing but the page of the second step reads it. */
export interface Challenge {
  readonly userId: string;
  /** Road of the first factor, for the audit: `password`, `oidc`, … */
  readonly via: string;
  /** Mark of the password he had then: another password ends the step. */
  readonly password: string;
}

/** What tells one password hash from another, and nothing of either. */
export const markOf = (passwordHash: string | null): string =>
  createHash("sha256")
    .update(passwordHash ?? "")
    .digest("base64url");

/** A sealed note for the browser between the two steps. */
export const challengeFor = ({ userId, via, password }: Challenge): string =>
  seal(
    purposeKey("second-step"),
    { userId, via, password, until: systemClock().now() + LIFE_MS },
    AAD,
  ).toString("base64url");

/** What the note says while it counts; null when it has run out, was forged or belongs to another installation. */
export function challengeOf(note: string | undefined): Challenge | null {
  if (note === undefined || note.length > 1024) return null;
  try {
    const { userId, via, password, until } = open<Challenge & { until: number }>(
      purposeKey("second-step"),
      Buffer.from(note, "base64url"),
      AAD,
    );
    return systemClock().now() < until ? { userId, via, password } : null;
  } catch (error) {
    if (error instanceof UnsealError) return null;
    throw error;
  }
}

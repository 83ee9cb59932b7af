import "server-only";
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
}

/** A sealed note for the browser between the two steps. */
export const challengeFor = ({ userId, via }: Challenge): string =>
  seal(purposeKey("second-step"), { userId, via, until: systemClock().now() + LIFE_MS }, AAD).toString(
    "base64url",
  );

/** What the note says while it counts; null when it has run out, was forged or belongs to another installation. */
export function challengeOf(note: string | undefined): Challenge | null {
  if (note === undefined || note.length > 1024) return null;
  try {
    const { userId, via, until } = open<Challenge & { until: number }>(
      purposeKey("second-step"),
      Buffer.from(note, "base64url"),
      AAD,
    );
    return systemClock().now() < until ? { userId, via } : null;
  } catch (error) {
    if (error instanceof UnsealError) return null;
    throw error;
  }
}

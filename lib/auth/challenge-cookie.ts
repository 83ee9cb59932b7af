import "server-only";
import { cookies } from "next/headers";
import { type Challenge, challengeOf } from "./challenge";
import { authCookies, isHttps } from "./cookies";

const MAX_AGE = 600;
/** For roads that write their own headers. */
export const challengeCookieName = (): string => `${isHttps() ? "__Host-" : ""}icp.second-step`;

/** Hands the browser the note between the two steps; every road that proves a first factor calls it. */
export async function keepChallenge(note: string): Promise<void> {
  (await cookies()).set(challengeCookieName(), note, {
    ...authCookies().sessionToken.options,
    maxAge: MAX_AGE,
  });
}

/** Whose second step is due in this browser; null when none is, or not any more. */
export async function readChallenge(): Promise<Challenge | null> {
  return challengeOf((await cookies()).get(challengeCookieName())?.value);
}

/** The step is done, or given up. */
export async function dropChallenge(): Promise<void> {
  (await cookies()).set(challengeCookieName(), "", { ...authCookies().sessionToken.options, maxAge: 0 });
}

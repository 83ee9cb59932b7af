import "server-only";
import type { Actor } from "@/lib/filing/access";
import type { SessionEnd } from "@/lib/filing/staff";
import { endOfSession } from "@/lib/usecases/accounts/end-sessions";
import { resolveSession } from "@/lib/usecases/accounts/resolve-session";
import { resolveToken } from "@/lib/usecases/tokens/resolve-token";
import { bearerOf } from "./bearer";
import { cookieOf, sessionCookieName } from "./cookies";
import { sessionIdOf } from "./token";

/** Who sends these headers: the session row is read every time, so an ended one is nobody at once. */
export async function actorOf(headers: Headers): Promise<Actor | null> {
  const sid = await sessionIdOf(cookieOf(headers, sessionCookieName()));
  return sid === null ? null : resolveSession(sid);
}

/** Why the session of these headers ended, if an administrator ended it. */
export async function sessionEndOf(headers: Headers): Promise<SessionEnd | null> {
  const sid = await sessionIdOf(cookieOf(headers, sessionCookieName()));
  return sid === null ? null : endOfSession(sid);
}

/** Who shows this key; only operations that say so ask. */
export async function actorOfToken(headers: Headers): Promise<Actor | null> {
  const token = bearerOf(headers);
  return token === null ? null : resolveToken(token);
}

import "server-only";
import type { Actor } from "@/lib/filing/access";
import { resolveSession } from "@/lib/usecases/accounts/resolve-session";
import { cookieOf, sessionCookieName } from "./cookies";
import { sessionIdOf } from "./token";

/** Who sends these headers: the session row is read every time, so an ended one is nobody at once. */
export async function actorOf(headers: Headers): Promise<Actor | null> {
  const sid = await sessionIdOf(cookieOf(headers, sessionCookieName()));
  return sid === null ? null : resolveSession(sid);
}

"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { isHttps, sessionCookieName } from "@/lib/auth/cookies";
import { ok } from "@/lib/filing/shared/result";
import { defineAction } from "@/lib/http/define-action";
import { signOut } from "@/lib/usecases/accounts/sign-out";

const endSession = defineAction({
  name: "session.end",
  capability: "public",
  input: z.undefined(),
  run: async (actor) => {
    if (actor !== null) await signOut(actor.sessionId);
    return ok(null);
  },
});

/** Ends the session on the server, forgets the cookie, goes home. For `AppFrame signOut`. */
export async function signOutAction(): Promise<void> {
  const result = await endSession(undefined);
  // Refused (another origin, too often): the session goes on, and so must the cookie.
  if (!result.ok) return;
  (await cookies()).set(sessionCookieName(), "", { path: "/", maxAge: 0, httpOnly: true, secure: isHttps() });
  redirect("/");
}

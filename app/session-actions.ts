"use server";

import { redirect } from "next/navigation";
import { getActor } from "@/lib/auth/actor";
import { signOut } from "@/lib/usecases/accounts/sign-out";

/** Ends the session row; the cookie, copied or not, is worth nothing afterwards. */
export async function signOutAction(): Promise<void> {
  const actor = await getActor();
  if (actor) await signOut(actor.sessionId);
  redirect("/");
}

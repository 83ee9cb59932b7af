import "server-only";
import { read } from "@/db/client";
import { passwordFits } from "@/lib/auth/password";
import type { Actor } from "@/lib/filing/access";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { within } from "./limits";
import { refuseField } from "./reasons";
import { userById } from "./users";

/** Asks for the password once more before what a borrowed browser must not do; `path` is its field in the form. */
export async function reauthenticate(actor: Actor, password: string, path: string): Promise<Result<null>> {
  const limit = await within(`account.reauthenticate:${actor.userId}`, 10, 900);
  if (!limit.ok) return limit;
  const user = await userById(read(), actor.userId);
  const fits = await passwordFits(user?.passwordHash ?? null, password);
  return fits ? ok(null) : fail(refuseField(path, "password-wrong"));
}

import "server-only";
import { isGuessable } from "@/lib/auth/common-passwords";
import { hashPassword } from "@/lib/auth/password";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { refuseField } from "./reasons";

/** The hash of a password that nobody guesses who knows the address. */
export async function hashNewPassword(password: string, email: string): Promise<Result<string>> {
  const [mailbox = "", host = ""] = email.split("@");
  if (isGuessable(password, [email, mailbox, host.split(".")[0] ?? ""]))
    return fail(refuseField("password", "password-common"));
  return ok(await hashPassword(password));
}

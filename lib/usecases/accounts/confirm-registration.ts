import "server-only";
import { read } from "@/db/client";
import { withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import type { Newcomer } from "@/lib/auth/account-forms";
import { fail, type Result } from "@/lib/filing/shared/result";
import { addressOf, findLink, spendLink } from "./links";
import { hashNewPassword } from "./new-password";
import { refuseAccount } from "./reasons";
import { agreedTo, keepAgreed } from "./registration-consents";
import { openSession, type SignedIn } from "./session-store";
import { addUser, openAccount, userByEmail } from "./users";

/**
 * The link proves the address; the password makes the user, who gets an account of his own and
 * is signed in. What he agreed to is kept with him.
 */
export async function confirmRegistration(
  { token, password, ...ticked }: Newcomer,
  userAgent: string | null,
): Promise<Result<SignedIn>> {
  const link = await findLink(read(), token, "register");
  if (link === undefined) return fail(refuseAccount("not_found", "link-dead"));
  const agreed = agreedTo(ticked);
  if (!agreed.ok) return agreed;
  const email = addressOf(link);
  const hashed = await hashNewPassword(password, email);
  if (!hashed.ok) return hashed;
  return withTransaction(async (tx) => {
    if ((await spendLink(tx, token, "register")) === undefined)
      return fail(refuseAccount("not_found", "link-dead"));
    if (await userByEmail(tx, link.emailIdx)) return fail(refuseAccount("wrong_state", "address-taken"));
    const userId = await addUser(tx, { email, locale: link.locale, passwordHash: hashed.value });
    await keepAgreed(tx, userId, agreed.value);
    const accountId = await openAccount(tx, userId);
    await audit(tx, { actorId: userId, action: "account.registered", object: accountId, outcome: "done" });
    return openSession(tx, userId, "registration", userAgent);
  });
}

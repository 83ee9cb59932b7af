import "server-only";
import { withTransaction } from "@/db/transaction";
import type { Register } from "@/lib/auth/account-forms";
import { ok, type Result } from "@/lib/filing/shared/result";
import { mayMail } from "./limits";
import { issueLink } from "./links";
import { sendAccountMessage } from "./messages";
import { emailIndex } from "./users";

/**
 * Asks for an account. The same work and the same answer whether the address is known or not: which mail goes out is
 * decided when it is delivered. No password yet, so that nobody can prepare an account for somebody else's address.
 */
export async function register({ email, locale }: Register): Promise<Result<null>> {
  const limit = await mayMail(emailIndex(email));
  if (!limit.ok) return limit;
  return withTransaction(async (tx) => {
    const linkId = await issueLink(tx, { purpose: "register", email, locale });
    await sendAccountMessage(tx, { kind: "link", linkId });
    return ok(null);
  });
}

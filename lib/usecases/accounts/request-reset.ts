import "server-only";
import { withTransaction } from "@/db/transaction";
import { ok, type Result } from "@/lib/filing/shared/result";
import type { Locale } from "@/lib/messages/locales";
import { mayMail } from "./limits";
import { issueLink } from "./links";
import { sendAccountMessage } from "./messages";
import { emailIndex } from "./users";

/** Forgotten password: the same work and answer for every address; only its owner's mailbox gets a link. */
export async function requestReset({ email }: { email: string }, locale: Locale): Promise<Result<null>> {
  const limit = await mayMail(emailIndex(email));
  if (!limit.ok) return limit;
  return withTransaction(async (tx) => {
    const linkId = await issueLink(tx, { purpose: "reset", email, locale });
    await sendAccountMessage(tx, { kind: "link", linkId });
    return ok(null);
  });
}

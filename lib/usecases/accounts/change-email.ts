import "server-only";
import { read } from "@/db/client";
import { withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import type { ChangeEmail } from "@/lib/auth/account-forms";
import { normaliseEmail } from "@/lib/auth/credentials";
import type { Actor } from "@/lib/filing/access";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { beginChange } from "./contact-changes";
import { mayMail } from "./limits";
import { issueLink } from "./links";
import { sendAccountMessage } from "./messages";
import { refuseField } from "./reasons";
import { reauthenticate } from "./reauthenticate";
import { emailIndex, emailOf, userById } from "./users";

/** Begins the change of one's e-mail: a link to the old mailbox and one to the new, both to be opened. */
export async function changeEmail(actor: Actor, { email, password }: ChangeEmail): Promise<Result<null>> {
  const known = await reauthenticate(actor, password, "password");
  if (!known.ok) return known;
  const user = await userById(read(), actor.userId);
  if (user === undefined) return fail(refuse("not_found"));
  const old = emailOf(user);
  if (normaliseEmail(email) === normaliseEmail(old)) return fail(refuseField("email", "email-same"));
  const limit = await mayMail(emailIndex(email));
  if (!limit.ok) return limit;
  return withTransaction(async (tx) => {
    const about = { userId: user.id, locale: user.locale };
    const changeId = await beginChange(tx, { kind: "email", userId: user.id, accountId: null, value: email });
    for (const [purpose, to] of [
      ["email_old", old],
      ["email_new", email],
    ] as const) {
      const linkId = await issueLink(tx, { ...about, purpose, email: to, changeId });
      await sendAccountMessage(tx, { kind: "link", linkId });
    }
    await audit(tx, { actorId: user.id, action: "email.change-asked", object: user.id, outcome: "done" });
    return ok(null);
  });
}

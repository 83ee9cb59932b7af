import "server-only";
import { eq } from "drizzle-orm";
import * as t from "@/db/schema";
import { type Tx, withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { masterKey, seal } from "@/lib/secrets";
import { type ContactChange, changeById, confirmEnd, dropChange, newValueOf } from "./contact-changes";
import { spendLink } from "./links";
import { sendAccountMessage } from "./messages";
import { refuseAccount } from "./reasons";
import { userEmailAad } from "./sealed";
import { emailIndex, userByEmail } from "./users";

/** `done`: both ends have agreed and the address is the new one; else the other end is still waited for. */
export type EmailConfirmation = "done" | "waits-for-old" | "waits-for-new";

/** One end of the change agrees, by its link. The mailbox is the proof; nobody need be signed in. */
export async function confirmEmail({
  token,
}: {
  readonly token: string;
}): Promise<Result<{ state: EmailConfirmation }>> {
  return withTransaction(async (tx) => {
    const link = await spendLink(tx, token, "email_old", "email_new");
    const change = link?.changeId ? await changeById(tx, link.changeId) : undefined;
    if (link === undefined || change === undefined) return fail(refuseAccount("not_found", "link-dead"));
    const after = await confirmEnd(tx, change.id, link.purpose === "email_old" ? "old" : "new");
    if (after === undefined) return fail(refuseAccount("not_found", "link-dead"));
    if (after.oldConfirmedAt === null) return ok({ state: "waits-for-old" as const });
    if (after.newConfirmedAt === null) return ok({ state: "waits-for-new" as const });
    return move(tx, after);
  });
}

async function move(tx: Tx, change: ContactChange): Promise<Result<{ state: EmailConfirmation }>> {
  const { userId } = change;
  const email = newValueOf(change);
  const emailIdx = emailIndex(email);
  // Somebody registered it in between.
  if (await userByEmail(tx, emailIdx)) return fail(refuseAccount("wrong_state", "address-taken"));
  await tx
    .update(t.users)
    .set({ emailIdx, emailEnc: seal(masterKey(), email, userEmailAad(userId)) })
    .where(eq(t.users.id, userId));
  await dropChange(tx, userId, "email");
  await audit(tx, { actorId: userId, action: "email.changed", object: userId, outcome: "done" });
  await sendAccountMessage(tx, { kind: "notice", notice: "email-changed", userId });
  return ok({ state: "done" as const });
}

import "server-only";
import { and, eq } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import type { Actor } from "@/lib/filing/access";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import type { Locale } from "@/lib/messages/locales";
import { mayMail } from "./limits";
import { issueLink } from "./links";
import { INVITATIONS_MAX, MEMBERS_MAX, membersOf, openInvitations } from "./members";
import { sendAccountMessage } from "./messages";
import { ownedAccount } from "./own-account";
import { refuseAccount, refuseField } from "./reasons";
import { emailIndex } from "./users";

/** Asks somebody by mail to work for the account; in the inviter's language, for his is not known. */
export async function inviteMember(
  actor: Actor,
  { email }: { readonly email: string },
  locale: Locale,
): Promise<Result<null>> {
  const owned = await ownedAccount(read(), actor);
  if (!owned.ok) return owned;
  const emailIdx = emailIndex(email);
  const limit = await mayMail(emailIdx);
  if (!limit.ok) return limit;
  const accountId = owned.value.row.id;
  return withTransaction(async (tx) => {
    const members = await membersOf(tx, accountId);
    if (members.some(({ user }) => user.emailIdx === emailIdx))
      return fail(refuseField("email", "invite-member"));
    if (members.length >= MEMBERS_MAX)
      return fail(refuseAccount("wrong_state", "members-full", { limit: MEMBERS_MAX }));
    const open = (await openInvitations(tx, accountId)).filter((link) => link.emailIdx !== emailIdx);
    if (open.length >= INVITATIONS_MAX)
      return fail(refuseAccount("wrong_state", "invitations-full", { limit: INVITATIONS_MAX }));
    const about = { userId: actor.userId, accountId, locale };
    const linkId = await issueLink(tx, { purpose: "invite", email, ...about });
    await sendAccountMessage(tx, { kind: "link", linkId });
    await audit(tx, { actorId: actor.userId, action: "member.invited", object: accountId, outcome: "done" });
    return ok(null);
  });
}

/** Takes an invitation back; its link stops working. */
export async function withdrawInvitation(
  actor: Actor,
  { invitationId }: { readonly invitationId: string },
): Promise<Result<null>> {
  const owned = await ownedAccount(read(), actor);
  if (!owned.ok) return owned;
  const { id: accountId } = owned.value.row;
  return withTransaction(async (tx) => {
    const gone = await tx
      .delete(t.accountLinks)
      .where(
        and(
          eq(t.accountLinks.id, invitationId),
          eq(t.accountLinks.accountId, accountId),
          eq(t.accountLinks.purpose, "invite"),
        ),
      )
      .returning({ id: t.accountLinks.id });
    if (gone.length === 0) return fail(refuse("not_found"));
    await audit(tx, {
      actorId: actor.userId,
      action: "member.uninvited",
      object: accountId,
      outcome: "done",
    });
    return ok(null);
  });
}

import "server-only";
import { read } from "@/db/client";
import { linkToken } from "@/lib/auth/account-forms";
import type { Actor } from "@/lib/filing/access";
import { accountNameOf } from "./account-name";
import { changeById } from "./contact-changes";
import { addressOf, findLink, type LinkPurpose } from "./links";
import { userByEmail, userById } from "./users";

export interface LinkView {
  readonly token: string;
  readonly purpose: LinkPurpose;
  /** The address it was sent to: whoever holds the link reads that mailbox. */
  readonly email: string;
}

/** What a link is for, without using it up (mail scanners open links, too); null when it does not work. */
export async function readLink(token: unknown, ...purposes: LinkPurpose[]): Promise<LinkView | null> {
  const parsed = linkToken.safeParse(token);
  if (!parsed.success) return null;
  const link = await findLink(read(), parsed.data, ...purposes);
  if (link === undefined) return null;
  if (link.changeId !== null && (await changeById(read(), link.changeId)) === undefined) return null;
  return { token: parsed.data, purpose: link.purpose, email: addressOf(link) };
}

export interface InvitationLinkView extends LinkView {
  readonly account: string;
  /** What the person in front of it has to do: set a password, sign in, sign out of another address, or accept. */
  readonly step: "newcomer" | "sign-in" | "other" | "accept";
}

/** An invitation as its receiver sees it. */
export async function readInvitation(
  token: unknown,
  actor: Actor | null,
): Promise<InvitationLinkView | null> {
  const view = await readLink(token, "invite");
  const link = view && (await findLink(read(), view.token, "invite"));
  if (!view || !link) return null;
  const account = await accountNameOf(link.accountId);
  const owner = await userByEmail(read(), link.emailIdx);
  const user = actor && (await userById(read(), actor.userId));
  if (user) return { ...view, account, step: user.emailIdx === link.emailIdx ? "accept" : "other" };
  return { ...view, account, step: owner === undefined ? "newcomer" : "sign-in" };
}

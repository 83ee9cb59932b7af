import "server-only";
import { eq } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { type Tx, withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import type { StaffJoin, StaffNewcomer } from "@/lib/auth/account-forms";
import type { Actor } from "@/lib/filing/access";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { STAFF_POSTS, type StaffPost } from "@/lib/filing/staff";
import { addressOf, findLink, type LinkRow, offerOf, spendLink } from "../accounts/links";
import { hashNewPassword } from "../accounts/new-password";
import { readLink } from "../accounts/read-link";
import { refuseAccount } from "../accounts/reasons";
import { agreedTo, keepAgreed } from "../accounts/registration-consents";
import { openSession, type SignedIn } from "../accounts/session-store";
import { addUser, userByEmail, userById } from "../accounts/users";
import { rolesOf } from "./staff-record";

export interface StaffInvitationView {
  readonly token: string;
  readonly email: string;
  readonly post: StaffPost;
  readonly name: string;
  /** Who asks; null where the command line did. */
  readonly by: string | null;
  /** What the person in front of it has to do: set a password, sign in, sign out of another address, or accept. */
  readonly step: "newcomer" | "sign-in" | "other" | "accept";
}

const dead = fail(refuseAccount("not_found", "link-dead"));

/** An invitation of staff as its receiver sees it; looking uses nothing up. */
export async function readStaffInvitation(
  token: unknown,
  actor: Actor | null,
): Promise<StaffInvitationView | null> {
  const view = await readLink(token, "staff");
  const link = view && (await findLink(read(), view.token, "staff"));
  const offer = link && offerOf(link);
  if (!view || !link || !offer) return null;
  const inviter = link.userId === null ? undefined : await userById(read(), link.userId);
  const owner = await userByEmail(read(), link.emailIdx);
  const about = { token: view.token, email: view.email, ...offer, by: inviter?.displayName ?? null };
  if (actor !== null) return { ...about, step: owner?.id === actor.userId ? "accept" : "other" };
  return { ...about, step: owner === undefined ? "newcomer" : "sign-in" };
}

/** Somebody new: the link makes him staff, with a password of his own. He has no account to file from. */
export async function acceptAsNewStaff(
  { token, name, password, ...ticked }: StaffNewcomer,
  userAgent: string | null,
): Promise<Result<SignedIn>> {
  const link = await findLink(read(), token, "staff");
  if (link === undefined) return dead;
  const agreed = agreedTo(ticked);
  if (!agreed.ok) return agreed;
  const email = addressOf(link);
  const hashed = await hashNewPassword(password, email);
  if (!hashed.ok) return hashed;
  return withTransaction(async (tx) => {
    if ((await spendLink(tx, token, "staff")) === undefined) return dead;
    if (await userByEmail(tx, link.emailIdx)) return fail(refuseAccount("wrong_state", "address-taken"));
    const userId = await addUser(tx, { email, locale: link.locale, passwordHash: hashed.value });
    await keepAgreed(tx, userId, agreed.value);
    const joined = await join(tx, link, userId, name);
    if (!joined.ok) return joined;
    return openSession(tx, userId, "staff-invitation", userAgent);
  });
}

/** Somebody who has a user already, an applicant: the same person, who is staff as well from now on. */
export async function acceptAsStaff(actor: Actor, { token, name }: StaffJoin): Promise<Result<null>> {
  return withTransaction(async (tx) => {
    const user = await userById(tx, actor.userId);
    const link = await findLink(tx, token, "staff");
    if (user === undefined || link === undefined) return dead;
    if (user.emailIdx !== link.emailIdx) return fail(refuseAccount("forbidden", "invite-other"));
    if ((await rolesOf(tx, user.id)).length > 0) return dead;
    if ((await spendLink(tx, token, "staff")) === undefined) return dead;
    return join(tx, link, user.id, name);
  });
}

async function join(tx: Tx, link: LinkRow, userId: string, name: string): Promise<Result<null>> {
  const offer = offerOf(link);
  if (offer === null) return dead;
  await tx.update(t.users).set({ displayName: name, invitedBy: link.userId }).where(eq(t.users.id, userId));
  for (const role of STAFF_POSTS[offer.post]) await tx.insert(t.userRoles).values({ userId, role });
  await audit(tx, {
    actorId: userId,
    action: "staff.joined",
    object: userId,
    outcome: "done",
    data: { post: offer.post, invitation: link.id },
  });
  return ok(null);
}

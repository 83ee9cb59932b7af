import "server-only";
import { and, eq, gt, isNull } from "drizzle-orm";
import { type Db, read } from "@/db/client";
import * as t from "@/db/schema";
import { type Tx, withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import { systemClock } from "@/lib/clock";
import { env } from "@/lib/env";
import type { Actor } from "@/lib/filing/access";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { offeredPosts } from "@/lib/filing/staff";
import type { Locale } from "@/lib/messages/locales";
import { mayMail } from "../accounts/limits";
import { addressOf, issueLink, linkUrl, offerOf, type StaffOffer } from "../accounts/links";
import { sendAccountMessage } from "../accounts/messages";
import { emailIndex, userByEmail } from "../accounts/users";
import { rolesOf, stillAdmin } from "./staff-record";

export const STAFF_INVITATIONS_MAX = 30;

/** By mail, or shown once on the administrator's screen to be printed. */
export type InvitationWay = "mail" | "print";

export interface StaffInvitation extends StaffOffer {
  readonly email: string;
  readonly way: InvitationWay;
}

/** The link itself only where it is to be printed: nobody sees it a second time. */
export interface Invited {
  readonly url: string | null;
}

/** Invitations of staff that nobody has taken yet, with whose word they go by. */
export const openStaffInvitations = (db: Db) =>
  db
    .select()
    .from(t.accountLinks)
    .where(
      and(
        eq(t.accountLinks.purpose, "staff"),
        isNull(t.accountLinks.usedAt),
        gt(t.accountLinks.expiresAt, systemClock().now()),
      ),
    )
    .orderBy(t.accountLinks.createdAt);

const refuseAddress = (reason: string) =>
  fail(refuse("invalid", { reason: "input.invalid", fields: [{ path: "email", reason }] }));

async function mayBeInvited(tx: Tx, emailIdx: string): Promise<Result<null>> {
  const user = await userByEmail(tx, emailIdx);
  if (user?.status === "blocked") return refuseAddress("staff.address-blocked");
  if (user !== undefined && (await rolesOf(tx, user.id)).length > 0) return refuseAddress("staff.already");
  const others = (await openStaffInvitations(tx)).filter((link) => link.emailIdx !== emailIdx);
  return others.length < STAFF_INVITATIONS_MAX
    ? ok(null)
    : fail(
        refuse("wrong_state", { reason: "staff.invitations-full", params: { limit: STAFF_INVITATIONS_MAX } }),
      );
}

/** Makes the link, in place of an earlier one to the same address, and sends it where it is to be sent. */
async function issue(tx: Tx, actor: Actor, { email, way, ...staff }: StaffInvitation, locale: Locale) {
  const id = await issueLink(tx, { purpose: "staff", email, locale, userId: actor.userId, staff });
  if (way === "mail") await sendAccountMessage(tx, { kind: "link", linkId: id });
  await audit(tx, {
    actorId: actor.userId,
    action: "staff.invited",
    object: id,
    outcome: "done",
    data: { post: staff.post, way },
  });
  return { url: way === "print" ? linkUrl({ id, purpose: "staff" }) : null };
}

/** Asks somebody into the staff; whether the address belongs to an applicant already shows when he accepts. */
export async function inviteStaff(
  actor: Actor,
  invitation: StaffInvitation,
  locale: Locale,
): Promise<Result<Invited>> {
  if (!offeredPosts(env.MODE === "sandbox").includes(invitation.post))
    return fail(refuse("invalid", { reason: "staff.post-unoffered" }));
  const emailIdx = emailIndex(invitation.email);
  const limit = await mayMail(emailIdx);
  if (!limit.ok) return limit;
  return withTransaction(async (tx) => {
    const admin = await stillAdmin(tx, actor);
    if (!admin.ok) return admin;
    const free = await mayBeInvited(tx, emailIdx);
    return free.ok ? ok(await issue(tx, actor, invitation, locale)) : free;
  });
}

/** A fresh link for an invitation that still stands, with 72 hours of its own; the old link stops working. */
export async function renewStaffInvitation(
  actor: Actor,
  { invitationId, way }: { readonly invitationId: string; readonly way: InvitationWay },
): Promise<Result<Invited>> {
  const [link] = (await openStaffInvitations(read())).filter(({ id }) => id === invitationId);
  const gone = fail(refuse("not_found", { reason: "staff.invitation-gone" }));
  if (link === undefined) return gone;
  const limit = await mayMail(link.emailIdx);
  if (!limit.ok) return limit;
  return withTransaction(async (tx) => {
    const admin = await stillAdmin(tx, actor);
    if (!admin.ok) return admin;
    const [still] = (await openStaffInvitations(tx)).filter(({ id }) => id === invitationId);
    const offer = still && offerOf(still);
    if (still === undefined || !offer) return gone;
    const free = await mayBeInvited(tx, still.emailIdx);
    if (!free.ok) return free;
    return ok(await issue(tx, actor, { ...offer, email: addressOf(still), way }, still.locale));
  });
}

/** Takes an invitation back; its link stops working. */
export async function revokeStaffInvitation(
  actor: Actor,
  { invitationId }: { readonly invitationId: string },
): Promise<Result<null>> {
  return withTransaction(async (tx) => {
    const admin = await stillAdmin(tx, actor);
    if (!admin.ok) return admin;
    const gone = await tx
      .delete(t.accountLinks)
      .where(
        and(
          eq(t.accountLinks.id, invitationId),
          eq(t.accountLinks.purpose, "staff"),
          isNull(t.accountLinks.usedAt),
        ),
      )
      .returning({ id: t.accountLinks.id });
    if (gone.length === 0) return fail(refuse("not_found", { reason: "staff.invitation-gone" }));
    await audit(tx, {
      actorId: actor.userId,
      action: "staff.uninvited",
      object: invitationId,
      outcome: "done",
    });
    return ok(null);
  });
}

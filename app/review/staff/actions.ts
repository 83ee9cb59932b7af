"use server";

import { cookies } from "next/headers";
import {
  blockStaffSchema,
  changePostSchema,
  invitationIdSchema,
  renewInvitationSchema,
  staffInvitationSchema,
  staffVersionSchema,
} from "@/lib/auth/account-forms";
import { ok, type Result } from "@/lib/filing/shared/result";
import { defineAction } from "@/lib/http/define-action";
import { LOCALE_COOKIE, toLocale } from "@/lib/messages/locales";
import { type QrPath, qrPath } from "@/lib/qr";
import { blockStaff, unblockStaff } from "@/lib/usecases/staff/block";
import { changePost } from "@/lib/usecases/staff/change-post";
import {
  type Invited,
  inviteStaff,
  renewStaffInvitation,
  revokeStaffInvitation,
} from "@/lib/usecases/staff/invite-staff";
import { endStaffSessions, resetFactor } from "@/lib/usecases/staff/reset-access";

/** A link to be printed, with its picture; null where it went by mail. */
type Printed = { readonly printed: { readonly url: string; readonly qr: QrPath } | null };

function printed(result: Result<Invited>): Result<Printed> {
  if (!result.ok) return result;
  const { url } = result.value;
  return ok({ printed: url === null ? null : { url, qr: qrPath(url) } });
}

export const inviteStaffAction = defineAction({
  name: "staff.invite",
  capability: "staff.manage",
  input: staffInvitationSchema,
  run: async (actor, input) =>
    printed(await inviteStaff(actor, input, toLocale((await cookies()).get(LOCALE_COOKIE)?.value))),
});

export const renewStaffInvitationAction = defineAction({
  name: "staff.invitation.renew",
  capability: "staff.manage",
  input: renewInvitationSchema,
  run: async (actor, input) => printed(await renewStaffInvitation(actor, input)),
});

export const revokeStaffInvitationAction = defineAction({
  name: "staff.invitation.revoke",
  capability: "staff.manage",
  input: invitationIdSchema,
  run: revokeStaffInvitation,
});

export const changePostAction = defineAction({
  name: "staff.post.change",
  capability: "staff.manage",
  input: changePostSchema,
  run: changePost,
});

export const blockStaffAction = defineAction({
  name: "staff.block",
  capability: "staff.manage",
  input: blockStaffSchema,
  run: blockStaff,
});

export const unblockStaffAction = defineAction({
  name: "staff.unblock",
  capability: "staff.manage",
  input: staffVersionSchema,
  run: unblockStaff,
});

export const resetFactorAction = defineAction({
  name: "staff.factor.reset",
  capability: "staff.manage",
  input: staffVersionSchema,
  run: resetFactor,
});

export const endStaffSessionsAction = defineAction({
  name: "staff.sessions.end",
  capability: "staff.manage",
  input: staffVersionSchema,
  run: endStaffSessions,
});

"use server";

import { cookies } from "next/headers";
import {
  accountIdSchema,
  cancelChangeSchema,
  changeEmailSchema,
  changePasswordSchema,
  changePhoneSchema,
  closeAccountSchema,
  confirmedSchema,
  confirmPhoneSchema,
  handOverSchema,
  invitationIdSchema,
  inviteSchema,
  linkSchema,
  memberIdSchema,
  sessionIdSchema,
} from "@/lib/auth/account-forms";
import { realNameSchema } from "@/lib/auth/real-name-form";
import { dropSession, keepSession } from "@/lib/auth/session-cookie";
import { ok } from "@/lib/filing/shared/result";
import { defineAction } from "@/lib/http/define-action";
import { LOCALE_COOKIE, toLocale } from "@/lib/messages/locales";
import { acceptAsUser } from "@/lib/usecases/accounts/accept-invitation";
import { changeEmail } from "@/lib/usecases/accounts/change-email";
import { changePassword } from "@/lib/usecases/accounts/change-password";
import { changePhone } from "@/lib/usecases/accounts/change-phone";
import { closeAccount } from "@/lib/usecases/accounts/close-account";
import { confirmPhone } from "@/lib/usecases/accounts/confirm-phone";
import { cancelChange } from "@/lib/usecases/accounts/contact-changes";
import { handOver } from "@/lib/usecases/accounts/hand-over";
import { inviteMember, withdrawInvitation } from "@/lib/usecases/accounts/invite-member";
import { endOtherSessions, endOwnSession } from "@/lib/usecases/accounts/own-sessions";
import { removeMember } from "@/lib/usecases/accounts/remove-member";
import { switchAccount } from "@/lib/usecases/accounts/switch-account";
import { verifyRealName } from "@/lib/usecases/accounts/verify-real-name";

export const verifyRealNameAction = defineAction({
  name: "account.real-name.verify",
  capability: "account.edit.own",
  input: realNameSchema,
  run: verifyRealName,
});

export const changePasswordAction = defineAction({
  name: "account.password.change",
  capability: "self.edit",
  input: changePasswordSchema,
  run: async (actor, input, { headers }) => {
    const changed = await changePassword(actor, input, headers.get("user-agent"));
    if (!changed.ok) return changed;
    await keepSession(changed.value.sid);
    return ok(null);
  },
});

export const changeEmailAction = defineAction({
  name: "account.email.change",
  capability: "account.edit.own",
  input: changeEmailSchema,
  run: changeEmail,
});

export const changePhoneAction = defineAction({
  name: "account.phone.change",
  capability: "account.edit.own",
  input: changePhoneSchema,
  run: changePhone,
});

export const confirmPhoneAction = defineAction({
  name: "account.phone.confirm",
  capability: "account.edit.own",
  input: confirmPhoneSchema,
  run: confirmPhone,
});

export const cancelChangeAction = defineAction({
  name: "account.change.cancel",
  capability: "account.edit.own",
  input: cancelChangeSchema,
  run: cancelChange,
});

export const endSessionAction = defineAction({
  name: "account.session.end",
  capability: "self.edit",
  input: sessionIdSchema,
  run: endOwnSession,
});

export const endOtherSessionsAction = defineAction({
  name: "account.session.end-others",
  capability: "self.edit",
  input: confirmedSchema,
  run: (actor) => endOtherSessions(actor),
});

export const inviteMemberAction = defineAction({
  name: "account.member.invite",
  capability: "account.edit.own",
  input: inviteSchema,
  run: async (actor, input) =>
    inviteMember(actor, input, toLocale((await cookies()).get(LOCALE_COOKIE)?.value)),
});

export const withdrawInvitationAction = defineAction({
  name: "account.member.uninvite",
  capability: "account.edit.own",
  input: invitationIdSchema,
  run: withdrawInvitation,
});

export const removeMemberAction = defineAction({
  name: "account.member.remove",
  capability: "account.edit.own",
  input: memberIdSchema,
  run: removeMember,
});

export const handOverAction = defineAction({
  name: "account.hand-over",
  capability: "account.edit.own",
  input: handOverSchema,
  run: handOver,
});

export const acceptAsUserAction = defineAction({
  name: "account.invitation.join",
  capability: "account.edit.own",
  input: linkSchema,
  run: acceptAsUser,
});

export const switchAccountAction = defineAction({
  name: "account.switch",
  capability: "account.edit.own",
  input: accountIdSchema,
  run: switchAccount,
});

export const closeAccountAction = defineAction({
  name: "account.close",
  capability: "account.edit.own",
  input: closeAccountSchema,
  run: async (actor, input) => {
    const closed = await closeAccount(actor, input);
    if (closed.ok && closed.value.signedOut) await dropSession();
    return closed;
  },
});

"use server";

import { cookies } from "next/headers";
import {
  forgotSchema,
  linkSchema,
  newcomerSchema,
  newPasswordSchema,
  registerSchema,
  staffJoinSchema,
  staffNewcomerSchema,
} from "@/lib/auth/account-forms";
import { keepSession } from "@/lib/auth/session-cookie";
import { ok, type Result } from "@/lib/filing/shared/result";
import { defineAction } from "@/lib/http/define-action";
import { LOCALE_COOKIE, toLocale } from "@/lib/messages/locales";
import { acceptAsNewcomer } from "@/lib/usecases/accounts/accept-invitation";
import { confirmEmail } from "@/lib/usecases/accounts/confirm-email";
import { confirmRegistration } from "@/lib/usecases/accounts/confirm-registration";
import { register } from "@/lib/usecases/accounts/register";
import { requestReset } from "@/lib/usecases/accounts/request-reset";
import { resetPassword } from "@/lib/usecases/accounts/reset-password";
import type { SignedIn } from "@/lib/usecases/accounts/session-store";
import { acceptAsNewStaff, acceptAsStaff } from "@/lib/usecases/staff/accept-staff";

/** One address may mistype; nobody may send mails by the hundred. Each receiver has a limit of his own. */
const RATE = { max: 60, perSeconds: 900 } as const;

/** The new session goes into the browser's cookie and nowhere else. */
async function signedIn(result: Result<SignedIn>): Promise<Result<null>> {
  if (!result.ok) return result;
  await keepSession(result.value.sid);
  return ok(null);
}

export const registerAction = defineAction({
  name: "account.register",
  capability: "public",
  rate: RATE,
  input: registerSchema,
  run: (_actor, input) => register(input),
});

export const confirmRegistrationAction = defineAction({
  name: "account.register.confirm",
  capability: "public",
  rate: RATE,
  input: newcomerSchema,
  run: async (_actor, input, { headers }) =>
    signedIn(await confirmRegistration(input, headers.get("user-agent"))),
});

export const requestResetAction = defineAction({
  name: "account.reset.request",
  capability: "public",
  rate: RATE,
  input: forgotSchema,
  run: async (_actor, input) => requestReset(input, toLocale((await cookies()).get(LOCALE_COOKIE)?.value)),
});

export const resetPasswordAction = defineAction({
  name: "account.reset",
  capability: "public",
  rate: RATE,
  input: newPasswordSchema,
  run: (_actor, input) => resetPassword(input),
});

export const confirmEmailAction = defineAction({
  name: "account.email.confirm",
  capability: "public",
  rate: RATE,
  input: linkSchema,
  run: (_actor, input) => confirmEmail(input),
});

export const acceptAsNewStaffAction = defineAction({
  name: "staff.invitation.accept",
  capability: "public",
  rate: RATE,
  input: staffNewcomerSchema,
  run: async (_actor, input, { headers }) =>
    signedIn(await acceptAsNewStaff(input, headers.get("user-agent"))),
});

export const acceptAsStaffAction = defineAction({
  name: "staff.invitation.join",
  capability: "self.edit",
  input: staffJoinSchema,
  run: acceptAsStaff,
});

export const acceptAsNewcomerAction = defineAction({
  name: "account.invitation.accept",
  capability: "public",
  rate: RATE,
  input: newcomerSchema,
  run: async (_actor, input, { headers }) =>
    signedIn(await acceptAsNewcomer(input, headers.get("user-agent"))),
});

import { z } from "zod";
import { BLOCK_REASONS, POST_NAMES } from "@/lib/filing/staff";
import { LOCALES } from "@/lib/messages/locales";
import { isGuessable } from "./common-passwords";
import { secondStepSchema } from "./credentials";

/** What the forms of accounts ask for; the same schemas in the browser and on the server. Messages are reason keys. */
export const PASSWORD_MIN = 10;

const email = z.string().trim().min(1, "email-missing").max(254, "email-form").pipe(z.email("email-form"));
const currentPassword = z.string().min(1, "password-missing").max(256, "password-long");
/** Length is what counts (ASVS 6.2): no rules of composition, nothing cut off, but nothing everybody tries first. */
const newPassword = z
  .string()
  .min(PASSWORD_MIN, "password-short")
  .max(256, "password-long")
  .refine((value) => !isGuessable(value), "password-common");
/** 32 random bytes, base64url. */
export const linkToken = z.string().regex(/^[\w-]{43}$/);
const mobile = z
  .string()
  .max(24)
  .refine((value) => /^1\d{10}$/.test(normalisePhone(value)), "phone-form");
const code = z
  .string()
  .max(12)
  .refine((value) => /^\d{6}$/.test(value.trim()), "code-form");

/** Spaces, dashes and the country code are forgiven. */
export const normalisePhone = (value: string): string => value.replace(/[\s-]/g, "").replace(/^\+?86/, "");

export const registerSchema = z.strictObject({ email, locale: z.enum(LOCALES) });
export const forgotSchema = z.strictObject({ email });
export const newPasswordSchema = z.strictObject({ token: linkToken, password: newPassword });
/** The wording that was ticked; the empty one is what nobody ticked. */
const wording = (missing: string) => z.string().min(1, missing).max(20);
/** Who comes by a link and has no user yet: a password, and what he agrees to. */
export const newcomerSchema = z.strictObject({
  ...newPasswordSchema.shape,
  terms: wording("terms-missing"),
  privacy: wording("privacy-missing"),
});
/** What colleagues call him. */
const displayName = z.string().trim().min(1, "display-name-missing").max(40, "display-name-long");
/** A newcomer to the staff; and somebody who has a user already. */
export const staffNewcomerSchema = z.strictObject({ ...newcomerSchema.shape, name: displayName });
export const staffJoinSchema = z.strictObject({ token: linkToken, name: displayName });
const post = z.enum(POST_NAMES, "post-missing");
export const staffInvitationSchema = z.strictObject({
  // In the order of the form: the first wrong field takes the focus.
  name: displayName,
  email,
  post,
  way: z.enum(["mail", "print"]),
});
export const renewInvitationSchema = z.strictObject({
  invitationId: z.uuid(),
  way: z.enum(["mail", "print"]),
});
/** What the command line is told about the first administrator. */
export const firstAdminSchema = z.strictObject({
  email,
  name: displayName,
  mail: z.boolean(),
  recover: z.boolean(),
});
const staffVersion = { userId: z.uuid(), version: z.int().positive() };
export const staffVersionSchema = z.strictObject(staffVersion);
export const changePostSchema = z.strictObject({ ...staffVersion, post: z.enum([...POST_NAMES, "none"]) });
export const blockStaffSchema = z.strictObject({ ...staffVersion, reason: z.enum(BLOCK_REASONS) });
/** Before a second factor is begun: empty where its owner has no password. */
export const beginFactorSchema = z.strictObject({ password: z.string().max(256, "password-long") });
/** Before the own second factor goes: empty where its owner has no password. */
export const factorProofSchema = z.strictObject({
  password: z.string().max(256, "password-long"),
  ...secondStepSchema.shape,
});
export const linkSchema = z.strictObject({ token: linkToken });
export const changePasswordSchema = z.strictObject({ current: currentPassword, password: newPassword });
export const changeEmailSchema = z.strictObject({ email, password: currentPassword });
export const changePhoneSchema = z.strictObject({ phone: mobile, password: currentPassword });
export const confirmPhoneSchema = z.strictObject({ end: z.enum(["old", "new"]), code });
export const cancelChangeSchema = z.strictObject({ kind: z.enum(["email", "phone"]) });
/** Session ids are hashes, base64url. */
export const sessionIdSchema = z.strictObject({ sessionId: z.string().regex(/^[\w-]{43}$/) });
export const confirmedSchema = z.strictObject({ confirm: z.literal(true) });
export const inviteSchema = z.strictObject({ email });
export const invitationIdSchema = z.strictObject({ invitationId: z.uuid() });
export const memberIdSchema = z.strictObject({ userId: z.uuid() });
export const handOverSchema = z.strictObject({ userId: z.uuid(), password: currentPassword });
export const accountIdSchema = z.strictObject({ accountId: z.uuid() });
export const closeAccountSchema = z.strictObject({
  password: currentPassword,
  understood: z.boolean().refine((value) => value, "understood-missing"),
});

export type Register = z.infer<typeof registerSchema>;
export type NewPassword = z.infer<typeof newPasswordSchema>;
export type StaffNewcomer = z.infer<typeof staffNewcomerSchema>;
export type StaffJoin = z.infer<typeof staffJoinSchema>;
export type Newcomer = z.infer<typeof newcomerSchema>;
export type ChangePassword = z.infer<typeof changePasswordSchema>;
export type ChangeEmail = z.infer<typeof changeEmailSchema>;
export type ChangePhone = z.infer<typeof changePhoneSchema>;
export type ConfirmPhone = z.infer<typeof confirmPhoneSchema>;
export type CloseAccount = z.infer<typeof closeAccountSchema>;

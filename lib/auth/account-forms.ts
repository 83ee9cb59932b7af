import { z } from "zod";
import { LOCALES } from "@/lib/messages/locales";
import { isGuessable } from "./common-passwords";

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
export type Newcomer = z.infer<typeof newcomerSchema>;
export type ChangePassword = z.infer<typeof changePasswordSchema>;
export type ChangeEmail = z.infer<typeof changeEmailSchema>;
export type ChangePhone = z.infer<typeof changePhoneSchema>;
export type ConfirmPhone = z.infer<typeof confirmPhoneSchema>;
export type CloseAccount = z.infer<typeof closeAccountSchema>;

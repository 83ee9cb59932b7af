import { z } from "zod";
import { LOCALES } from "@/lib/messages/locales";
import { linkToken, newcomerSchema, registerSchema } from "./account-forms";

/** What is asked around signing in elsewhere; the same schemas in the browser and on the server. */
const { terms, privacy } = newcomerSchema.shape;
const password = z.string().min(1, "password-missing").max(256, "password-long");

/** A newcomer: what he agrees to, whether his real name is taken over, and the link that proved his address, if any. */
export const finishIdentitySchema = z.strictObject({
  proof: linkToken.nullable(),
  realName: z.boolean(),
  locale: z.enum(LOCALES),
  terms,
  privacy,
});
/** Somebody known: his password, or the link. */
export const joinIdentitySchema = z.union([
  z.strictObject({ proof: linkToken, password: z.literal("") }),
  z.strictObject({ proof: z.null(), password }),
]);
export const proveAddressSchema = registerSchema;
export const linkIdentitySchema = z.strictObject({ password, realName: z.boolean() });
export const unlinkIdentitySchema = z.strictObject({ identityId: z.uuid(), password });

export type FinishIdentity = z.infer<typeof finishIdentitySchema>;
export type JoinIdentity = z.infer<typeof joinIdentitySchema>;

import { z } from "zod";

/** What a lead types; spaces, +86 and lower-case letters are forgiven. Messages are keys below `verify.error`. */
const phone = z
  .string()
  .max(24)
  .refine((value) => /^(\+?86)?1\d{10}$/.test(value.replace(/[\s-]/g, "")), "phone");
const tail = z
  .string()
  .max(12)
  .refine((value) => /^[0-9A-Za-z]{6}$/.test(value.trim()), "tail");
const code = z
  .string()
  .max(12)
  .refine((value) => /^\d{6}$/.test(value.trim()), "code");

export const resendSchema = z.strictObject({ phone, tail });
export const verifySchema = z.strictObject({ phone, tail, code });
export type VerifyInput = z.infer<typeof verifySchema>;

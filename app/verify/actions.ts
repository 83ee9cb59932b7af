"use server";

import { resendSms, verifySms } from "@/lib/authority/sandbox/usecases/verify-sms";
import { defineAction } from "@/lib/http/define-action";
import { resendSchema, verifySchema } from "./schema";

/** The counter of the verification protects the code; this rate only keeps one sender from trying everybody's. */
export const verifyAction = defineAction({
  name: "authority.sms.verify",
  capability: "public",
  rate: { max: 20, perSeconds: 60 },
  input: verifySchema,
  run: (_actor, input) => verifySms(input),
});

export const resendAction = defineAction({
  name: "authority.sms.resend",
  capability: "public",
  rate: { max: 10, perSeconds: 60 },
  input: resendSchema,
  run: (_actor, input) => resendSms(input),
});

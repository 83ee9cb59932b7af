import { z } from "zod";
import { CALLBACK_TIMES } from "@/lib/filing/lifecycle/types";

/** A link's secret: 32 random bytes in base64url. */
export const CallbackToken = z.string().regex(/^[\w-]{43}$/);

/** What the form of the link asks for; messages are keys below `callback.error`. */
export const CallbackRequest = z.strictObject({
  digits: z.string().regex(/^\d{4}$/, "digits"),
  when: z.enum(CALLBACK_TIMES, "when"),
});
export type CallbackRequest = z.infer<typeof CallbackRequest>;

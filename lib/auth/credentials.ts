import { z } from "zod";

/** What the sign-in form asks for; the same schema in the browser and on the server. Messages are reason keys. */
export const credentialsSchema = z.strictObject({
  email: z.string().trim().min(1, "email-missing").max(254, "email-form").pipe(z.email("email-form")),
  password: z.string().min(1, "password-missing").max(256, "password-long"),
});
export type Credentials = z.infer<typeof credentialsSchema>;

/** E-mail addresses are compared without regard to case; nothing else is folded, or look-alikes would meet. */
export const normaliseEmail = (email: string): string => email.trim().toLowerCase();

/** One click in the sandbox: the persona's id, nothing else. */
export const personaSchema = z.strictObject({ persona: z.string().regex(/^[a-z][a-z-]{1,30}$/) });

/** What the handshake answers instead of a refusal when a code is still to come (`/sign-in/code`). */
export const SECOND_STEP = "second_step";

/** A code of the app, or a recovery code; spaces and dashes are forgiven when it is compared. */
export const secondStepSchema = z.strictObject({
  code: z.string().trim().min(1, "second-code-missing").max(24, "second-code-form"),
});

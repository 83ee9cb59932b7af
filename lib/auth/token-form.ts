import { z } from "zod";

/** How long a key may live, days; there is none for ever. */
export const TOKEN_DAYS = [30, 90, 365] as const;
export const TOKENS_PER_USER = 20;

/** What the form of a new key asks for; the same schema in the browser and on the server. */
export const newTokenSchema = z.strictObject({
  name: z.string().trim().min(1, "token.name-missing").max(60, "token.name-long"),
  days: z.literal(TOKEN_DAYS),
});
export type NewToken = z.infer<typeof newTokenSchema>;

export const tokenIdSchema = z.strictObject({ tokenId: z.uuid() });

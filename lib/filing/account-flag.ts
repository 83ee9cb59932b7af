import { z } from "zod";

/** Setting or lifting the risk flag of an account (DF §15 B10): always with words, which the history keeps. */
export const flagSchema = z.strictObject({
  accountId: z.uuid(),
  /** What it is to be; what it was when the page was made is the opposite. */
  flagged: z.boolean(),
  reason: z.string().trim().min(1, "flag.reason-missing").max(500, "flag.reason-long"),
});
export type FlagChange = z.infer<typeof flagSchema>;

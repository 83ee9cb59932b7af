import { z } from "zod";

export const LOOK_UP_RESULTS = ["free", "filed", "blacklisted"] as const;

/** What staff saw in the authority's public register. */
export const LookUpInput = z.strictObject({
  orderId: z.uuid(),
  /** Null: the organiser. */
  domain: z.string().max(253).nullable(),
  result: z.enum(LOOK_UP_RESULTS, { error: "handover.result-missing" }),
  /** Of what is filed. */
  number: z.string().trim().max(40),
});
export type LookUpInput = z.infer<typeof LookUpInput>;

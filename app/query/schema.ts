import { z } from "zod";

export const QUERY_KINDS = ["domain", "unit", "number"] as const;
export type QueryKind = (typeof QUERY_KINDS)[number];

export const querySchema = z.strictObject({
  by: z.enum(QUERY_KINDS),
  text: z.string().trim().min(1).max(255),
});

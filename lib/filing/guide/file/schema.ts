import { z } from "zod";
import { ORDER_TYPES } from "../../application/codes";
import { ApplicationDraft } from "../../application/draft";
import { FactsSchema } from "../../rules/facts-schema";

/** Larger than any application with its facts; whoever sends more is refused before it is parsed. */
export const CHECK_FILE_MAX_BYTES = 2 * 1024 * 1024;

/** The file of `npm run check` and the body of `POST /api/check` (design.md §5). */
export const CheckFile = z.strictObject({
  schemaVersion: z.literal(1),
  application: ApplicationDraft,
  facts: FactsSchema.describe("What is known from outside; a fact that is not given is unknown, never good"),
  orderType: z
    .enum(ORDER_TYPES)
    .optional()
    .describe("Default: what the facts about register and domains lead to, else FIRST_FILING"),
});
export type CheckFile = z.infer<typeof CheckFile>;

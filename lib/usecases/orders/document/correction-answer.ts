import { z } from "zod";
import { ANSWER_LENGTH } from "@/lib/filing/application/answer-length";

const words = z.string().trim().max(ANSWER_LENGTH.most);

/** What the applicant says to one rejection item: mended, with a word if he likes, or explained in words. */
export const CorrectionAnswer = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("fixed"), text: words }),
  z.strictObject({ kind: z.literal("explained"), text: words.min(ANSWER_LENGTH.explained) }),
]);
export type CorrectionAnswer = z.infer<typeof CorrectionAnswer>;

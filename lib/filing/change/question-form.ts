import { z } from "zod";
import { CHANGE_ABOUT } from "./consequences";

/** A short question to the reviewers, and their answer: the same schemas in the browser and on the server. */
const text = (most: number) =>
  z.string().trim().min(1, "change.question-missing").max(most, "change.question-long");

export const askQuestionSchema = z.strictObject({
  entityId: z.uuid(),
  about: z.enum(CHANGE_ABOUT),
  text: text(500),
});
export type AskQuestion = z.infer<typeof askQuestionSchema>;

export const answerQuestionSchema = z.strictObject({ questionId: z.uuid(), text: text(1000) });
export type AnswerQuestion = z.infer<typeof answerQuestionSchema>;

"use server";

import { answerQuestionSchema } from "@/lib/filing/change/question-form";
import { defineAction } from "@/lib/http/define-action";
import { answerQuestion } from "@/lib/usecases/changes/questions";

export const answerQuestionAction = defineAction({
  name: "question.answer",
  capability: "review.decide",
  input: answerQuestionSchema,
  run: answerQuestion,
});

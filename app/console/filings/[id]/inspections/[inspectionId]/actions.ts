"use server";

import { answerInspectionSchema } from "@/lib/filing/inspection/form";
import { defineAction } from "@/lib/http/define-action";
import { answerInspection } from "@/lib/usecases/inspection/work-inspection";

export const answerInspectionAction = defineAction({
  name: "inspection.answer",
  capability: "filing.edit.own",
  input: answerInspectionSchema,
  run: answerInspection,
});

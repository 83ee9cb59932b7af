"use server";

import { tickSchema } from "@/lib/filing/after/tick";
import { defineAction } from "@/lib/http/define-action";
import { tickTask } from "@/lib/usecases/after/tick-task";

export const tickTaskAction = defineAction({
  name: "filing.task.tick",
  capability: "filing.edit.own",
  input: tickSchema,
  rate: { max: 120, perSeconds: 3600 },
  run: tickTask,
});

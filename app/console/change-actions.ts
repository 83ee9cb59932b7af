"use server";

import { z } from "zod";
import { askQuestionSchema } from "@/lib/filing/change/question-form";
import { defineAction } from "@/lib/http/define-action";
import { DropDomain, dropDomain } from "@/lib/usecases/changes/drop-domain";
import { askQuestion } from "@/lib/usecases/changes/questions";
import { ChangeStart, startChange } from "@/lib/usecases/changes/start-change";
import { takeFiled } from "@/lib/usecases/changes/take-filed";

export const startChangeAction = defineAction({
  name: "order.change.start",
  capability: "order.open.own",
  input: ChangeStart,
  rate: { max: 20, perSeconds: 300 },
  run: startChange,
});

export const askQuestionAction = defineAction({
  name: "question.ask",
  capability: "order.open.own",
  input: askQuestionSchema,
  rate: { max: 10, perSeconds: 3600 },
  run: askQuestion,
});

export const dropDomainAction = defineAction({
  name: "order.change.drop-domain",
  capability: "order.edit.own",
  input: DropDomain,
  rate: { max: 120, perSeconds: 300 },
  run: dropDomain,
});

export const takeFiledAction = defineAction({
  name: "order.change.take-filed",
  capability: "order.edit.own",
  input: z.strictObject({ orderId: z.uuid() }),
  run: takeFiled,
});

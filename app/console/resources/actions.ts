"use server";

import { editCodeSchema, knownCodeSchema, moveCodeSchema, newCodeSchema } from "@/lib/filing/codes/code-form";
import { defineAction } from "@/lib/http/define-action";
import { deleteCode, editCode, moveCode } from "@/lib/usecases/codes/change-code";
import { createCode } from "@/lib/usecases/codes/create-code";

/** Binding tells whether an account is there: more often than anybody needs it, it does not. */
const rate = { max: 60, perSeconds: 3600 } as const;

export const createCodeAction = defineAction({
  name: "code.create",
  capability: "code.manage.own",
  input: newCodeSchema,
  rate,
  run: createCode,
});

export const editCodeAction = defineAction({
  name: "code.edit",
  capability: "code.manage.own",
  input: editCodeSchema,
  rate,
  run: editCode,
});

export const moveCodeAction = defineAction({
  name: "code.move",
  capability: "code.manage.own",
  input: moveCodeSchema,
  run: moveCode,
});

export const deleteCodeAction = defineAction({
  name: "code.delete",
  capability: "code.manage.own",
  input: knownCodeSchema,
  run: deleteCode,
});

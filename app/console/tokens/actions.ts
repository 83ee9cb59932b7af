"use server";

import { newTokenSchema, tokenIdSchema } from "@/lib/auth/token-form";
import { defineAction } from "@/lib/http/define-action";
import { createToken, revokeToken } from "@/lib/usecases/tokens/own-tokens";

export const createTokenAction = defineAction({
  name: "token.create",
  capability: "token.manage.own",
  input: newTokenSchema,
  run: createToken,
});

export const revokeTokenAction = defineAction({
  name: "token.revoke",
  capability: "token.manage.own",
  input: tokenIdSchema,
  run: revokeToken,
});

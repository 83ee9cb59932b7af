"use server";

import { beginFactorSchema, factorProofSchema } from "@/lib/auth/account-forms";
import { secondStepSchema } from "@/lib/auth/credentials";
import { defineAction } from "@/lib/http/define-action";
import {
  beginOwnFactor,
  confirmOwnFactor,
  removeOwnFactor,
  renewRecoveryCodes,
} from "@/lib/usecases/accounts/own-factor";

export const beginFactorAction = defineAction({
  name: "factor.begin",
  capability: "factor.manage.own",
  input: beginFactorSchema,
  run: beginOwnFactor,
});

export const confirmFactorAction = defineAction({
  name: "factor.confirm",
  capability: "factor.manage.own",
  input: secondStepSchema,
  run: confirmOwnFactor,
});

export const renewRecoveryCodesAction = defineAction({
  name: "factor.recovery.renew",
  capability: "factor.manage.own",
  input: factorProofSchema,
  run: renewRecoveryCodes,
});

export const removeFactorAction = defineAction({
  name: "factor.remove",
  capability: "factor.manage.own",
  input: factorProofSchema,
  run: removeOwnFactor,
});

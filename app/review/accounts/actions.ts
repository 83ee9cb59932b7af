"use server";

import { flagSchema } from "@/lib/filing/account-flag";
import { defineAction } from "@/lib/http/define-action";
import { flagAccount } from "@/lib/usecases/review/account-flag";

export const flagAccountAction = defineAction({
  name: "account.flag",
  capability: "account.flag",
  input: flagSchema,
  run: flagAccount,
});

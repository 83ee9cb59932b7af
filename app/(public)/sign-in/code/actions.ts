"use server";

import { dropChallenge, readChallenge } from "@/lib/auth/challenge-cookie";
import { secondStepSchema } from "@/lib/auth/credentials";
import { keepSession } from "@/lib/auth/session-cookie";
import { ok } from "@/lib/filing/shared/result";
import { defineAction } from "@/lib/http/define-action";
import { passSecondStep } from "@/lib/usecases/accounts/second-step";

/** The code after the password; who is meant, the browser's sealed note says. */
export const passSecondStepAction = defineAction({
  name: "session.second-step",
  capability: "public",
  rate: { max: 60, perSeconds: 900 },
  input: secondStepSchema,
  run: async (_actor, input, { headers }) => {
    const passed = await passSecondStep(await readChallenge(), input, headers.get("user-agent"));
    if (!passed.ok) return passed;
    await keepSession(passed.value.sid);
    await dropChallenge();
    return ok(null);
  },
});

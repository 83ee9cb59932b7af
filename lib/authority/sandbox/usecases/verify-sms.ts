import "server-only";
import { clock } from "@/lib/clock";
import { env } from "@/lib/env";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { type ResendOutcome, resendCode } from "../resend";
import { inStore } from "../store/transaction";
import { type TryOutcome, tryVerification } from "../verification";

/** A lead enters the code. The wrong answer is a value, so that the counter is committed with it. Sandbox only. */
export async function verifySms(input: {
  readonly phone: string;
  readonly tail: string;
  readonly code: string;
}): Promise<Result<TryOutcome>> {
  if (env.MODE !== "sandbox") return fail(refuse("not_found"));
  return inStore(async (tx) => ok(await tryVerification(tx, input, clock().now())));
}

/** A lead asks for a new code. Sandbox only. */
export async function resendSms(input: {
  readonly phone: string;
  readonly tail: string;
}): Promise<Result<ResendOutcome>> {
  if (env.MODE !== "sandbox") return fail(refuse("not_found"));
  return inStore(async (tx) => ok(await resendCode(tx, input, clock().now())));
}

import "server-only";
import { clock } from "@/lib/clock";
import { ok, type Result } from "@/lib/filing/shared/result";
import { type ResendOutcome, resendCode } from "../resend";
import { inStore } from "../store/transaction";
import { type TryOutcome, tryVerification } from "../verification";

/** A lead enters the code. The wrong answer is a value, so that the counter is committed with it. */
export const verifySms = (input: {
  readonly phone: string;
  readonly tail: string;
  readonly code: string;
}): Promise<Result<TryOutcome>> => inStore(async (tx) => ok(await tryVerification(tx, input, clock().now())));

/** A lead asks for a new code. */
export const resendSms = (input: {
  readonly phone: string;
  readonly tail: string;
}): Promise<Result<ResendOutcome>> => inStore(async (tx) => ok(await resendCode(tx, input, clock().now())));

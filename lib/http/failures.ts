import "server-only";
import { BusyError } from "@/db/transaction";
import { type Refusal, refuse } from "@/lib/filing/shared/refusal";
import { randomToken } from "@/lib/ids";
import { log } from "@/lib/log";

const RETRY_SECONDS = 5;

/** A busy database or a bug, as a refusal. The reference ties what the user sees to the line in the log. */
export function refusalOfError(operation: string, error: unknown): Refusal {
  if (error instanceof BusyError) return refuse("busy", { params: { seconds: RETRY_SECONDS } });
  const ref = randomToken(6);
  log.error({ ref, operation, err: error }, "operation failed");
  return refuse("internal", { params: { ref } });
}

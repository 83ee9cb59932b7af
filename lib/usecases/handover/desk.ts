import "server-only";
import type { Reader } from "@/db/client";
import type { Tx } from "@/db/transaction";
import { type AtDesk, loadAtDesk } from "@/lib/authority/manual/desk";
import { env } from "@/lib/env";
import { type Actor, ownsAccount } from "@/lib/filing/access";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, type Result } from "@/lib/filing/shared/result";

/** Whether staff take orders to the authority by hand in this installation. */
export const isManual = (): boolean => env.GATEWAY === "manual";

/** A submission staff may work on: nobody his own account's, and none where a machine does it. */
export async function atDesk(db: Reader | Tx, actor: Actor, sequence: number): Promise<Result<AtDesk>> {
  if (!isManual()) return fail(refuse("not_found"));
  const desk = await loadAtDesk(db, sequence);
  if (!desk.ok) return desk;
  return ownsAccount(actor, desk.value.accountId)
    ? fail(refuse("forbidden", { reason: "order.own-account" }))
    : desk;
}

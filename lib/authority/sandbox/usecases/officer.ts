import "server-only";
import { type Actor, can } from "@/lib/filing/access";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { newId } from "@/lib/ids";
import * as t from "../store/schema";
import type { StoreTx } from "../store/transaction";

/** Only the sandbox officer works at the desk; every use case of the desk begins here. */
export const atDesk = (actor: Actor): Result<null> =>
  can(actor, "desk.work") ? ok(null) : fail(refuse("forbidden"));

/** Who looked at or decided what. */
export async function logDesk(
  tx: StoreTx,
  actor: Actor,
  action:
    | "submission.view"
    | "submission.approve"
    | "submission.reject"
    | "settings.save"
    | "traffic.save"
    | "blacklist.add"
    | "blacklist.remove"
    | "register.cancel"
    | "register.conflict"
    | "register.inspect",
  sequence: number | null,
  at: number,
): Promise<void> {
  await tx.insert(t.deskLog).values({ id: newId(), at, officerId: actor.userId, action, sequence });
}

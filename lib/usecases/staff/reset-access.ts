import "server-only";
import { withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import type { Actor } from "@/lib/filing/access";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { endSessionsBy } from "../accounts/end-sessions";
import { dropFactor } from "../accounts/factor";
import { sendAccountMessage } from "../accounts/messages";
import { moveStaff, type StaffVersion, staffToChange } from "./staff-record";

/** For who has lost phone and recovery codes: the second factor goes, and he is told by mail. */
export function resetFactor(actor: Actor, seen: StaffVersion): Promise<Result<null>> {
  return withTransaction(async (tx) => {
    const found = await staffToChange(tx, actor, seen);
    if (!found.ok) return found;
    const { userId } = seen;
    if (!(await dropFactor(tx, userId))) return fail(refuse("wrong_state", { reason: "staff.factor-none" }));
    const moved = await moveStaff(tx, seen);
    if (!moved.ok) return moved;
    await audit(tx, { actorId: actor.userId, action: "factor.reset", object: userId, outcome: "done" });
    await endSessionsBy(tx, actor.userId, userId, "ended");
    await sendAccountMessage(tx, { kind: "notice", notice: "factor-off", userId });
    return ok(null);
  });
}

/** Signs somebody out everywhere; he may sign in again. */
export function endStaffSessions(actor: Actor, seen: StaffVersion): Promise<Result<{ ended: number }>> {
  return withTransaction(async (tx) => {
    const found = await staffToChange(tx, actor, seen);
    if (!found.ok) return found;
    return ok({ ended: await endSessionsBy(tx, actor.userId, seen.userId, "ended") });
  });
}

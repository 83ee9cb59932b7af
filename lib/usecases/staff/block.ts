import "server-only";
import { withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import type { Actor } from "@/lib/filing/access";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import type { BlockReason } from "@/lib/filing/staff";
import { endSessionsBy } from "../accounts/end-sessions";
import {
  moveStaff,
  releaseClaims,
  revokeKeysOf,
  type StaffVersion,
  staffToChange,
  withdrawInvitationsOf,
} from "./staff-record";

/**
 * Shuts somebody out at once: sessions and keys end, open invitations of his are withdrawn, and the orders he holds go
 * back into the queue, all or nothing.
 */
export function blockStaff(
  actor: Actor,
  { reason, ...seen }: StaffVersion & { readonly reason: BlockReason },
): Promise<Result<{ released: number }>> {
  return withTransaction(async (tx) => {
    const found = await staffToChange(tx, actor, seen);
    if (!found.ok) return found;
    if (found.value.user.status !== "active") return fail(refuse("stale", { reason: "staff.moved" }));
    const moved = await moveStaff(tx, seen, { status: "blocked", blockedReason: reason });
    if (!moved.ok) return moved;
    const { userId } = seen;
    await audit(tx, {
      actorId: actor.userId,
      action: "staff.blocked",
      object: userId,
      outcome: "done",
      data: { reason },
    });
    await endSessionsBy(tx, actor.userId, userId, "blocked");
    await revokeKeysOf(tx, userId);
    await withdrawInvitationsOf(tx, userId);
    const released = await releaseClaims(tx, userId);
    return released.ok ? ok({ released: released.value }) : released;
  });
}

/** Lets somebody in again. Keys, claims and sessions do not come back; he signs in as before. */
export function unblockStaff(actor: Actor, seen: StaffVersion): Promise<Result<null>> {
  return withTransaction(async (tx) => {
    const found = await staffToChange(tx, actor, seen);
    if (!found.ok) return found;
    if (found.value.user.status !== "blocked") return fail(refuse("stale", { reason: "staff.moved" }));
    const moved = await moveStaff(tx, seen, { status: "active", blockedReason: null });
    if (!moved.ok) return moved;
    await audit(tx, {
      actorId: actor.userId,
      action: "staff.unblocked",
      object: seen.userId,
      outcome: "done",
    });
    // None should be left; one that is would wake up with him.
    await endSessionsBy(tx, actor.userId, seen.userId, "ended");
    return ok(null);
  });
}

import "server-only";
import type { Tx } from "@/db/transaction";
import { can, type Role } from "@/lib/filing/access";
import { ok, type Result } from "@/lib/filing/shared/result";
import { endSessionsBy } from "../accounts/end-sessions";
import { releaseClaims, revokeKeysOf, withdrawInvitationsOf } from "./staff-record";

/**
 * What follows when somebody's roles change, whoever changed them (an administrator, the role claim of an issuer): his
 * sessions and keys end, whom he may not ask in any more is not asked in by him, and what he may no longer judge goes
 * back to the queue.
 */
export async function settleRights(
  tx: Tx,
  {
    byId,
    userId,
    roles,
  }: { readonly byId: string; readonly userId: string; readonly roles: readonly Role[] },
): Promise<Result<null>> {
  await endSessionsBy(tx, byId, userId, "roles");
  await revokeKeysOf(tx, userId);
  if (!can({ roles }, "staff.manage")) await withdrawInvitationsOf(tx, userId);
  if (can({ roles }, "review.claim")) return ok(null);
  const released = await releaseClaims(tx, userId);
  return released.ok ? ok(null) : released;
}

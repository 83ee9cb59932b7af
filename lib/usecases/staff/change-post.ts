import "server-only";
import { eq } from "drizzle-orm";
import * as t from "@/db/schema";
import { type Tx, withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import { env } from "@/lib/env";
import type { Actor, Role } from "@/lib/filing/access";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { offeredPosts, postOf, STAFF_POSTS, type StaffPost, usesFactor } from "@/lib/filing/staff";
import { dropFactor } from "../accounts/factor";
import { keepRolesHere } from "../identities/staff-roles";
import { settleRights } from "./settle-rights";
import { moveStaff, type StaffRecord, type StaffVersion, staffToChange } from "./staff-record";

export interface PostChange extends StaffVersion {
  /** `none`: he leaves the staff and stays an applicant. */
  readonly post: StaffPost | "none";
}

async function mayChange(
  tx: Tx,
  { user, roles }: StaffRecord,
  post: PostChange["post"],
): Promise<Result<null>> {
  if (postOf(roles) === post) return fail(refuse("wrong_state", { reason: "staff.same-post" }));
  if (post !== "none")
    return offeredPosts(env.MODE === "sandbox").includes(post)
      ? ok(null)
      : fail(refuse("invalid", { reason: "staff.post-unoffered" }));
  const [account] = await tx
    .select({ id: t.accountMembers.accountId })
    .from(t.accountMembers)
    .where(eq(t.accountMembers.userId, user.id))
    .limit(1);
  return account === undefined ? fail(refuse("wrong_state", { reason: "staff.needs-post" })) : ok(null);
}

/**
 * Gives somebody another post. It holds at once: his sessions end, and what he may no longer judge goes back to the queue.
 * It also stays: where his roles came with a role claim, the next sign-in does not take it back.
 */
export function changePost(actor: Actor, { post, ...seen }: PostChange): Promise<Result<null>> {
  return withTransaction(async (tx) => {
    const found = await staffToChange(tx, actor, seen);
    if (!found.ok) return found;
    const allowed = await mayChange(tx, found.value, post);
    if (!allowed.ok) return allowed;
    const { userId } = seen;
    const moved = await moveStaff(tx, seen);
    if (!moved.ok) return moved;
    const roles: readonly Role[] = post === "none" ? [] : STAFF_POSTS[post];
    await tx.delete(t.userRoles).where(eq(t.userRoles.userId, userId));
    for (const role of roles) if (role !== "applicant") await tx.insert(t.userRoles).values({ userId, role });
    const claimed = await keepRolesHere(tx, userId);
    await audit(tx, {
      actorId: actor.userId,
      action: "staff.post-changed",
      object: userId,
      outcome: "done",
      data: { from: found.value.roles.join("+"), to: post, ...(claimed ? { claimEnded: true } : {}) },
    });
    if (!usesFactor(roles)) await dropFactor(tx, userId);
    return settleRights(tx, { byId: actor.userId, userId, roles });
  });
}

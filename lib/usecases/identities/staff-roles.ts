import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import { audit } from "@/lib/audit";
import { ok, type Result } from "@/lib/filing/shared/result";
import type { MappedRole } from "@/lib/identity/settings";
import { settleRights } from "../staff/settle-rights";
import { rolesOf } from "../staff/staff-record";

const MAPPED: readonly MappedRole[] = ["reviewer", "supervisor", "admin"];

/** The provider's own roles somebody has; officers come from the simulated authority's house and are none of them. */
export async function staffRolesOf(db: Db, userId: string): Promise<readonly MappedRole[]> {
  const rows = await db
    .select({ role: t.userRoles.role })
    .from(t.userRoles)
    .where(and(eq(t.userRoles.userId, userId), inArray(t.userRoles.role, [...MAPPED])));
  return MAPPED.filter((role) => rows.some((row) => row.role === role));
}

/**
 * Makes somebody's roles those of the role claim: what is gone there is gone here, with everything that goes with it.
 * His second factor stays: an issuer's word takes rights, not a lock.
 */
export async function takeRoles(tx: Tx, userId: string, roles: readonly MappedRole[]): Promise<Result<null>> {
  const before = await staffRolesOf(tx, userId);
  const given = roles.filter((role) => !before.includes(role));
  const taken = before.filter((role) => !roles.includes(role));
  if (given.length > 0) await tx.insert(t.userRoles).values(given.map((role) => ({ userId, role })));
  if (taken.length > 0)
    await tx.delete(t.userRoles).where(and(eq(t.userRoles.userId, userId), inArray(t.userRoles.role, taken)));
  if (given.length + taken.length === 0) return ok(null);
  // Who looks at him as an administrator meanwhile changes nothing unseen.
  await tx
    .update(t.users)
    .set({ version: sql`${t.users.version} + 1` })
    .where(eq(t.users.id, userId));
  await audit(tx, {
    actorId: userId,
    action: "staff.roles-claimed",
    object: userId,
    outcome: "done",
    data: { given: given.join(" "), taken: taken.join(" ") },
  });
  return settleRights(tx, { byId: userId, userId, roles: await rolesOf(tx, userId) });
}

const claimedBy = (userId: string) =>
  and(eq(t.identities.userId, userId), eq(t.identities.rolesManaged, true));

/** Do his roles come with a role claim? */
export async function areRolesClaimed(db: Db, userId: string): Promise<boolean> {
  return (await db.select({ id: t.identities.id }).from(t.identities).where(claimedBy(userId))).length > 0;
}

/** From now on his roles are given here, whatever an issuer claims; says whether that is new. */
export async function keepRolesHere(tx: Tx, userId: string): Promise<boolean> {
  const changed = await tx
    .update(t.identities)
    .set({ rolesManaged: false })
    .where(claimedBy(userId))
    .returning({ id: t.identities.id });
  return changed.length > 0;
}

import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "@/db/client";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import { audit } from "@/lib/audit";
import type { MappedRole } from "@/lib/identity/settings";

const MAPPED: readonly MappedRole[] = ["reviewer", "supervisor", "admin"];

/** The provider's own roles somebody has; officers come from the simulated authority's house and are none of them. */
export async function staffRolesOf(db: Db, userId: string): Promise<readonly MappedRole[]> {
  const rows = await db
    .select({ role: t.userRoles.role })
    .from(t.userRoles)
    .where(and(eq(t.userRoles.userId, userId), inArray(t.userRoles.role, [...MAPPED])));
  return MAPPED.filter((role) => rows.some((row) => row.role === role));
}

/** Makes somebody's roles those of the role claim: what is gone there is gone here. */
export async function takeRoles(tx: Tx, userId: string, roles: readonly MappedRole[]): Promise<void> {
  const before = await staffRolesOf(tx, userId);
  const given = roles.filter((role) => !before.includes(role));
  const taken = before.filter((role) => !roles.includes(role));
  if (given.length > 0) await tx.insert(t.userRoles).values(given.map((role) => ({ userId, role })));
  if (taken.length > 0)
    await tx.delete(t.userRoles).where(and(eq(t.userRoles.userId, userId), inArray(t.userRoles.role, taken)));
  if (given.length + taken.length > 0)
    await audit(tx, {
      actorId: userId,
      action: "staff.roles-claimed",
      object: userId,
      outcome: "done",
      data: { given: given.join(" "), taken: taken.join(" ") },
    });
}

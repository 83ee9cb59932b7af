import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import { systemClock } from "@/lib/clock";
import type { Actor, Role } from "@/lib/filing/access";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { userById } from "../accounts/users";
import { systemContext } from "../orders/context";
import { applyCommand, loadOrder } from "../orders/store";

/** Whom an administrator changes, and the version his page showed: two at one person never overwrite each other unseen. */
export interface StaffVersion {
  readonly userId: string;
  readonly version: number;
}

export interface StaffRecord {
  readonly user: typeof t.users.$inferSelect;
  readonly roles: readonly Exclude<Role, "applicant">[];
}

export async function rolesOf(db: Db, userId: string): Promise<StaffRecord["roles"]> {
  const rows = await db
    .select({ role: t.userRoles.role })
    .from(t.userRoles)
    .where(eq(t.userRoles.userId, userId));
  return rows.map(({ role }) => role);
}

/** Is he an administrator right now? Asked in the transaction: another one may have been faster than his request. */
export async function stillAdmin(tx: Tx, actor: Actor): Promise<Result<null>> {
  const user = await userById(tx, actor.userId);
  const admin = user?.status === "active" && (await rolesOf(tx, actor.userId)).includes("admin");
  return admin ? ok(null) : fail(refuse("forbidden"));
}

/**
 * The person to be changed. Nobody changes himself, and whoever changes somebody is an active administrator at that
 * moment: so the last active administrator cannot be blocked or lose his post, whoever tries at once with whom.
 */
export async function staffToChange(tx: Tx, actor: Actor, seen: StaffVersion): Promise<Result<StaffRecord>> {
  const admin = await stillAdmin(tx, actor);
  if (!admin.ok) return admin;
  if (seen.userId === actor.userId) return fail(refuse("forbidden", { reason: "staff.self" }));
  const [user, roles] = [await userById(tx, seen.userId), await rolesOf(tx, seen.userId)];
  if (user === undefined || roles.length === 0) return fail(refuse("not_found"));
  if (user.version !== seen.version) return fail(refuse("stale", { reason: "staff.moved" }));
  return ok({ user, roles });
}

type Change = Partial<Pick<StaffRecord["user"], "status" | "blockedReason">>;

/** Writes what is changed on the person's row, unless somebody else was faster. */
export async function moveStaff(tx: Tx, seen: StaffVersion, change: Change = {}): Promise<Result<null>> {
  const moved = await tx
    .update(t.users)
    .set({ ...change, version: sql`${t.users.version} + 1` })
    .where(and(eq(t.users.id, seen.userId), eq(t.users.version, seen.version)))
    .returning({ id: t.users.id });
  return moved.length === 0 ? fail(refuse("stale", { reason: "staff.moved" })) : ok(null);
}

/**
 * What somebody holds goes back into the queue, on the orders' own road. Where time has already done more to one of them,
 * that is what happens.
 */
export async function releaseClaims(tx: Tx, userId: string): Promise<Result<number>> {
  const held = await tx.select({ id: t.orders.id }).from(t.orders).where(eq(t.orders.claimUserId, userId));
  const ctx = await systemContext();
  for (const { id } of held) {
    const order = await loadOrder(tx, id);
    if (order === undefined) continue;
    const released = await applyCommand(tx, order, { type: "release" }, ctx);
    if (released.ok) continue;
    const swept = await applyCommand(tx, order, { type: "sweep" }, ctx);
    if (!swept.ok) return swept;
  }
  return ok(held.length);
}

/** Whom he asked in as an administrator and who has not come yet does not come by his word any more. */
export const withdrawInvitationsOf = (tx: Tx, userId: string) =>
  tx
    .delete(t.accountLinks)
    .where(
      and(
        eq(t.accountLinks.purpose, "staff"),
        eq(t.accountLinks.userId, userId),
        isNull(t.accountLinks.usedAt),
      ),
    );

/** Keys for scripts end with what they were given for. */
export const revokeKeysOf = (tx: Tx, userId: string) =>
  tx
    .update(t.apiTokens)
    .set({ revokedAt: systemClock().now() })
    .where(and(eq(t.apiTokens.userId, userId), isNull(t.apiTokens.revokedAt)));

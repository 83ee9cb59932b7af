import "server-only";
import { and, asc, desc, eq, gt, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { PolicyOverride } from "@/lib/filing/policy/settings";
import type { Db } from "../client";
import { prepared } from "../prepared";
import * as t from "../schema";
import type { Tx } from "../transaction";

const standing = prepared((db) =>
  db
    .select({
      id: t.policyChanges.id,
      setting: t.policyChanges.setting,
      value: t.policyChanges.value,
      effectiveFrom: t.policyChanges.effectiveFrom,
    })
    .from(t.policyChanges)
    .where(isNull(t.policyChanges.revokedAt))
    .orderBy(asc(t.policyChanges.effectiveFrom), asc(t.policyChanges.id))
    .prepare(),
);

/** Every own value of the provider that was not revoked, past, present and to come, in the order they take effect. */
export const policyOverrides = async (): Promise<readonly PolicyOverride[]> => standing().execute();

export type PolicyChangeRow = typeof t.policyChanges.$inferSelect;

/** Decisions on one setting, newest first, with the names of those who made them. */
export async function decisionsOn(db: Db, setting: string) {
  const revoker = alias(t.users, "revoker");
  const rows = await db
    .select({ change: t.policyChanges, by: t.users.displayName, revokedBy: revoker.displayName })
    .from(t.policyChanges)
    .innerJoin(t.users, eq(t.users.id, t.policyChanges.createdBy))
    .leftJoin(revoker, eq(revoker.id, t.policyChanges.revokedBy))
    .where(eq(t.policyChanges.setting, setting))
    .orderBy(desc(t.policyChanges.createdAt), desc(t.policyChanges.id));
  return rows.map(({ change, by, revokedBy }) => ({ ...change, by: by ?? "?", revokedByName: revokedBy }));
}

/** How many decisions there are on a setting; a revocation is one more. Rises with each, so it tells a stale page. */
export async function policyRevision(db: Db | Tx, setting: string): Promise<number> {
  const [row] = await db
    .select({ n: sql<number>`count(*) + count(${t.policyChanges.revokedAt})` })
    .from(t.policyChanges)
    .where(eq(t.policyChanges.setting, setting));
  return row?.n ?? 0;
}

export async function policyChange(db: Db | Tx, id: string): Promise<PolicyChangeRow | undefined> {
  const [row] = await db.select().from(t.policyChanges).where(eq(t.policyChanges.id, id)).limit(1);
  return row;
}

export async function insertPolicyChange(
  tx: Tx,
  row: Omit<PolicyChangeRow, "revokedAt" | "revokedBy" | "revokeReason">,
): Promise<void> {
  await tx.insert(t.policyChanges).values(row);
}

/** Takes back a decision that has not taken effect. @returns false when it has, or was taken back already. */
export async function revokePolicyChange(
  tx: Tx,
  id: string,
  by: { readonly at: number; readonly userId: string; readonly reason: string },
): Promise<boolean> {
  const rows = await tx
    .update(t.policyChanges)
    .set({ revokedAt: by.at, revokedBy: by.userId, revokeReason: by.reason })
    .where(
      and(
        eq(t.policyChanges.id, id),
        isNull(t.policyChanges.revokedAt),
        gt(t.policyChanges.effectiveFrom, by.at),
      ),
    )
    .returning();
  return rows.length > 0;
}

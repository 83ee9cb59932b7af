import "server-only";
import { and, eq, gt, isNull, lt, or } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { BusyError, withTransaction } from "@/db/transaction";
import { hashOfToken } from "@/lib/auth/bearer";
import { TOUCH_EVERY_MS } from "@/lib/auth/session-limits";
import { systemClock } from "@/lib/clock";
import type { Actor } from "@/lib/filing/access";
import { standingOf } from "../accounts/session-store";

/** "Last used" is written at most so often, and not at all while the database is busy. */
async function touch(id: string, now: number): Promise<void> {
  const old = or(isNull(t.apiTokens.lastUsedAt), lt(t.apiTokens.lastUsedAt, now - TOUCH_EVERY_MS));
  try {
    await withTransaction(async (tx) => {
      await tx
        .update(t.apiTokens)
        .set({ lastUsedAt: now })
        .where(and(eq(t.apiTokens.id, id), old));
    });
  } catch (error) {
    if (!(error instanceof BusyError)) throw error;
  }
}

/**
 * Whom a key stands for right now: not revoked, not run out, its user not blocked. Roles and accounts are read fresh;
 * a key made for an account is nobody as soon as its user has left it.
 */
export async function resolveToken(token: string): Promise<Actor | null> {
  const now = systemClock().now();
  const [row] = await read()
    .select({
      id: t.apiTokens.id,
      userId: t.apiTokens.userId,
      accountId: t.apiTokens.accountId,
      lastUsedAt: t.apiTokens.lastUsedAt,
    })
    .from(t.apiTokens)
    .innerJoin(t.users, eq(t.users.id, t.apiTokens.userId))
    .where(
      and(
        eq(t.apiTokens.tokenHash, hashOfToken(token)),
        isNull(t.apiTokens.revokedAt),
        gt(t.apiTokens.expiresAt, now),
        eq(t.users.status, "active"),
      ),
    )
    .limit(1);
  if (row === undefined) return null;
  const { roles, accountIds } = await standingOf(read(), row.userId);
  if (row.accountId !== null && !accountIds.includes(row.accountId)) return null;
  if (row.lastUsedAt === null || now - row.lastUsedAt >= TOUCH_EVERY_MS) await touch(row.id, now);
  return {
    userId: row.userId,
    roles,
    accountIds: row.accountId === null ? accountIds : [row.accountId],
    accountId: row.accountId,
    sessionId: `token:${row.id}`,
  };
}

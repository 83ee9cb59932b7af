import "server-only";
import { and, desc, eq, gt, isNull } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import { hashOfToken, newApiToken } from "@/lib/auth/bearer";
import { type NewToken, TOKENS_PER_USER } from "@/lib/auth/token-form";
import { systemClock } from "@/lib/clock";
import type { Actor } from "@/lib/filing/access";
import { DAY_MS } from "@/lib/filing/policy/calendar/time";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { newId } from "@/lib/ids";

export interface TokenView {
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
  readonly lastUsedAt: number | null;
  readonly expiresAt: number;
  readonly state: "active" | "expired" | "revoked";
}

/** The user's own keys, newest first; never the keys themselves. */
export async function listOwnTokens(actor: Actor): Promise<Result<readonly TokenView[]>> {
  const now = systemClock().now();
  const rows = await read()
    .select()
    .from(t.apiTokens)
    .where(eq(t.apiTokens.userId, actor.userId))
    .orderBy(desc(t.apiTokens.createdAt), desc(t.apiTokens.id));
  return ok(
    rows.map(({ id, name, createdAt, lastUsedAt, expiresAt, revokedAt }) => ({
      id,
      name,
      createdAt,
      lastUsedAt,
      expiresAt,
      state: revokedAt !== null ? "revoked" : expiresAt <= now ? "expired" : "active",
    })),
  );
}

/** Makes a key for scripts and gives it, this once. */
export async function createToken(
  actor: Actor,
  { name, days }: NewToken,
): Promise<Result<{ token: string }>> {
  const now = systemClock().now();
  const token = newApiToken();
  return withTransaction(async (tx) => {
    const mine = eq(t.apiTokens.userId, actor.userId);
    const alive = await tx
      .select({ id: t.apiTokens.id })
      .from(t.apiTokens)
      .where(and(mine, isNull(t.apiTokens.revokedAt), gt(t.apiTokens.expiresAt, now)));
    if (alive.length >= TOKENS_PER_USER)
      return fail(refuse("invalid", { reason: "token.too-many", params: { limit: TOKENS_PER_USER } }));
    const id = newId();
    await tx.insert(t.apiTokens).values({
      id,
      userId: actor.userId,
      accountId: actor.accountId,
      name,
      tokenHash: hashOfToken(token),
      createdAt: now,
      expiresAt: now + days * DAY_MS,
    });
    await audit(tx, {
      actorId: actor.userId,
      action: "token.created",
      object: id,
      outcome: "done",
      data: { days },
    });
    return ok({ token });
  });
}

/** Ends one of the user's own keys, at once and for good. Somebody else's is `not_found`. */
export async function revokeToken(
  actor: Actor,
  { tokenId }: { readonly tokenId: string },
): Promise<Result<null>> {
  const now = systemClock().now();
  return withTransaction(async (tx) => {
    const ended = await tx
      .update(t.apiTokens)
      .set({ revokedAt: now })
      .where(
        and(eq(t.apiTokens.id, tokenId), eq(t.apiTokens.userId, actor.userId), isNull(t.apiTokens.revokedAt)),
      )
      .returning({ id: t.apiTokens.id });
    if (ended.length === 0) return fail(refuse("not_found"));
    await audit(tx, { actorId: actor.userId, action: "token.revoked", object: tokenId, outcome: "done" });
    return ok(null);
  });
}

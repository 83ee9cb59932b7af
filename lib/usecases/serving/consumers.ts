import "server-only";
import { and, desc, eq, isNull } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import { hashOfToken, newApiToken } from "@/lib/auth/bearer";
import { systemClock } from "@/lib/clock";
import { type Actor, can } from "@/lib/filing/access";
import { MAX_CONSUMERS, type NewConsumer } from "@/lib/filing/serving/consumer-form";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { newId } from "@/lib/ids";

export interface ConsumerView {
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
  readonly lastUsedAt: number | null;
  readonly revokedAt: number | null;
}

/** Who may read what is served here, newest first; never a token. */
export async function listConsumers(actor: Actor): Promise<Result<readonly ConsumerView[]>> {
  if (!can(actor, "settings.manage")) return fail(refuse("forbidden"));
  const rows = await read()
    .select()
    .from(t.servingConsumers)
    .orderBy(desc(t.servingConsumers.createdAt), desc(t.servingConsumers.id));
  return ok(
    rows.map(({ id, name, createdAt, lastUsedAt, revokedAt }) => ({
      ...{ id, name, createdAt, lastUsedAt, revokedAt },
    })),
  );
}

/**
 * A new consumer. Its token is given, this once. It does not run out: a gateway that goes blind over night would close
 * every site, so a token ends when somebody ends it.
 */
export async function createConsumer(
  actor: Actor,
  { name }: NewConsumer,
): Promise<Result<{ readonly token: string }>> {
  if (!can(actor, "settings.manage")) return fail(refuse("forbidden"));
  const [id, token] = [newId(), newApiToken()];
  return withTransaction(async (tx) => {
    const alive = await tx
      .select({ id: t.servingConsumers.id })
      .from(t.servingConsumers)
      .where(isNull(t.servingConsumers.revokedAt));
    if (alive.length >= MAX_CONSUMERS)
      return fail(refuse("wrong_state", { reason: "serving.too-many", params: { limit: MAX_CONSUMERS } }));
    await tx.insert(t.servingConsumers).values({
      ...{ id, name, tokenHash: hashOfToken(token) },
      createdAt: systemClock().now(),
      createdBy: actor.userId,
    });
    await audit(tx, { actorId: actor.userId, action: "serving.created", object: id, outcome: "done" });
    return ok({ token });
  });
}

/** Ends a token at once and for good. */
export async function revokeConsumer(
  actor: Actor,
  { consumerId }: { readonly consumerId: string },
): Promise<Result<null>> {
  if (!can(actor, "settings.manage")) return fail(refuse("forbidden"));
  const now = systemClock().now();
  return withTransaction(async (tx) => {
    const ended = await tx
      .update(t.servingConsumers)
      .set({ revokedAt: now })
      .where(and(eq(t.servingConsumers.id, consumerId), isNull(t.servingConsumers.revokedAt)))
      .returning({ id: t.servingConsumers.id });
    if (ended.length === 0) return fail(refuse("not_found"));
    await audit(tx, {
      actorId: actor.userId,
      action: "serving.revoked",
      object: consumerId,
      outcome: "done",
    });
    return ok(null);
  });
}

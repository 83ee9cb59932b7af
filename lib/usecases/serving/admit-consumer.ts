import "server-only";
import { and, eq, isNull, lte, or } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { BusyError, withTransaction } from "@/db/transaction";
import { bearerOf, hashOfToken } from "@/lib/auth/bearer";
import { TOUCH_EVERY_MS } from "@/lib/auth/session-limits";
import { systemClock } from "@/lib/clock";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { hit } from "@/lib/limits";

/** Ten a second: a gateway that asks for a hundred names at once, or follows the changes, needs far less. */
const RATE = { max: 600, perSeconds: 60 } as const;

/** "Last used" is written at most so often, and not at all while the database is busy. */
async function touch(id: string, now: number): Promise<void> {
  const { servingConsumers: c } = t;
  const old = or(isNull(c.lastUsedAt), lte(c.lastUsedAt, now - TOUCH_EVERY_MS));
  try {
    await withTransaction(async (tx) => {
      await tx
        .update(c)
        .set({ lastUsedAt: now })
        .where(and(eq(c.id, id), old));
    });
  } catch (error) {
    if (!(error instanceof BusyError)) throw error;
  }
}

/** Whose token the call shows: missing, malformed, unknown and revoked are one answer. Then the consumer's own rate. */
export async function admitConsumer(headers: Headers): Promise<Result<{ readonly consumerId: string }>> {
  const token = bearerOf(headers);
  if (token === null) return fail(refuse("unauthenticated"));
  const { servingConsumers: c } = t;
  const [row] = await read()
    .select({ id: c.id, lastUsedAt: c.lastUsedAt })
    .from(c)
    .where(and(eq(c.tokenHash, hashOfToken(token)), isNull(c.revokedAt)));
  if (row === undefined) return fail(refuse("unauthenticated"));
  const allowed = await hit(`serving.consumer:${row.id}`, RATE.max, RATE.perSeconds);
  if (!allowed.ok) return fail(refuse("too_many", { params: { seconds: allowed.retryAfter } }));
  const now = systemClock().now();
  if (row.lastUsedAt === null || now - row.lastUsedAt >= TOUCH_EVERY_MS) await touch(row.id, now);
  return ok({ consumerId: row.id });
}

import "server-only";
import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import { systemClock } from "@/lib/clock";
import { env } from "@/lib/env";
import type { Actor } from "@/lib/filing/access";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { randomToken } from "@/lib/ids";
import type { Locale } from "@/lib/messages/locales";

/** A fast hash is enough: nobody guesses 256 random bits. */
const hashOf = (token: string): string => createHash("sha256").update(token).digest("base64url");

const mine = (userId: string, accountId: string) =>
  and(eq(t.calendarFeeds.userId, userId), eq(t.calendarFeeds.accountId, accountId));

/** Since when the user has an address for the account he works for; null: he has none. */
export async function getFeed(actor: Actor): Promise<Result<{ since: number | null }>> {
  if (actor.accountId === null) return ok({ since: null });
  const [row] = await read()
    .select({ createdAt: t.calendarFeeds.createdAt })
    .from(t.calendarFeeds)
    .where(mine(actor.userId, actor.accountId));
  return ok({ since: row?.createdAt ?? null });
}

/** Makes a new secret address and gives it, this once; the old one ends with it. */
export async function renewFeed(actor: Actor): Promise<Result<{ url: string }>> {
  const { userId, accountId } = actor;
  if (accountId === null) return fail(refuse("not_found"));
  const token = randomToken(32);
  const values = { tokenHash: hashOf(token), createdAt: systemClock().now() };
  return withTransaction(async (tx) => {
    await tx
      .insert(t.calendarFeeds)
      .values({ userId, accountId, ...values })
      .onConflictDoUpdate({ target: [t.calendarFeeds.userId, t.calendarFeeds.accountId], set: values });
    await audit(tx, { actorId: userId, action: "calendar.renewed", object: accountId, outcome: "done" });
    return ok({ url: `${env.PUBLIC_URL}/api/calendar/${token}.ics` });
  });
}

/** Ends the address at once. */
export async function endFeed(actor: Actor): Promise<Result<null>> {
  const { userId, accountId } = actor;
  if (accountId === null) return fail(refuse("not_found"));
  return withTransaction(async (tx) => {
    const ended = await tx
      .delete(t.calendarFeeds)
      .where(mine(userId, accountId))
      .returning({ userId: t.calendarFeeds.userId });
    if (ended.length === 0) return fail(refuse("not_found"));
    await audit(tx, { actorId: userId, action: "calendar.ended", object: accountId, outcome: "done" });
    return ok(null);
  });
}

/** Whose address it is: an active user who still belongs to the account. */
export async function feedOf(
  token: string,
): Promise<Result<{ readonly accountId: string; readonly locale: Locale }>> {
  const [row] = await read()
    .select({ accountId: t.calendarFeeds.accountId, locale: t.users.locale })
    .from(t.calendarFeeds)
    .innerJoin(t.users, and(eq(t.users.id, t.calendarFeeds.userId), eq(t.users.status, "active")))
    .innerJoin(
      t.accountMembers,
      and(
        eq(t.accountMembers.userId, t.calendarFeeds.userId),
        eq(t.accountMembers.accountId, t.calendarFeeds.accountId),
      ),
    )
    .where(eq(t.calendarFeeds.tokenHash, hashOf(token)))
    .limit(1);
  return row ? ok(row) : fail(refuse("not_found"));
}

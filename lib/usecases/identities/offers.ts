import "server-only";
import { createHash } from "node:crypto";
import { and, eq, gt, lt } from "drizzle-orm";
import type { Db } from "@/db/client";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import { systemClock } from "@/lib/clock";
import { safeNext } from "@/lib/http/next-path";
import type { Claims } from "@/lib/identity/claims";
import type { Audience } from "@/lib/identity/settings";
import { newId, randomToken } from "@/lib/ids";
import { masterKey, open, seal } from "@/lib/secrets";

const LIFE_MS = 30 * 60_000;
const TOKEN = /^[\w-]{43}$/;
const aad = (id: string): string => `identity_offer:${id}:claims`;
const hashOf = (token: string): string => createHash("sha256").update(token).digest("base64url");

/** Somebody who has proven who he is elsewhere, and still has to say who he is here. */
export interface Offer {
  readonly id: string;
  readonly audience: Audience;
  readonly claims: Claims;
  readonly next: string;
}

/** Keeps what the issuer said until the page after it is done; gives what only that browser gets. Sweeps old ones. */
export async function keepOffer(tx: Tx, offer: Omit<Offer, "id">): Promise<string> {
  const now = systemClock().now();
  const [id, token] = [newId(), randomToken(32)];
  await tx.delete(t.identityOffers).where(lt(t.identityOffers.expiresAt, now));
  await tx.insert(t.identityOffers).values({
    id,
    tokenHash: hashOf(token),
    audience: offer.audience,
    claimsEnc: seal(masterKey(), offer.claims, aad(id)),
    nextPath: offer.next,
    createdAt: now,
    expiresAt: now + LIFE_MS,
  });
  return token;
}

const living = (token: string) =>
  and(eq(t.identityOffers.tokenHash, hashOf(token)), gt(t.identityOffers.expiresAt, systemClock().now()));

const offerOf = (row: typeof t.identityOffers.$inferSelect): Offer => ({
  id: row.id,
  audience: row.audience,
  claims: open<Claims>(masterKey(), row.claimsEnc, aad(row.id)),
  // Judged again: it was a path of ours when it was written, and is followed without a look.
  next: safeNext(row.nextPath, "/sign-in"),
});

/** The offer of this browser, while it holds. */
export async function findOffer(db: Db, token: string | undefined): Promise<Offer | null> {
  if (token === undefined || !TOKEN.test(token)) return null;
  const [row] = await db.select().from(t.identityOffers).where(living(token));
  return row ? offerOf(row) : null;
}

/** Uses it up: of two at once one gets it. */
export async function spendOffer(tx: Tx, token: string): Promise<Offer | null> {
  const [row] = await tx.delete(t.identityOffers).where(living(token)).returning();
  return row ? offerOf(row) : null;
}

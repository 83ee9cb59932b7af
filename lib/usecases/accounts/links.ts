import "server-only";
import { createHash, createHmac } from "node:crypto";
import { and, eq, gt, inArray, isNull, lt } from "drizzle-orm";
import type { Db } from "@/db/client";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import { normaliseEmail } from "@/lib/auth/credentials";
import { systemClock } from "@/lib/clock";
import { env } from "@/lib/env";
import type { StaffPost } from "@/lib/filing/staff";
import { newId } from "@/lib/ids";
import type { Locale } from "@/lib/messages/locales";
import { blindIndex, masterKey, open, purposeKey, seal } from "@/lib/secrets";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

export type LinkPurpose = (typeof t.LINK_PURPOSES)[number];
export type LinkRow = typeof t.accountLinks.$inferSelect;

/** How long a link works, and the page it leads to. */
const LINKS: Readonly<Record<LinkPurpose, { readonly lifeMs: number; readonly path: string }>> = {
  register: { lifeMs: 24 * HOUR_MS, path: "/confirm" },
  reset: { lifeMs: 30 * MINUTE_MS, path: "/reset" },
  invite: { lifeMs: 7 * 24 * HOUR_MS, path: "/invite" },
  // Opens other people's documents: shorter than a member's.
  staff: { lifeMs: 72 * HOUR_MS, path: "/invite/staff" },
  email_old: { lifeMs: 24 * HOUR_MS, path: "/confirm/email" },
  email_new: { lifeMs: 24 * HOUR_MS, path: "/confirm/email" },
  identity: { lifeMs: 30 * MINUTE_MS, path: "/sign-in/finish" },
};

const aad = (id: string): string => `account_link:${id}:email`;

/** Made from the id with a key of ours, so that mails can be worded again after a failure and nothing secret is stored. */
const tokenOf = (id: string): string =>
  createHmac("sha256", purposeKey("account-link")).update(id).digest("base64url");
const hashOf = (token: string): string => createHash("sha256").update(token).digest("base64url");

export const linkUrl = ({ id, purpose }: Pick<LinkRow, "id" | "purpose">): string =>
  `${env.PUBLIC_URL}${LINKS[purpose].path}?t=${tokenOf(id)}`;
export const addressOf = (link: Pick<LinkRow, "id" | "emailEnc">): string =>
  open<string>(masterKey(), link.emailEnc, aad(link.id));

/** What an invitation of staff says besides its address. */
export interface StaffOffer {
  readonly post: StaffPost;
  /** As colleagues will see it; its owner may write it differently. */
  readonly name: string;
}

const offerAad = (id: string): string => `account_link:${id}:staff`;
export const offerOf = ({ id, staffEnc }: Pick<LinkRow, "id" | "staffEnc">): StaffOffer | null =>
  staffEnc === null ? null : open<StaffOffer>(masterKey(), staffEnc, offerAad(id));

export interface NewLink {
  readonly purpose: LinkPurpose;
  readonly email: string;
  readonly locale: Locale;
  readonly userId?: string;
  readonly accountId?: string;
  readonly changeId?: string;
  readonly staff?: StaffOffer;
}

/** Makes a link; an earlier one for the same purpose and address stops working. Sweeps what has run out. */
export async function issueLink(
  tx: Tx,
  { purpose, email, locale, staff, ...about }: NewLink,
): Promise<string> {
  const now = systemClock().now();
  const emailIdx = blindIndex("email", normaliseEmail(email));
  const id = newId();
  await tx.delete(t.accountLinks).where(lt(t.accountLinks.expiresAt, now));
  await tx
    .delete(t.accountLinks)
    .where(
      and(
        eq(t.accountLinks.purpose, purpose),
        eq(t.accountLinks.emailIdx, emailIdx),
        about.accountId === undefined ? undefined : eq(t.accountLinks.accountId, about.accountId),
        about.changeId === undefined ? undefined : eq(t.accountLinks.changeId, about.changeId),
      ),
    );
  await tx.insert(t.accountLinks).values({
    id,
    tokenHash: hashOf(tokenOf(id)),
    purpose,
    emailIdx,
    emailEnc: seal(masterKey(), email.trim(), aad(id)),
    locale,
    staffEnc: staff ? seal(masterKey(), staff, offerAad(id)) : null,
    ...about,
    createdAt: now,
    expiresAt: now + LINKS[purpose].lifeMs,
  });
  return id;
}

const living = (token: string, purposes: readonly LinkPurpose[]) =>
  and(
    eq(t.accountLinks.tokenHash, hashOf(token)),
    inArray(t.accountLinks.purpose, [...purposes]),
    isNull(t.accountLinks.usedAt),
    gt(t.accountLinks.expiresAt, systemClock().now()),
  );

/** The link, while it works. */
export async function findLink(db: Db, token: string, ...purposes: LinkPurpose[]) {
  const [row] = await db.select().from(t.accountLinks).where(living(token, purposes));
  return row;
}

/** Uses the link up: of two at once one gets it. */
export async function spendLink(tx: Tx, token: string, ...purposes: LinkPurpose[]) {
  const [row] = await tx
    .update(t.accountLinks)
    .set({ usedAt: systemClock().now() })
    .where(living(token, purposes))
    .returning();
  return row;
}

import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { z } from "zod";
import { domainKey } from "@/lib/filing/application/identifiers/domain-name";
import { masterKey, open, seal } from "@/lib/secrets";
import type { StoreDb } from "./store/client";
import * as t from "./store/schema";
import type { StoreTx } from "./store/transaction";
import { certIndex } from "./submissions";

export const BLACKLIST_KINDS = ["organiser", "domain", "name"] as const;
export type BlacklistKind = (typeof BLACKLIST_KINDS)[number];

export const BlacklistEntry = z.strictObject({
  kind: z.enum(BLACKLIST_KINDS),
  /** Certificate number, domain or service name. */
  value: z.string().trim().min(2).max(200),
  reason: z.string().trim().min(2).max(200),
});
export type BlacklistEntry = z.infer<typeof BlacklistEntry>;

export interface BlacklistRow {
  readonly kind: BlacklistKind;
  /** What removes it: the keyed hash of an organiser, the word itself. */
  readonly key: string;
  /** A certificate number only in part. */
  readonly shown: string;
  readonly reason: string;
  readonly since: number;
}

const aad = (certIdx: string) => `authority:blacklist:${certIdx}`;

/** The ends of a number: enough to recognise it by, not to learn it. */
function masked(certNo: string): string {
  return certNo.length < 8 ? `${certNo.slice(0, 1)}***` : `${certNo.slice(0, 4)}****${certNo.slice(-2)}`;
}

/** How a domain or a name is written in the list, and looked up. */
export const wordKey = (kind: "domain" | "name", word: string): string =>
  kind === "domain" ? domainKey(word) : word.trim().toLowerCase();

/** Newest first. */
export async function blacklistRows(db: StoreDb): Promise<readonly BlacklistRow[]> {
  const organisers = await db.select().from(t.blacklist).orderBy(desc(t.blacklist.since));
  const words = await db.select().from(t.blacklistedWords).orderBy(desc(t.blacklistedWords.since));
  return [
    ...organisers.map(({ certIdx, certEnc, reason, since }) => ({
      kind: "organiser" as const,
      key: certIdx,
      shown: certEnc === null ? "****" : masked(open<string>(masterKey(), certEnc, aad(certIdx))),
      reason,
      since,
    })),
    ...words.map(({ kind, word, reason, since }) => ({ kind, key: word, shown: word, reason, since })),
  ].sort((a, b) => b.since - a.since);
}

/** Adds an entry, or gives it another reason. */
export async function addEntry(tx: StoreTx, entry: BlacklistEntry, now: number): Promise<void> {
  const { kind, value, reason } = entry;
  if (kind === "organiser") {
    const certIdx = certIndex(value);
    const certEnc = seal(masterKey(), value.toUpperCase(), aad(certIdx));
    await tx
      .insert(t.blacklist)
      .values({ certIdx, certEnc, reason, since: now })
      .onConflictDoUpdate({ target: t.blacklist.certIdx, set: { reason, certEnc } });
    return;
  }
  await tx
    .insert(t.blacklistedWords)
    .values({ kind, word: wordKey(kind, value), reason, since: now })
    .onConflictDoUpdate({ target: [t.blacklistedWords.kind, t.blacklistedWords.word], set: { reason } });
}

/** @returns whether it was there. */
export async function removeEntry(tx: StoreTx, kind: BlacklistKind, key: string): Promise<boolean> {
  const gone =
    kind === "organiser"
      ? await tx.delete(t.blacklist).where(eq(t.blacklist.certIdx, key)).returning()
      : await tx
          .delete(t.blacklistedWords)
          .where(and(eq(t.blacklistedWords.kind, kind), eq(t.blacklistedWords.word, key)))
          .returning();
  return gone.length > 0;
}

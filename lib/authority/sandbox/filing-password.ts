import "server-only";
import { createHmac, randomInt } from "node:crypto";
import { eq } from "drizzle-orm";
import { DAY_MS } from "@/lib/filing/policy/calendar";
import { newId } from "@/lib/ids";
import { translator } from "@/lib/messages/translator";
import { masterKey, open, purposeKey, seal } from "@/lib/secrets";
import type { SmsText } from "./payload";
import { loadSettings } from "./settings";
import type { StoreDb } from "./store/client";
import * as t from "./store/schema";
import type { StoreTx } from "./store/transaction";

/** Nothing that is read as something else; the authority's own were about as long. */
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
const LENGTH = 8;
/** So many wrong ones in a row; then even the right one waits, or a new one is asked for. */
const PASSWORD_TRIES = 5;
const PASSWORD_LOCK_MS = DAY_MS;
/** So long after one was sent no other is: it is on its way to who asked, and back with a cancellation. */
const FRESH_MS = 30 * 60_000;

const draw = (): string => Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join("");

/** Bound to the number: the same password of two organisers is two hashes. */
const hashOf = (entityNumber: string, password: string): string =>
  createHmac("sha256", purposeKey("authority.filing-password"))
    .update(`${entityNumber}\0${password.trim()}`)
    .digest("base64url");

/** Where a password is sent: to the entity lead as he is filed. */
export interface PasswordReceiver {
  readonly phone: string | null;
  readonly email: string | null;
}

const aad = (id: string) => `authority:password-message:${id}`;
export const openPasswordMessage = (id: string, blob: Buffer): SmsText =>
  open<SmsText>(masterKey(), blob, aad(id));

/** A new password in place of an earlier one, by text message and mail; tries begin anew with it. */
export async function issuePassword(
  tx: StoreTx,
  entityNumber: string,
  { phone, email }: PasswordReceiver,
  now: number,
): Promise<void> {
  const password = draw();
  const row = {
    passwordIdx: hashOf(entityNumber, password),
    issuedAt: now,
    wrong: 0,
    lockedUntil: null,
  };
  await tx
    .insert(t.filingPasswords)
    .values({ entityNumber, ...row })
    .onConflictDoUpdate({ target: t.filingPasswords.entityNumber, set: row });
  const body = translator("zh-CN")("authority.sms.password", { number: entityNumber, password });
  const ways = [
    ["sms", phone],
    ["mail", email],
  ] as const;
  for (const [channel, to] of ways) {
    if (to === null || to === "") continue;
    const id = newId();
    const bodyEnc = seal(masterKey(), { to, body } satisfies SmsText, aad(id));
    await tx.insert(t.passwordMessages).values({ id, entityNumber, channel, bodyEnc, at: now });
  }
}

/** Was one sent a moment ago? Not where it is closed: then a new one is what opens it. */
export async function isFresh(db: StoreDb, entityNumber: string, now: number): Promise<boolean> {
  const [row] = await db
    .select({ issuedAt: t.filingPasswords.issuedAt, lockedUntil: t.filingPasswords.lockedUntil })
    .from(t.filingPasswords)
    .where(eq(t.filingPasswords.entityNumber, entityNumber));
  if (row === undefined || (row.lockedUntil !== null && now < row.lockedUntil)) return false;
  return now < row.issuedAt + FRESH_MS;
}

/** With the first approval, where this desk gives them out. */
export async function issueFirst(
  tx: StoreTx,
  entityNumber: string,
  to: PasswordReceiver,
  now: number,
): Promise<void> {
  if ((await loadSettings(tx)).filingPassword !== "off") await issuePassword(tx, entityNumber, to, now);
}

/**
 * What speaks against a cancellation with this password; null: nothing. A wrong one is counted, and after five the number
 * is closed for a day, or until its lead has had a new one sent.
 */
export async function passwordObjection(
  tx: StoreTx,
  entityNumber: string,
  given: string | undefined,
  now: number,
): Promise<string | null> {
  const { filingPassword } = await loadSettings(tx);
  if (filingPassword === "off") return null;
  if (given === undefined || given === "")
    return filingPassword === "required" ? "FILING_PASSWORD_MISSING" : null;
  const [row] = await tx
    .select()
    .from(t.filingPasswords)
    .where(eq(t.filingPasswords.entityNumber, entityNumber));
  if (row === undefined) return "FILING_PASSWORD_WRONG";
  if (row.lockedUntil !== null && now < row.lockedUntil) return "FILING_PASSWORD_LOCKED";
  const right = row.passwordIdx === hashOf(entityNumber, given);
  const wrong = right ? 0 : (row.lockedUntil === null ? row.wrong : 0) + 1;
  await tx
    .update(t.filingPasswords)
    .set({ wrong, lockedUntil: wrong >= PASSWORD_TRIES ? now + PASSWORD_LOCK_MS : null })
    .where(eq(t.filingPasswords.entityNumber, entityNumber));
  return right ? null : "FILING_PASSWORD_WRONG";
}

/** Of an organiser who is gone. */
export const dropPassword = (tx: StoreTx, entityNumber: string) =>
  tx.delete(t.filingPasswords).where(eq(t.filingPasswords.entityNumber, entityNumber));

import "server-only";
import { createHmac, randomBytes } from "node:crypto";
import { and, count, eq, isNull, lt } from "drizzle-orm";
import { Secret, TOTP } from "otpauth";
import type { Db } from "@/db/client";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import { systemClock } from "@/lib/clock";
import { masterKey, open, purposeKey, seal } from "@/lib/secrets";

/** RFC 6238 as every app knows it. A code of the step before or after the present one is taken, too. */
const CODE = { algorithm: "SHA1", digits: 6, period: 30 } as const;
const WINDOW = 1;
/** 160 bits, what RFC 4226 recommends for SHA-1. */
const SECRET_BYTES = 20;
const RECOVERY_CODES = 10;
/** Without letters and digits that look alike; 32 of them, five bits each. */
const ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const RECOVERY_LENGTH = 10;

const aad = (userId: string): string => `user:${userId}:factor`;
const secretOf = (row: { readonly userId: string; readonly secretEnc: Buffer }): string =>
  open<string>(masterKey(), row.secretEnc, aad(row.userId));

export type Factor = typeof t.staffFactors.$inferSelect;

/** The second factor of somebody, set up or being set up. */
export async function factorOf(db: Db, userId: string): Promise<Factor | undefined> {
  const [row] = await db.select().from(t.staffFactors).where(eq(t.staffFactors.userId, userId));
  return row;
}

/** Is he asked for a code after his password? Whoever set one up is, whatever the provider offers now. */
export async function asksFactor(db: Db, userId: string): Promise<boolean> {
  const factor = await factorOf(db, userId);
  return factor !== undefined && factor.confirmedAt !== null;
}

/** Is it being set up in this session? In any other its secret is nobody's business. */
export const isBegunBy = (factor: Factor, sessionId: string): boolean =>
  factor.confirmedAt === null && factor.sessionId === sessionId;

/** Begins (anew) what a code confirms, for one session alone; a confirmed factor stays as it is. */
export async function beginFactor(tx: Tx, userId: string, sessionId: string): Promise<void> {
  const secret = new Secret({ size: SECRET_BYTES }).base32;
  const begun = {
    secretEnc: seal(masterKey(), secret, aad(userId)),
    lastStep: 0,
    sessionId,
    createdAt: systemClock().now(),
  };
  await tx
    .insert(t.staffFactors)
    .values({ userId, ...begun })
    .onConflictDoUpdate({
      target: t.staffFactors.userId,
      set: begun,
      setWhere: isNull(t.staffFactors.confirmedAt),
    });
}

/** What the person's app is given: the secret in words, and the address a QR code holds. */
export function enrolment(factor: Factor, label: string, issuer: string): { secret: string; uri: string } {
  const secret = secretOf(factor);
  return { secret, uri: new TOTP({ ...CODE, issuer, label, secret }).toString() };
}

/** The time step a code belongs to, if it is one of the three that count now. */
function stepOf(factor: Factor, token: string): number | null {
  const timestamp = systemClock().now();
  const delta = new TOTP({ ...CODE, secret: secretOf(factor) }).validate({
    token,
    timestamp,
    window: WINDOW,
  });
  return delta === null ? null : TOTP.counter({ period: CODE.period, timestamp }) + delta;
}

const hashOf = (userId: string, code: string): string =>
  createHmac("sha256", purposeKey("recovery-code")).update(`${userId}\0${code}`).digest("base64url");

/** Spaces, dashes and small letters are forgiven. */
const normalise = (code: string): string => code.replace(/[\s-]/g, "").toUpperCase();

/** Takes a code of the app, once: of two who show the same one, one gets in. Written where the step still lies ahead. */
async function takeStep(tx: Tx, factor: Factor, token: string): Promise<boolean> {
  const step = stepOf(factor, token);
  if (step === null) return false;
  const taken = await tx
    .update(t.staffFactors)
    .set({ lastStep: step })
    .where(and(eq(t.staffFactors.userId, factor.userId), lt(t.staffFactors.lastStep, step)))
    .returning({ userId: t.staffFactors.userId });
  return taken.length > 0;
}

async function takeRecoveryCode(tx: Tx, userId: string, code: string): Promise<boolean> {
  const taken = await tx
    .update(t.recoveryCodes)
    .set({ usedAt: systemClock().now() })
    .where(
      and(
        eq(t.recoveryCodes.userId, userId),
        eq(t.recoveryCodes.codeHash, hashOf(userId, code)),
        isNull(t.recoveryCodes.usedAt),
      ),
    )
    .returning({ userId: t.recoveryCodes.userId });
  return taken.length > 0;
}

/** Takes a code of the app or one of the recovery codes, and uses it up; says which, or null. */
export async function takeCode(tx: Tx, userId: string, typed: string): Promise<"totp" | "recovery" | null> {
  const factor = await factorOf(tx, userId);
  if (factor === undefined || factor.confirmedAt === null) return null;
  const code = normalise(typed);
  if (/^\d{6}$/.test(code)) return (await takeStep(tx, factor, code)) ? "totp" : null;
  return (await takeRecoveryCode(tx, userId, code)) ? "recovery" : null;
}

/** The first code of a new factor makes it one, in the session that began it. */
export async function confirmFactor(
  tx: Tx,
  userId: string,
  sessionId: string,
  typed: string,
): Promise<boolean> {
  const factor = await factorOf(tx, userId);
  if (factor === undefined || !isBegunBy(factor, sessionId)) return false;
  if (!(await takeStep(tx, factor, normalise(typed)))) return false;
  await tx
    .update(t.staffFactors)
    .set({ confirmedAt: systemClock().now(), sessionId: null })
    .where(eq(t.staffFactors.userId, userId));
  return true;
}

/** Ten new codes in place of the old ones. They are shown once: only hashes are kept. */
export async function makeRecoveryCodes(tx: Tx, userId: string): Promise<readonly string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, () =>
    Array.from(randomBytes(RECOVERY_LENGTH), (byte) => ALPHABET[byte % ALPHABET.length]).join(""),
  );
  await tx.delete(t.recoveryCodes).where(eq(t.recoveryCodes.userId, userId));
  await tx
    .insert(t.recoveryCodes)
    .values(codes.map((code) => ({ userId, codeHash: hashOf(userId, code), usedAt: null })));
  return codes.map((code) => `${code.slice(0, 5)}-${code.slice(5)}`);
}

export async function recoveryCodesLeft(db: Db, userId: string): Promise<number> {
  const [left] = await db
    .select({ n: count() })
    .from(t.recoveryCodes)
    .where(and(eq(t.recoveryCodes.userId, userId), isNull(t.recoveryCodes.usedAt)));
  return left?.n ?? 0;
}

/** Takes the second factor away with its recovery codes; false when there was none. */
export async function dropFactor(tx: Tx, userId: string): Promise<boolean> {
  await tx.delete(t.recoveryCodes).where(eq(t.recoveryCodes.userId, userId));
  const gone = await tx
    .delete(t.staffFactors)
    .where(eq(t.staffFactors.userId, userId))
    .returning({ confirmedAt: t.staffFactors.confirmedAt });
  return gone.some(({ confirmedAt }) => confirmedAt !== null);
}

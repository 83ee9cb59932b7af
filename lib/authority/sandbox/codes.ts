import "server-only";
import { createHmac, randomInt } from "node:crypto";
import { purposeKey } from "@/lib/secrets";

/** What an SMS verification compares. Stored as keyed hashes only: equal values are found, none can be read back. */
export type SecretKind = "phone" | "tail" | "code";

const NORMALISE: Readonly<Record<SecretKind, (value: string) => string>> = {
  phone: (value) => value.replace(/[\s-]/g, "").replace(/^\+?86(?=1\d{10}$)/, ""),
  tail: (value) => value.trim().toUpperCase(),
  code: (value) => value.trim(),
};

/** Keyed hash of a phone, of the last six characters of an ID document, or of a code. */
export const hashOf = (kind: SecretKind, value: string): string =>
  createHmac("sha256", purposeKey("authority.sms"))
    .update(`${kind}\0${NORMALISE[kind](value)}`)
    .digest("base64url");

/** Six digits, leading zeros included. */
export const randomCode = (): string => String(randomInt(0, 1_000_000)).padStart(6, "0");

/** A code no pending verification has; the space is large, so a crowded one is a bug. */
export async function freeCode(
  taken: (codeIdx: string) => Promise<boolean>,
  draw: () => string = randomCode,
): Promise<{ readonly code: string; readonly codeIdx: string }> {
  for (let tries = 0; tries < 1000; tries++) {
    const code = draw();
    const codeIdx = hashOf("code", code);
    if (!(await taken(codeIdx))) return { code, codeIdx };
  }
  throw new Error("no free SMS code found");
}

/** Last six characters of an ID document, as the verification form asks for them. */
export const tailOf = (idNo: string): string => idNo.trim().slice(-6).toUpperCase();

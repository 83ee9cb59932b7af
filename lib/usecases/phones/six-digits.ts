import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { purposeKey } from "@/lib/secrets";

/** Six digits made from what they prove with a key of ours: they are stored nowhere. */
export function sixDigits(subject: string): string {
  const digest = createHmac("sha256", purposeKey("phone-code")).update(subject).digest();
  return String(digest.readUIntBE(0, 6) % 1_000_000).padStart(6, "0");
}

export const digitsFit = (subject: string, typed: string): boolean =>
  /^\d{6}$/.test(typed) && timingSafeEqual(Buffer.from(sixDigits(subject)), Buffer.from(typed));

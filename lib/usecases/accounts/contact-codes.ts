import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { eq } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import type { Locale } from "@/lib/messages/locales";
import { translator } from "@/lib/messages/translator";
import { purposeKey } from "@/lib/secrets";
import { changeById, newValueOf } from "./contact-changes";
import { profileOf } from "./own-account";
import { userById } from "./users";

/** Six digits made from the change and its end with a key of ours: they are stored nowhere. */
function codeOf(changeId: string, end: "old" | "new"): string {
  const digest = createHmac("sha256", purposeKey("phone-code")).update(`${changeId}:${end}`).digest();
  return String(digest.readUIntBE(0, 6) % 1_000_000).padStart(6, "0");
}

export const codeFits = (changeId: string, end: "old" | "new", typed: string): boolean =>
  /^\d{6}$/.test(typed) && timingSafeEqual(Buffer.from(codeOf(changeId, end)), Buffer.from(typed));

/** The text message with the code, to the end it proves; null when the change is over. */
export async function codeMessage(
  changeId: string,
  end: "old" | "new",
): Promise<{ to: string; body: string } | null> {
  const change = await changeById(read(), changeId);
  if (change === undefined || change.accountId === null) return null;
  const user = await userById(read(), change.userId);
  const [row] = await read().select().from(t.accounts).where(eq(t.accounts.id, change.accountId));
  if (user === undefined || row === undefined) return null;
  const to = end === "new" ? newValueOf(change) : profileOf(row).securityPhone;
  if (to === null) return null;
  const locale: Locale = user.locale;
  return { to, body: translator(locale)(`account.sms.${end}`, { code: codeOf(changeId, end) }) };
}

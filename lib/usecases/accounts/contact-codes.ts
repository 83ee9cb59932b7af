import "server-only";
import { eq } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import type { Locale } from "@/lib/messages/locales";
import { translator } from "@/lib/messages/translator";
import { digitsFit, sixDigits } from "../phones/six-digits";
import { signature } from "../provider/brand";
import { changeById, newValueOf } from "./contact-changes";
import { profileOf } from "./own-account";
import { userById } from "./users";

type End = "old" | "new";
const subjectOf = (changeId: string, end: End): string => `${changeId}:${end}`;

export const codeFits = (changeId: string, end: End, typed: string): boolean =>
  digitsFit(subjectOf(changeId, end), typed);

/** The text message with the code, to the end it proves; null when the change is over. */
export async function codeMessage(changeId: string, end: End): Promise<{ to: string; body: string } | null> {
  const change = await changeById(read(), changeId);
  if (change === undefined || change.accountId === null) return null;
  const user = await userById(read(), change.userId);
  const [row] = await read().select().from(t.accounts).where(eq(t.accounts.id, change.accountId));
  if (user === undefined || row === undefined) return null;
  const to = end === "new" ? newValueOf(change) : profileOf(row).securityPhone;
  if (to === null) return null;
  const locale: Locale = user.locale;
  return {
    to,
    body: translator(locale)(`account.sms.${end}`, {
      sign: await signature(locale),
      code: sixDigits(subjectOf(changeId, end)),
    }),
  };
}

import "server-only";
import { eq } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { systemClock } from "@/lib/clock";
import { personById } from "@/lib/filing/application/access";
import { translator } from "@/lib/messages/translator";
import { blindIndex } from "@/lib/secrets";
import { userById } from "../accounts/users";
import { loadOrder, openDraft } from "../orders/records";
import { signature } from "../provider/brand";
import { sixDigits } from "./six-digits";

/** How long a code works: somebody has the phone in his hand, or rings up who has. */
export const CODE_MINUTES = 15;

/** Six digits are soon guessed: after so many wrong ones a new code is needed. */
export const CODE_TRIES = 5;

/** What the digits of a lead's code are made from. */
export const leadCodeOf = (proofId: string): string => `lead:${proofId}`;

/**
 * The text message with the code for contact 1 of a lead; null when it is over, or the document names another number by
 * now. The number stands in the document alone.
 */
export async function leadCodeMessage(
  proofId: string,
): Promise<{ to: string; body: string; orderId: string } | null> {
  const [proof] = await read().select().from(t.phoneProofs).where(eq(t.phoneProofs.id, proofId));
  if (proof === undefined || proof.provenAt !== null || proof.expiresAt <= systemClock().now()) return null;
  const { orderId } = proof;
  const [order, user] = await Promise.all([loadOrder(read(), orderId), userById(read(), proof.userId)]);
  if (order === undefined || user === undefined) return null;
  const draft = await openDraft(read(), order);
  const to = draft.ok ? (personById(draft.value.application, proof.personId)?.phone1 ?? "") : "";
  if (blindIndex("phone", to) !== proof.phoneIdx) return null;
  const code = sixDigits(leadCodeOf(proofId));
  return {
    to,
    orderId,
    body: translator(user.locale)("account.sms.lead", {
      sign: await signature(user.locale),
      code,
      minutes: CODE_MINUTES,
    }),
  };
}

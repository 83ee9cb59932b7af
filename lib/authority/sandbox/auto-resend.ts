import "server-only";
import { and, eq, gt, isNull } from "drizzle-orm";
import { dayOf, HOUR_MS, shiftDay, startOfDay } from "@/lib/filing/policy/calendar/time";
import { openPayload } from "./payload";
import { SMS_AUTO_RESEND_HOUR } from "./rules";
import { drawCode, sendCode } from "./sms";
import * as t from "./store/schema";
import type { StoreTx } from "./store/transaction";

/** Noon of the day after the first message (DF §3.1); past the 24 hours when that was sent before noon. */
const autoResendAt = (sentAt: number): number =>
  startOfDay(shiftDay(dayOf(sentAt), 1)) + SMS_AUTO_RESEND_HOUR * HOUR_MS;

/**
 * Sends a code once more, by itself, to every lead who has not verified by noon of the next day. It is nobody's resend: the
 * three a lead may ask for stay his. Only hashes are kept, so it is a new code, and the newest one counts.
 */
export async function resendDueSms(tx: StoreTx, now: number): Promise<number> {
  const waiting = await tx
    .select({ verification: t.verifications, submission: t.submissions })
    .from(t.verifications)
    .innerJoin(t.submissions, eq(t.submissions.sequence, t.verifications.sequence))
    .where(
      and(
        eq(t.submissions.state, "sms"),
        gt(t.submissions.smsDeadline, now),
        eq(t.verifications.state, "pending"),
        isNull(t.verifications.autoResentAt),
      ),
    );
  const due = waiting.filter(({ verification }) => autoResendAt(verification.sentAt) <= now);
  for (const { verification, submission } of due) {
    const lead = openPayload(submission).smsTo.find(({ personId }) => personId === verification.personId);
    if (lead === undefined) continue;
    const { code, codeIdx } = await drawCode(tx);
    await tx
      .update(t.verifications)
      .set({ codeIdx, autoResentAt: now })
      .where(eq(t.verifications.id, verification.id));
    await sendCode(tx, submission, lead, code, now);
  }
  return due.length;
}

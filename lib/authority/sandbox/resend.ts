import "server-only";
import { eq } from "drizzle-orm";
import { SMS_RESEND_INTERVAL_MS, SMS_RESEND_WINDOW_MS, SMS_RESENDS_PER_DAY } from "./rules";
import { drawCode, sendCode } from "./sms";
import * as t from "./store/schema";
import type { StoreTx } from "./store/transaction";
import { submissionOf } from "./submissions";
import { countWrong, failOverdue, hashesOf, pendingFor, type Try, type Verification } from "./verification";

export type ResendOutcome = "sent" | "nothing_pending" | "too_soon" | "too_often";

/** The newest code is the valid one: only hashes are kept, so an old one cannot be sent again. */
async function sendAgain(
  tx: StoreTx,
  row: Verification,
  input: Omit<Try, "code">,
  now: number,
): Promise<ResendOutcome> {
  const submission = await submissionOf(tx, row.sequence);
  if (submission?.state !== "sms") return "nothing_pending";
  const recent = row.resends.filter((at) => at > now - SMS_RESEND_WINDOW_MS);
  if (now - Math.max(row.sentAt, row.autoResentAt ?? 0, ...recent) < SMS_RESEND_INTERVAL_MS)
    return "too_soon";
  if (recent.length >= SMS_RESENDS_PER_DAY) return "too_often";
  const { code, codeIdx } = await drawCode(tx);
  await tx
    .update(t.verifications)
    .set({ codeIdx, resends: [...recent, now] })
    .where(eq(t.verifications.id, row.id));
  await sendCode(tx, submission, { phone: input.phone, idNoTail: input.tail }, code, now);
  return "sent";
}

/**
 * A new code for whoever knows phone and document tail. A wrong tail is a wrong input like any other: it counts, and
 * hears what a stranger hears.
 */
export async function resendCode(tx: StoreTx, input: Omit<Try, "code">, now: number): Promise<ResendOutcome> {
  await failOverdue(tx, now);
  const hashes = hashesOf(input);
  const touched = await pendingFor(tx, hashes);
  const mine = touched.filter((row) => row.tailIdx === hashes.tailIdx);
  if (mine.length === 0) {
    for (const row of touched) await countWrong(tx, row, now);
    return "nothing_pending";
  }
  const outcomes: ResendOutcome[] = [];
  for (const row of mine) outcomes.push(await sendAgain(tx, row, input, now));
  return outcomes.find((outcome) => outcome === "sent") ?? outcomes[0] ?? "nothing_pending";
}

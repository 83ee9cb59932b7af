import "server-only";
import { and, eq, inArray, lte, or } from "drizzle-orm";
import { hashOf } from "./codes";
import { notify } from "./notices";
import { SMS_WRONG_INPUTS } from "./rules";
import * as t from "./store/schema";
import type { StoreTx } from "./store/transaction";
import { type Submission, submissionOf, voidVerifications } from "./submissions";

/** What a lead types on the authority's page. */
export interface Try {
  readonly phone: string;
  /** Last six characters of the ID document. */
  readonly tail: string;
  /** Absent when only a new code is asked for. */
  readonly code?: string;
}

/** `no_record` is the one answer to everything that does not fit, so that nothing can be learnt from it. */
export type TryOutcome = "done" | "all_done" | "wait_for_others" | "no_record";

export type Verification = typeof t.verifications.$inferSelect;

/** Keyed hashes of what was typed. */
export const hashesOf = (input: Try) => ({
  phoneIdx: hashOf("phone", input.phone),
  tailIdx: hashOf("tail", input.tail),
  codeIdx: input.code === undefined ? null : hashOf("code", input.code),
});
export type Hashes = ReturnType<typeof hashesOf>;

/** Returns the submission to the provider: nobody of it can verify any more. */
async function failSubmission(
  tx: StoreTx,
  submission: Submission,
  cause: "timeout" | "wrong_inputs",
  now: number,
): Promise<void> {
  await tx
    .update(t.submissions)
    .set({ state: "sms_failed", decidedAt: now })
    .where(and(eq(t.submissions.sequence, submission.sequence), eq(t.submissions.state, "sms")));
  await voidVerifications(tx, submission.sequence);
  await notify(tx, submission, { type: "smsFailed", cause }, now);
}

/** Fails whatever ran out of its 24 hours; every use of the page asks first, so no late code ever counts. */
export async function failOverdue(tx: StoreTx, now: number): Promise<number> {
  const late = await tx
    .select()
    .from(t.submissions)
    .where(and(eq(t.submissions.state, "sms"), lte(t.submissions.smsDeadline, now)));
  for (const submission of late)
    await failSubmission(tx, submission, "timeout", submission.smsDeadline ?? now);
  return late.length;
}

/** Pending verifications a try concerns: by phone or by code. */
export async function pendingFor(tx: StoreTx, hashes: Hashes): Promise<readonly Verification[]> {
  const byPhone = eq(t.verifications.phoneIdx, hashes.phoneIdx);
  const match = hashes.codeIdx === null ? byPhone : or(byPhone, eq(t.verifications.codeIdx, hashes.codeIdx));
  return tx
    .select()
    .from(t.verifications)
    .where(and(eq(t.verifications.state, "pending"), match));
}

/** Counts a wrong input; with five behind it, the attempt returns the filing. */
export async function countWrong(tx: StoreTx, verification: Verification, now: number): Promise<void> {
  if (verification.wrong >= SMS_WRONG_INPUTS) {
    const submission = await submissionOf(tx, verification.sequence);
    if (submission?.state === "sms") await failSubmission(tx, submission, "wrong_inputs", now);
    return;
  }
  await tx
    .update(t.verifications)
    .set({ wrong: verification.wrong + 1 })
    .where(eq(t.verifications.id, verification.id));
}

async function complete(tx: StoreTx, verification: Verification, now: number): Promise<TryOutcome> {
  const submission = await submissionOf(tx, verification.sequence);
  if (submission?.state !== "sms") return "no_record";
  await tx
    .update(t.verifications)
    .set({ state: "done", doneAt: now })
    .where(eq(t.verifications.id, verification.id));
  await notify(tx, submission, { type: "smsDone", personId: verification.personId }, now);
  const left = await tx
    .select({ id: t.verifications.id })
    .from(t.verifications)
    .where(and(eq(t.verifications.sequence, submission.sequence), eq(t.verifications.state, "pending")));
  if (left.length > 0) return "done";
  await tx
    .update(t.submissions)
    .set({ state: "review", reviewSince: now })
    .where(eq(t.submissions.sequence, submission.sequence));
  return "all_done";
}

/** Somebody who already verified asks again while others have not: told to wait, and nothing counts. */
async function alreadyDone(tx: StoreTx, hashes: Hashes): Promise<boolean> {
  if (hashes.codeIdx === null) return false;
  const rows = await tx
    .select({ id: t.verifications.id })
    .from(t.verifications)
    .innerJoin(t.submissions, eq(t.submissions.sequence, t.verifications.sequence))
    .where(
      and(
        eq(t.verifications.state, "done"),
        inArray(t.submissions.state, ["sms"]),
        eq(t.verifications.phoneIdx, hashes.phoneIdx),
        eq(t.verifications.tailIdx, hashes.tailIdx),
        eq(t.verifications.codeIdx, hashes.codeIdx),
      ),
    );
  return rows.length > 0;
}

/** One press of the button. A wrong one counts against every pending verification it touches by phone or by code. */
export async function tryVerification(tx: StoreTx, input: Try, now: number): Promise<TryOutcome> {
  await failOverdue(tx, now);
  const hashes = hashesOf(input);
  const touched = await pendingFor(tx, hashes);
  const exact = touched.find(
    (row) =>
      row.phoneIdx === hashes.phoneIdx && row.tailIdx === hashes.tailIdx && row.codeIdx === hashes.codeIdx,
  );
  if (exact && exact.wrong < SMS_WRONG_INPUTS) return complete(tx, exact, now);
  if (!exact && (await alreadyDone(tx, hashes))) return "wait_for_others";
  for (const row of exact ? [exact] : touched) await countWrong(tx, row, now);
  return "no_record";
}

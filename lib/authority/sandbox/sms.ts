import "server-only";
import { and, asc, eq, lte } from "drizzle-orm";
import { newId } from "@/lib/ids";
import { translator } from "@/lib/messages/translator";
import type { SubmissionPayload } from "../gateway";
import { senderFor } from "./carriers";
import { freeCode, hashOf } from "./codes";
import { notify } from "./notices";
import { openPayload, type SubmissionKey, sealSms } from "./payload";
import { SMS_VALID_MS } from "./rules";
import * as t from "./store/schema";
import type { StoreTx } from "./store/transaction";
import type { Submission } from "./submissions";

type Lead = SubmissionPayload["smsTo"][number];

/** A code nobody else holds, so that a code alone names one verification. */
export const drawCode = (tx: StoreTx) =>
  freeCode(async (codeIdx) => {
    const rows = await tx
      .select({ id: t.verifications.id })
      .from(t.verifications)
      .where(and(eq(t.verifications.codeIdx, codeIdx), eq(t.verifications.state, "pending")));
    return rows.length > 0;
  });

/** "Sends" a code: the sandbox mailbox is the lead's phone. The authority writes Chinese. */
export async function sendCode(
  tx: StoreTx,
  submission: SubmissionKey & Pick<Submission, "headline" | "orderType" | "smsDeadline">,
  lead: Pick<Lead, "phone" | "idNoTail">,
  code: string,
  now: number,
): Promise<void> {
  const body = translator("zh-CN")("authority.sms.code", {
    code,
    // Whoever agrees to a cancellation is told so; an order about the organiser alone names no domain.
    headline: submission.headline ?? "none",
    kind: submission.orderType.split("_")[0] ?? "",
    tail: lead.idNoTail,
  });
  await tx.insert(t.outgoingSms).values({
    id: newId(),
    sequence: submission.sequence,
    sender: senderFor(lead.phone),
    bodyEnc: sealSms(submission, { to: lead.phone, body }),
    at: now,
  });
}

async function startSms(tx: StoreTx, submission: Submission, now: number): Promise<void> {
  const smsDeadline = now + SMS_VALID_MS;
  const { smsTo } = openPayload(submission);
  for (const lead of smsTo) {
    const { code, codeIdx } = await drawCode(tx);
    await tx.insert(t.verifications).values({
      id: newId(),
      sequence: submission.sequence,
      personId: lead.personId,
      state: "pending",
      phoneIdx: hashOf("phone", lead.phone),
      tailIdx: hashOf("tail", lead.idNoTail),
      codeIdx,
      sentAt: now,
      resends: [],
    });
    await sendCode(tx, { ...submission, smsDeadline }, lead, code, now);
  }
  await tx
    .update(t.submissions)
    .set({ state: "sms", smsDeadline })
    .where(eq(t.submissions.sequence, submission.sequence));
  await notify(tx, submission, { type: "smsStarted", required: smsTo.map((lead) => lead.personId) }, now);
}

/** Nobody has to prove himself: it lies on an officer's desk at once. */
async function skipSms(tx: StoreTx, submission: Submission, now: number): Promise<void> {
  await tx
    .update(t.submissions)
    .set({ state: "review", reviewSince: now })
    .where(eq(t.submissions.sequence, submission.sequence));
  await notify(tx, submission, { type: "accepted" }, now);
}

/** Sends the codes of every submission whose simulated delay is over. */
export async function startDueSms(tx: StoreTx, now: number): Promise<number> {
  const due = await tx
    .select()
    .from(t.submissions)
    .where(and(eq(t.submissions.state, "received"), lte(t.submissions.smsAt, now)))
    .orderBy(asc(t.submissions.sequence));
  for (const submission of due)
    await (openPayload(submission).smsTo.length === 0 ? skipSms : startSms)(tx, submission, now);
  return due.length;
}

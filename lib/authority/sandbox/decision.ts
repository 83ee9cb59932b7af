import "server-only";
import { and, eq } from "drizzle-orm";
import { isCancellation } from "@/lib/filing/lifecycle/life";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import type { NoticeBody } from "../gateway";
import { enterRegister } from "./approval";
import { strikeAsked } from "./cancellation";
import { notify } from "./notices";
import { openPayload } from "./payload";
import * as t from "./store/schema";
import type { StoreTx } from "./store/transaction";
import { type Submission, submissionOf } from "./submissions";

export type RejectedItem = Extract<NoticeBody, { type: "rejected" }>["items"][number];

export type Verdict =
  | { readonly kind: "approve" }
  | { readonly kind: "reject"; readonly items: readonly RejectedItem[] };

export interface Ruling {
  readonly sequence: number;
  /** The version the officer looked at. */
  readonly version: number;
  /** Null: the sandbox decided by itself. */
  readonly officerId: string | null;
  readonly verdict: Verdict;
}

/** A submission under review, in the version somebody looked at. */
async function underReview(tx: StoreTx, ruling: Ruling): Promise<Result<Submission>> {
  const submission = await submissionOf(tx, ruling.sequence);
  if (!submission) return fail(refuse("not_found"));
  if (submission.state !== "review") return fail(refuse("wrong_state"));
  return submission.version === ruling.version ? ok(submission) : fail(refuse("stale"));
}

/** What was asked for becomes true of the register. */
async function grant(tx: StoreTx, submission: Submission, now: number): Promise<Result<NoticeBody>> {
  const payload = openPayload(submission);
  if (isCancellation(submission.orderType)) return ok(await strikeAsked(tx, submission, payload, now));
  return enterRegister(tx, submission, payload, now);
}

/** The authority's last word on a submission: register, state and notice in one transaction. */
export async function decideSubmission(
  tx: StoreTx,
  ruling: Ruling,
  now: number,
): Promise<Result<NoticeBody>> {
  const found = await underReview(tx, ruling);
  if (!found.ok) return found;
  const submission = found.value;
  const { verdict } = ruling;
  const said: Result<NoticeBody> =
    verdict.kind === "approve"
      ? await grant(tx, submission, now)
      : ok({ type: "rejected", items: verdict.items });
  if (!said.ok) return said;
  const body = said.value;
  await tx
    .update(t.submissions)
    .set({
      state: verdict.kind === "approve" ? "approved" : "rejected",
      decidedAt: now,
      decidedBy: ruling.officerId,
      version: submission.version + 1,
    })
    .where(
      and(eq(t.submissions.sequence, submission.sequence), eq(t.submissions.version, submission.version)),
    );
  await notify(tx, submission, body, now);
  return ok(body);
}

import "server-only";
import { desc, eq } from "drizzle-orm";
import { clock } from "@/lib/clock";
import type { Actor } from "@/lib/filing/access";
import type { OrderType } from "@/lib/filing/application/codes";
import { type OutlineGroup, outlineOf } from "@/lib/filing/application/outline";
import { targetsFor } from "@/lib/filing/handover/targets";
import { rejectionsFor } from "@/lib/filing/policy/rejections";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import type { SubmissionPayload } from "../../gateway";
import { automaticAt } from "../automatic";
import type { RejectedItem } from "../decision";
import { openNotice, openPayload } from "../payload";
import { loadSettings } from "../settings";
import { readStore, type StoreDb } from "../store/client";
import * as t from "../store/schema";
import { inStore } from "../store/transaction";
import { type Submission, submissionOf } from "../submissions";
import { atDesk, logDesk } from "./officer";

export interface LeadView {
  readonly personId: string;
  readonly name: string;
  readonly state: "pending" | "done" | "failed" | "void" | "unsent";
  readonly wrong: number;
  readonly doneAt: number | null;
}

export interface SubmissionView {
  readonly sequence: number;
  readonly version: number;
  readonly orderType: OrderType;
  readonly province: string;
  readonly state: t.SubmissionState;
  readonly receivedAt: number;
  readonly smsDeadline: number | null;
  readonly reviewSince: number | null;
  readonly decidedAt: number | null;
  /** When the desk decides by itself; null: only an officer does. */
  readonly automaticAt: number | null;
  /** False when the sandbox decided by itself. */
  readonly decidedByOfficer: boolean;
  readonly outline: readonly OutlineGroup[];
  readonly materials: SubmissionPayload["materials"];
  readonly leads: readonly LeadView[];
  /** Reasons the officer may give, each with what it can point at in this filing. */
  readonly reasons: readonly { readonly code: string; readonly targets: readonly string[] }[];
  /** How it ended. */
  readonly numbers: { readonly entity: string; readonly services: Readonly<Record<string, string>> } | null;
  /** Of a cancellation: what was struck off, or is not served any more. */
  readonly struck: readonly string[];
  readonly rejected: readonly RejectedItem[];
  readonly round: number;
}

async function leadsOf(db: StoreDb, submission: Submission, payload: SubmissionPayload): Promise<LeadView[]> {
  const rows = await db
    .select()
    .from(t.verifications)
    .where(eq(t.verifications.sequence, submission.sequence));
  return payload.smsTo.map(({ personId, name }) => {
    const row = rows.find((one) => one.personId === personId);
    return {
      personId,
      name,
      state: row?.state ?? "unsent",
      wrong: row?.wrong ?? 0,
      doneAt: row?.doneAt ?? null,
    };
  });
}

/** The answer given, from the last notice of the submission. */
async function outcomeOf(
  db: StoreDb,
  submission: Submission,
): Promise<Pick<SubmissionView, "numbers" | "struck" | "rejected">> {
  const rows = await db
    .select()
    .from(t.notices)
    .where(eq(t.notices.sequence, submission.sequence))
    .orderBy(desc(t.notices.number))
    .limit(1);
  const body = rows[0] && openNotice(submission, rows[0].bodyEnc);
  return {
    numbers: body?.type === "approved" ? { entity: body.entityNumber, services: body.services } : null,
    struck: body?.type === "cancelled" ? body.numbers : [],
    rejected: body?.type === "rejected" ? body.items : [],
  };
}

async function roundOf(db: StoreDb, submission: Submission): Promise<number> {
  const rows = await db
    .select({ sequence: t.submissions.sequence })
    .from(t.submissions)
    .where(eq(t.submissions.orderId, submission.orderId));
  return rows.filter((row) => row.sequence <= submission.sequence).length;
}

/** Everything the officer may see of one submission. Each look is entered in the desk's log. */
export async function readSubmission(actor: Actor, sequence: number): Promise<Result<SubmissionView>> {
  const admitted = atDesk(actor);
  if (!admitted.ok) return admitted;
  const db = readStore();
  const submission = await submissionOf(db, sequence);
  if (!submission || submission.state === "refused") return fail(refuse("not_found"));
  const logged = await inStore(async (tx) =>
    ok(await logDesk(tx, actor, "submission.view", sequence, clock().now())),
  );
  if (!logged.ok) return logged;
  const payload = openPayload(submission);
  const { version, orderType, province, state, receivedAt, smsDeadline, reviewSince, decidedAt } = submission;
  return ok({
    ...{ sequence, version, orderType, province, state, receivedAt, smsDeadline, reviewSince, decidedAt },
    automaticAt: state === "review" ? automaticAt(await loadSettings(db), submission) : null,
    decidedByOfficer: submission.decidedBy !== null,
    outline: outlineOf(payload.application),
    materials: payload.materials,
    leads: await leadsOf(db, submission, payload),
    reasons: rejectionsFor("A").map((reason) => ({
      code: reason.code,
      targets: targetsFor(payload, reason),
    })),
    ...(await outcomeOf(db, submission)),
    round: await roundOf(db, submission),
  });
}

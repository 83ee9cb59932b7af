import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { type OutlineGroup, outlineOf } from "@/lib/filing/application/outline";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { Sources } from "../facts/sources";
import { materialsAt } from "../materials/current-materials";
import { answersSent } from "./answers-sent";
import { wordsOf } from "./correction-answers";
import type { CorrectionAnswer } from "./document/correction-answer";
import { type OrderRecord, openSubmission } from "./store";
import { headOf, type OrderHead } from "./views/head";
import { maskedGroup, withServerNames } from "./views/masked-outline";

export interface CopyMaterial {
  readonly code: string;
  readonly title: string;
  readonly pictures: number;
  /** Date on the document, `2026-11-21`; null for kinds without one. */
  readonly documentDate: string | null;
}

export interface CopyAnswer {
  readonly id: string;
  /** Code of the rejection catalogue. */
  readonly code: string;
  readonly answer: CorrectionAnswer;
  readonly pictures: number;
}

/** Who submitted, as the reader says it. */
export type SubmittedBy = "you" | "colleague" | "applicant";

export interface CopyView {
  readonly order: OrderHead;
  readonly round: number;
  /** Every round there is a copy of. */
  readonly rounds: readonly number[];
  readonly submittedAt: number;
  readonly by: SubmittedBy;
  readonly policyVersion: string;
  /** Personal values are whole; otherwise they are masked. */
  readonly whole: boolean;
  readonly groups: readonly OutlineGroup[];
  readonly materials: readonly CopyMaterial[];
  /** What this round answered to what was asked to correct. */
  readonly answers: readonly CopyAnswer[];
  /** What was declared, in the wording of its version. */
  readonly declarations: readonly { readonly id: string; readonly version: string }[];
}

export interface CopyInput {
  readonly orderId: string;
  /** Absent: the newest. */
  readonly round?: number | undefined;
}

interface Reader {
  readonly whole: boolean;
  readonly by: (submittedBy: string) => SubmittedBy;
}

/** One round exactly as it was submitted, for somebody who may read the order. Refusal: not_found (no such round). */
export async function copyOf(
  order: OrderRecord,
  wanted: number | undefined,
  reader: Reader,
): Promise<Result<CopyView>> {
  const rounds = await roundsOf(order.row.id);
  const round = wanted ?? rounds.at(-1) ?? 0;
  const [row] = await read()
    .select()
    .from(t.orderSubmissions)
    .where(and(eq(t.orderSubmissions.orderId, order.row.id), eq(t.orderSubmissions.round, round)));
  if (row === undefined) return fail(refuse("not_found"));
  const application = await openSubmission(read(), order, round);
  if (!application.ok) return application;
  // Without an answer they go by their ids.
  const servers = await new Sources().serversOf(order.row.accountId);
  const groups = outlineOf(application.value).map((group) =>
    withServerNames(reader.whole ? group : maskedGroup(group), servers),
  );
  return ok({
    order: headOf(order),
    round,
    rounds,
    submittedAt: row.submittedAt,
    by: reader.by(row.submittedBy),
    policyVersion: row.policyVersion,
    whole: reader.whole,
    groups,
    materials: materialsOf(await materialsAt(order.row.id, row.submittedAt), groups),
    answers: await answersOf(order, row.submittedAt),
    declarations: row.declarations,
  });
}

async function roundsOf(orderId: string): Promise<readonly number[]> {
  const rows = await read()
    .select({ round: t.orderSubmissions.round })
    .from(t.orderSubmissions)
    .where(eq(t.orderSubmissions.orderId, orderId))
    .orderBy(asc(t.orderSubmissions.round));
  return rows.map(({ round }) => round);
}

async function answersOf(order: OrderRecord, submittedAt: number): Promise<readonly CopyAnswer[]> {
  const sent = await answersSent(order.row.id, submittedAt);
  return sent.flatMap((row) => {
    const { answer } = wordsOf(order, row);
    return answer === null ? [] : [{ id: row.id, code: row.code, answer, pictures: row.pictures }];
  });
}

/** One line a slot. */
function materialsOf(
  files: Awaited<ReturnType<typeof materialsAt>>,
  groups: readonly OutlineGroup[],
): readonly CopyMaterial[] {
  const slots = new Map<string, CopyMaterial>();
  for (const { code, subject, documentDate } of files) {
    const id = `${code} ${subject}`;
    const title = groups.find((group) => group.subject === subject)?.title ?? "";
    const pictures = (slots.get(id)?.pictures ?? 0) + 1;
    slots.set(id, { code, title, pictures, documentDate: slots.get(id)?.documentDate ?? documentDate });
  }
  return [...slots.values()];
}

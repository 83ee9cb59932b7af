import "server-only";
import { asc, desc, eq } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import type { CalledNumber } from "@/lib/filing/lifecycle/types";
import { open } from "@/lib/secrets";
import { answerPictures } from "../materials/answer-pictures";
import { fileForReview, type WorkbenchFile } from "../materials/review-materials";
import { wordsOf } from "../orders/correction-answers";
import type { CorrectionAnswer } from "../orders/document/correction-answer";
import { type OrderRecord, orderKey } from "../orders/store";

export interface CorrectionView {
  readonly id: string;
  readonly round: number;
  readonly stage: "P" | "A" | "S";
  readonly code: string;
  readonly target: string;
  /** Own wording of whoever asked; null = the catalogue's suggestion. */
  readonly suggestion: string | null;
  /** What the applicant said to it; null while he has not. */
  readonly answer: CorrectionAnswer | null;
  /** Submitted with the answer; what is still being prepared is nobody's business yet. */
  readonly pictures: readonly WorkbenchFile[];
  readonly openedAt: number;
  readonly resolvedAt: number | null;
}

export interface CallView {
  readonly id: string;
  readonly round: number;
  readonly personId: string;
  /** Null: noted before calls said which number they were made to. */
  readonly number: CalledNumber | null;
  readonly outcome: string;
  readonly at: number;
  readonly by: string;
  readonly note: string | null;
}

/** What was asked of the applicant, newest round first. */
export async function correctionsOf(order: OrderRecord): Promise<readonly CorrectionView[]> {
  const rows = await read()
    .select()
    .from(t.corrections)
    .where(eq(t.corrections.orderId, order.row.id))
    .orderBy(desc(t.corrections.round), asc(t.corrections.openedAt), asc(t.corrections.id));
  const picturesOf = await answerPictures(order.row.id);
  return rows.map((row) => {
    const { id, round, stage, code, target, openedAt, resolvedAt } = row;
    const pictures = resolvedAt === null ? [] : picturesOf(id).map(fileForReview);
    return { id, round, stage, code, target, ...wordsOf(order, row), pictures, openedAt, resolvedAt };
  });
}

/** The calls made, newest first. */
export async function callsOf(order: OrderRecord): Promise<readonly CallView[]> {
  const key = orderKey(order);
  const rows = await read()
    .select({ call: t.calls, by: t.users.displayName })
    .from(t.calls)
    .innerJoin(t.users, eq(t.users.id, t.calls.userId))
    .where(eq(t.calls.orderId, order.row.id))
    .orderBy(desc(t.calls.at));
  return rows.map(({ call, by }) => {
    const { id, round, personId, number, outcome, at, noteEnc } = call;
    const note =
      noteEnc !== null && key.ok
        ? open<string>(key.value, noteEnc, `order:${order.row.id}:call:${id}`)
        : null;
    return { id, round, personId, number, outcome, at, by: by ?? "?", note };
  });
}

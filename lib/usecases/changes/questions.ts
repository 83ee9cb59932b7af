import "server-only";
import { and, asc, count, desc, eq, isNotNull, isNull, notInArray } from "drizzle-orm";
import { type Db, read } from "@/db/client";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import { clock } from "@/lib/clock";
import { type Actor, ownsAccount } from "@/lib/filing/access";
import type { ChangeAbout } from "@/lib/filing/change/consequences";
import type { AnswerQuestion, AskQuestion } from "@/lib/filing/change/question-form";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { newId } from "@/lib/ids";
import { open, seal, unwrap } from "@/lib/secrets";
import { loadOwnFiling } from "../registry/own-filing";
import { staffContext } from "../review/staff-context";
import { tellOfFiling } from "../system/tell-of-filing";

/** A question as either side reads it. */
export interface ChangeQuestion {
  readonly id: string;
  readonly about: ChangeAbout;
  readonly text: string;
  readonly askedAt: number;
  /** Null while it waits. */
  readonly answer: string | null;
  readonly answeredAt: number | null;
}

/** The same at the reviewers' desk. */
export interface StaffQuestion extends ChangeQuestion {
  readonly number: string;
  readonly unitName: string | null;
  readonly province: string;
}

type Row = typeof t.changeQuestions.$inferSelect;
/** Answered ones that the desk still shows. */
const ANSWERED_SHOWN = 30;

const aad = (id: string, part: "question" | "answer"): string => `change-question:${id}:${part}`;

function questionOf(row: Row, wrappedKey: Buffer): ChangeQuestion {
  const key = unwrap(wrappedKey);
  const { id, about, askedAt, answeredAt } = row;
  return {
    ...{ id, about, askedAt, answeredAt },
    text: open<string>(key, row.questionEnc, aad(id, "question")),
    answer: row.answerEnc === null ? null : open<string>(key, row.answerEnc, aad(id, "answer")),
  };
}

/** What an account still waits for: another one's question about the same filing is none of its business. */
const openOf = (accountId: string) =>
  and(eq(t.changeQuestions.accountId, accountId), isNull(t.changeQuestions.answeredAt));

/** Asks the reviewers something before a change begins; one question at a time for a filing. */
export async function askQuestion(actor: Actor, input: AskQuestion): Promise<Result<{ questionId: string }>> {
  return withTransaction(async (tx) => {
    const own = await loadOwnFiling(tx, actor, input.entityId);
    if (!own.ok) return own;
    const { row, registry } = own.value;
    if (registry.entity?.ended !== false)
      return fail(refuse("wrong_state", { reason: "change.question-ended" }));
    const [waiting] = await tx
      .select({ id: t.changeQuestions.id })
      .from(t.changeQuestions)
      .where(and(eq(t.changeQuestions.entityId, row.id), openOf(row.accountId)));
    if (waiting !== undefined) return fail(refuse("wrong_state", { reason: "change.question-waiting" }));
    const [account] = await tx.select().from(t.accounts).where(eq(t.accounts.id, row.accountId));
    if (account === undefined) return fail(refuse("not_found"));
    const id = newId();
    await tx.insert(t.changeQuestions).values({
      ...{ id, accountId: row.accountId, entityId: row.id, about: input.about },
      questionEnc: seal(unwrap(account.wrappedKey), input.text, aad(id, "question")),
      ...{ askedAt: clock().now(), askedBy: actor.userId },
    });
    await audit(tx, {
      ...{ actorId: actor.userId, action: "question.asked", object: id, outcome: "done" },
      data: { entity: row.id, about: input.about },
    });
    return ok({ questionId: id });
  });
}

/** What the account asked about a filing, newest first. Questions stay with the account that asked them. */
export async function questionsOf(
  db: Db,
  { entityId, accountId }: { readonly entityId: string; readonly accountId: string },
): Promise<readonly ChangeQuestion[]> {
  const rows = await db
    .select({ row: t.changeQuestions, key: t.accounts.wrappedKey })
    .from(t.changeQuestions)
    .innerJoin(t.accounts, eq(t.accounts.id, t.changeQuestions.accountId))
    .where(and(eq(t.changeQuestions.entityId, entityId), eq(t.changeQuestions.accountId, accountId)))
    .orderBy(desc(t.changeQuestions.askedAt));
  return rows.map(({ row, key }) => questionOf(row, key));
}

const atDesk = (db: Db) =>
  db
    .select({ row: t.changeQuestions, key: t.accounts.wrappedKey, entity: t.entities })
    .from(t.changeQuestions)
    .innerJoin(t.entities, eq(t.entities.id, t.changeQuestions.entityId))
    // Whose account was closed has nobody left to answer, and nothing left to read.
    .innerJoin(t.accounts, and(eq(t.accounts.id, t.changeQuestions.accountId), isNull(t.accounts.erasedAt)))
    .$dynamic();

/** Nobody judges his own account's matters. */
const notOwn = ({ accountIds }: Actor) => notInArray(t.changeQuestions.accountId, [...accountIds]);

/** How many wait for this one of the staff. */
export async function countQuestions(actor: Actor): Promise<number> {
  const [row] = await read()
    .select({ n: count() })
    .from(t.changeQuestions)
    .innerJoin(t.accounts, and(eq(t.accounts.id, t.changeQuestions.accountId), isNull(t.accounts.erasedAt)))
    .where(and(isNull(t.changeQuestions.answeredAt), notOwn(actor)));
  return row?.n ?? 0;
}

/** The questions of applicants: what waits, oldest first, then the last that were answered. */
export async function listQuestions(actor: Actor): Promise<Result<readonly StaffQuestion[]>> {
  const staff = await staffContext(actor);
  if (!staff.ok) return staff;
  const db = read();
  const { askedAt, answeredAt } = t.changeQuestions;
  const waiting = await atDesk(db)
    .where(and(isNull(answeredAt), notOwn(actor)))
    .orderBy(asc(askedAt));
  const done = await atDesk(db)
    .where(and(isNotNull(answeredAt), notOwn(actor)))
    .orderBy(desc(answeredAt))
    .limit(ANSWERED_SHOWN);
  return ok(
    [...waiting, ...done].map(({ row, key, entity: { number, unitName, province } }) => ({
      ...questionOf(row, key),
      ...{ number, unitName, province },
    })),
  );
}

/** Answers, once; who asked is told that there is an answer. */
export async function answerQuestion(
  actor: Actor,
  { questionId, text }: AnswerQuestion,
): Promise<Result<null>> {
  const staff = await staffContext(actor);
  if (!staff.ok) return staff;
  return withTransaction(async (tx) => {
    const [found] = await atDesk(tx).where(eq(t.changeQuestions.id, questionId));
    if (found === undefined) return fail(refuse("not_found"));
    const { row, key, entity } = found;
    if (ownsAccount(actor, row.accountId)) return fail(refuse("forbidden", { reason: "order.own-account" }));
    const answered = await tx
      .update(t.changeQuestions)
      .set({
        answerEnc: seal(unwrap(key), text, aad(questionId, "answer")),
        ...{ answeredAt: clock().now(), answeredBy: actor.userId },
      })
      .where(and(eq(t.changeQuestions.id, questionId), isNull(t.changeQuestions.answeredAt)))
      .returning({ id: t.changeQuestions.id });
    if (answered.length === 0) return fail(refuse("stale", { reason: "change.question-answered" }));
    const told = { event: "question_answered", params: { filingNumber: entity.number } } as const;
    await tellOfFiling(tx, row.accountId, told, true);
    await audit(tx, {
      ...{ actorId: actor.userId, action: "question.answered", object: questionId, outcome: "done" },
    });
    return ok(null);
  });
}

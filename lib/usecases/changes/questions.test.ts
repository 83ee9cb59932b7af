import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import { PERSONA_PASSWORD } from "@/lib/boot/seed/persona-data";
import { closeAccount } from "../accounts/close-account";
import { audited, newWorld, SITE, type World } from "../testing";
import { getBeforeChange } from "./get-before-change";
import { getChangeStart } from "./get-change-start";
import { answerQuestion, askQuestion, countQuestions, listQuestions } from "./questions";
import { filedBy, heldNow } from "./testing";

let world: World;
beforeEach(async () => {
  world = await newWorld();
});
afterEach(() => world.dispose());

const TEXT = "我们更名后可以先改备案吗？";
const ANSWER = "请先更新域名所有者。";
const UNKNOWN = "01900000-0000-7000-8000-000000000000";

describe("a question before a change", () => {
  it("waits at the reviewers' desk, is answered once, and who asked is told and reads it", async () => {
    const filed = await filedBy(world, "filed", SITE);
    const { entityId } = filed;
    const asked = await askQuestion(filed.actor, { entityId, about: "name", text: TEXT });
    const questionId = asked.ok ? asked.value.questionId : "";
    expect(await askQuestion(filed.actor, { entityId, about: "kind", text: "再问" })).toMatchObject({
      error: { reason: "change.question-waiting" },
    });
    const lin = await world.actor("reviewer-lin");
    expect(await countQuestions(lin)).toBe(1);
    expect(await listQuestions(lin)).toMatchObject({
      value: [{ id: questionId, text: TEXT, answer: null, number: filed.number, about: "name" }],
    });
    expect(await answerQuestion(lin, { questionId, text: ANSWER })).toEqual({ ok: true, value: null });
    expect(await answerQuestion(lin, { questionId, text: "又一次" })).toMatchObject({
      error: { code: "stale", reason: "change.question-answered" },
    });
    expect(await countQuestions(lin)).toBe(0);
    expect(await listQuestions(lin)).toMatchObject({ value: [{ answer: ANSWER }] });
    const told = (await read().select().from(t.notifications)).filter(
      ({ event }) => event === "question_answered",
    );
    expect(told).toMatchObject([{ userId: filed.actor.userId, params: { filingNumber: filed.number } }]);
    const view = await getBeforeChange(filed.actor, { entityId, about: "name" });
    expect(view.ok && view.value.questions).toMatchObject([{ text: TEXT, answer: ANSWER }]);
    expect((await audited(questionId)).map(({ action }) => action)).toEqual([
      "question.asked",
      "question.answered",
    ]);
    // Neither the question nor the answer lies open anywhere.
    const rows = JSON.stringify(await read().select().from(t.changeQuestions));
    expect(rows.includes(TEXT) || rows.includes(ANSWER)).toBe(false);
    expect(await askQuestion(filed.actor, { entityId, about: "kind", text: "再问" })).toMatchObject({
      ok: true,
    });
  });

  it("is nobody else's, and nobody but staff answers", async () => {
    const filed = await filedBy(world, "filed", SITE);
    const stranger = await world.actor("fresh-unit");
    const input = { entityId: filed.entityId, about: "name", text: TEXT } as const;
    expect(await askQuestion(stranger, input)).toMatchObject({ error: { code: "not_found" } });
    expect(await getBeforeChange(stranger, input)).toMatchObject({ error: { code: "not_found" } });
    const asked = await askQuestion(filed.actor, input);
    const questionId = asked.ok ? asked.value.questionId : "";
    for (const actor of [filed.actor, stranger]) {
      expect(await answerQuestion(actor, { questionId, text: ANSWER })).toMatchObject({ ok: false });
      expect(await listQuestions(actor)).toMatchObject({ error: { code: "forbidden" } });
    }
    const lin = await world.actor("reviewer-lin");
    expect(await answerQuestion(lin, { questionId: UNKNOWN, text: ANSWER })).toMatchObject({
      error: { code: "not_found" },
    });
    // A reviewer who belongs to the account neither sees it nor answers.
    const both = { ...lin, accountIds: filed.actor.accountIds };
    expect(await listQuestions(both)).toEqual({ ok: true, value: [] });
    expect(await countQuestions(both)).toBe(0);
    expect(await answerQuestion(both, { questionId, text: ANSWER })).toMatchObject({
      error: { reason: "order.own-account" },
    });
  });
});

describe("a question of an account that had the filing before", () => {
  /** As a migration of an earlier day may have left it. */
  async function leftBy(accountId: string, { actor, entityId }: Awaited<ReturnType<typeof filedBy>>) {
    const asked = await askQuestion(actor, { entityId, about: "name", text: TEXT });
    await withTransaction((tx) => tx.update(t.changeQuestions).set({ accountId }));
    return asked.ok ? asked.value.questionId : "";
  }
  const left = async () => (await read().select().from(t.changeQuestions)).map(({ id }) => id);

  it("keeps nobody else from asking, and goes with its account", async () => {
    const filed = await filedBy(world, "filed", SITE);
    const former = await world.actor("fresh-unit");
    const old = await leftBy(former.accountId ?? "", filed);
    const asked = await askQuestion(filed.actor, { entityId: filed.entityId, about: "kind", text: "再问" });
    const mine = asked.ok ? asked.value.questionId : "";
    expect((await left()).sort()).toEqual([old, mine].sort());
    expect(await closeAccount(former, { password: PERSONA_PASSWORD })).toMatchObject({ ok: true });
    expect(await left()).toEqual([mine]);
  });
});

describe("the step before a change", () => {
  it("sends to who serves the rest what is no shell, as the change itself does", async () => {
    const filed = await filedBy(world, "filed", SITE);
    const { entityId, number } = filed;
    expect((await heldNow(filed)).services).toHaveLength(1);
    // What the authority has under the record is another service than the one that ended here.
    await withTransaction(async (tx) => {
      await tx.update(t.services).set({ endedAt: 1, number: `${number}-77` });
      await tx.update(t.accesses).set({ endedAt: 1 });
    });
    const before = await getBeforeChange(filed.actor, { entityId, about: "name" });
    const start = await getChangeStart(filed.actor, { entityId });
    expect(start).toMatchObject({ value: { why: "not-served-here" } });
    expect(before).toMatchObject({ value: { why: "not-served-here" } });
  });

  it("shows what follows, and for another kind what is known of each step", async () => {
    const filed = await filedBy(world, "filed", SITE);
    const { entityId } = filed;
    const name = await getBeforeChange(filed.actor, { entityId, about: "name" });
    expect(name).toMatchObject({ value: { why: null, guide: null, before: { verdict: "open" } } });
    const number = await getBeforeChange(filed.actor, { entityId, about: "number" });
    expect(number).toMatchObject({ value: { before: { verdict: "refile" } } });
    const kind = await getBeforeChange(filed.actor, { entityId, about: "kind" });
    expect(kind.ok && kind.value.guide).toMatchObject({
      ...{ way: "unit-to-person", allowed: "ask" },
      steps: [{ state: "unknown" }, { state: "later" }, { state: "later" }, { state: "later" }],
    });
  });
});

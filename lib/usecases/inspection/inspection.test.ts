import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import { setTestClocks, type TestClock } from "@/lib/clock/testing";
import type { Actor } from "@/lib/filing/access";
import { lastDay } from "@/lib/filing/inspection/time";
import { approved, ENTITY, ONE, site, TWO } from "@/lib/filing/registry/testing";
import { ok } from "@/lib/filing/shared/result";
import { validEnterprise } from "@/lib/filing/testing/fixtures";
import { runDueWork } from "@/lib/work/run";
import { emailIndex } from "../accounts/users";
import { type ManualWorld, manualWorld } from "../manual/testing";
import { findFilings } from "./find-filings";
import { getInspection } from "./get-inspection";
import { countInspections, listInspections, ownInspections } from "./list-inspections";
import { openInspection } from "./open-inspection";
import { orderCancellation } from "./order-cancellation";
import { getOwnInspection } from "./own-inspection";
import { inspectionNow, opened, reviewer, storyOf, told } from "./testing";
import {
  answerInspection,
  closeInspection,
  extendInspection,
  remindInspection,
  sendBackInspection,
} from "./work-inspection";

const BEGIN = Date.parse("2026-11-24T10:00:00+08:00");
const DAY = 86_400_000;
let at: ManualWorld;
let clock: TestClock;
let serviceId: string;
beforeEach(async () => {
  at = await manualWorld();
  clock = setTestClocks(BEGIN).business;
  const rows = await read().select().from(t.services);
  serviceId = rows.find(({ number }) => number === ONE)?.id ?? "";
});
afterEach(() => at.world.dispose());

const wanted = () =>
  ({ entityId: at.entityId, failure: "CONTENT_MISMATCH", serviceId, domain: null }) as const;
const ofEntity = () => ({ ...wanted(), failure: "ORGANIZER_NAME", serviceId: null }) as const;
const begin = (input: Parameters<typeof opened>[1] = wanted(), staff = at.staff) => opened(staff, input);
const answer = (inspectionId: string, version = 1, who: Actor = at.applicant) =>
  answerInspection(who, { inspectionId, version, answer: "已改好" });
const order = (inspectionId: string, version = 1, over: object = {}) =>
  orderCancellation(at.staff, {
    ...{ inspectionId, version, type: "CANCEL_ACCESS", serviceId, lastService: false },
    ...over,
  });
const pass = async (ms: number) => {
  clock.advance(ms);
  await runDueWork();
};
const toDeadline = async (id: string) => pass((await inspectionNow(id)).deadline - clock.now());
const refused = (reason: string, code = "wrong_state") => ({ ok: false, error: { code, reason } });
const orders = () => read().select().from(t.orders);
const stranger = () => at.world.actor(1);

describe("staff open an inspection", () => {
  it("of a service, with the provider's deadline; its owner is told, the record is as it was", async () => {
    const before = await read().select().from(t.registryHistory);
    const id = await begin();
    const row = await inspectionNow(id);
    expect(row).toMatchObject({ state: "OPEN", origin: "PROVIDER", serviceId, notice: null, version: 1 });
    expect(lastDay(row.deadline)).toBe("2026-12-08");
    expect(await told()).toEqual(["inspection_failed"]);
    const [message] = await read().select().from(t.notifications);
    expect(message).toMatchObject({
      userId: at.applicant.userId,
      params: { filingNumber: ENTITY, failure: "CONTENT_MISMATCH", deadlineAt: row.deadline - 60_000 },
    });
    expect(await read().select().from(t.registryHistory)).toEqual(before);
    const log = await read().select().from(t.auditLog).where(eq(t.auditLog.action, "inspection.opened"));
    expect(log).toMatchObject([{ actorId: at.staff.userId, object: id }]);
  });

  it("keeps what was found under the record's key", async () => {
    await begin();
    const [row] = await read().select().from(t.inspectionEvents);
    expect(row?.textEnc?.toString("utf8")).not.toContain("抽查");
  });

  it("once for one place and failure, also of two at the same time; another place is another one", async () => {
    const staff = await reviewer("zhao");
    const both = await Promise.all([
      openInspection(at.staff, { ...wanted(), letterUntil: null, letterNumber: null, found: "x" }),
      openInspection(staff, { ...wanted(), letterUntil: null, letterNumber: null, found: "x" }),
    ]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(both.find((one) => !one.ok)).toMatchObject(refused("inspection.open-already"));
    await begin(ofEntity());
    await begin({ ...wanted(), failure: "COMMERCIAL_CONTENT" });
    expect(await read().select().from(t.inspections)).toHaveLength(3);
  });

  it("never of what is no part of the record, is gone, or cannot be wrong there", async () => {
    const open = (over: object) =>
      openInspection(at.staff, { ...wanted(), letterUntil: null, letterNumber: null, found: "x", ...over });
    expect(await open({ entityId: crypto.randomUUID() })).toMatchObject({ error: { code: "not_found" } });
    expect(await open({ serviceId: crypto.randomUUID() })).toMatchObject({ error: { code: "not_found" } });
    expect(await open({ failure: "ORGANIZER_NAME" })).toMatchObject(
      refused("inspection.wrong-place", "invalid"),
    );
    expect(await open({ failure: "DNS_ELSEWHERE" })).toMatchObject(
      refused("inspection.wrong-place", "invalid"),
    );
    expect(await open({ failure: "DNS_ELSEWHERE", domain: "other.com" })).toMatchObject(
      refused("inspection.not-here"),
    );
    await at.world.say({ type: "struck", numbers: [ONE] }, null);
    expect(await open({})).toMatchObject(refused("inspection.not-here"));
  });

  it("is no work of its holder, of other roles, nor of staff of the very account", async () => {
    const open = (who: Actor) =>
      openInspection(who, { ...wanted(), letterUntil: null, letterNumber: null, found: "x" });
    expect(await open(at.applicant)).toMatchObject({ error: { code: "forbidden" } });
    for (const role of ["admin", "officer"] as const)
      expect(await open({ ...at.staff, roles: [role] })).toMatchObject({ error: { code: "forbidden" } });
    const own = { ...at.staff, accountIds: at.applicant.accountIds };
    expect(await open(own)).toMatchObject(refused("order.own-account", "forbidden"));
    expect(await findFilings(own, { search: ENTITY })).toMatchObject({ value: { rows: [] } });
    const id = await begin();
    expect(await getInspection(own, { inspectionId: id })).toMatchObject(
      refused("order.own-account", "forbidden"),
    );
    expect(await listInspections(own, { view: "open", province: null })).toMatchObject({ value: [] });
    expect(await countInspections(own)).toBe(0);
  });

  it("on the authority's letter, with the letter's day, which is not ours to move", async () => {
    const letterNumber = "京通管函〔2026〕12号";
    const open = (letterUntil: string) =>
      openInspection(at.staff, { ...wanted(), letterUntil, letterNumber, found: "来函" });
    for (const day of ["2026-11-23", "2026-11-24", "2026-11-28"])
      expect(await open(day)).toMatchObject({
        error: { code: "invalid", fields: [{ path: "letterUntil", reason: "inspection.letter-short" }] },
      });
    const made = await open("2026-11-29");
    if (!made.ok) throw new Error(made.error.reason);
    const row = await inspectionNow(made.value.inspectionId);
    expect(row).toMatchObject({ origin: "AUTHORITY", notice: null, letter: letterNumber });
    expect(row.openedBy).toBe(at.staff.userId);
    expect(lastDay(row.deadline)).toBe("2026-11-29");
    const log = await read().select().from(t.auditLog).where(eq(t.auditLog.action, "inspection.opened"));
    expect(log).toMatchObject([{ data: { letter: letterNumber } }]);
    for (const steps of [
      await getInspection(at.staff, { inspectionId: row.id }),
      await getOwnInspection(at.applicant, { entityId: at.entityId, inspectionId: row.id }),
    ])
      expect(steps).toMatchObject({ value: { steps: [{ type: "opened", letter: letterNumber }] } });
    const more = { inspectionId: row.id, version: 1, until: "2026-12-30", reason: "x" };
    expect(await extendInspection(at.staff, more)).toMatchObject(refused("inspection.authority-deadline"));
  });

  it.each([
    ["its number", () => ENTITY],
    ["a service's number, written another way", () => TWO.replace("号", "")],
    ["a domain", () => "SITE1.com"],
  ])("finds it by %s", async (_by, term) => {
    expect(await findFilings(at.staff, { search: term() })).toMatchObject({
      value: { rows: [{ id: at.entityId, open: 0, services: [{ number: ONE }, { number: TWO }] }] },
    });
    expect(await findFilings(at.staff, { search: "nothing" })).toMatchObject({ value: { rows: [] } });
  });
});

it("is found by its account only by who may find accounts", async () => {
  const email = "holder@example.test";
  await withTransaction(async (tx) => {
    const change = { emailIdx: emailIndex(email) };
    await tx.update(t.users).set(change).where(eq(t.users.id, at.applicant.userId));
    return ok(null);
  });
  const supervisor: Actor = { ...at.staff, roles: ["supervisor"] };
  for (const search of [at.applicant.accountIds[0] ?? "", email]) {
    expect(await findFilings(at.staff, { search })).toMatchObject({ value: { rows: [], byAccount: false } });
    expect(await findFilings(supervisor, { search })).toMatchObject({
      value: { rows: [{ id: at.entityId }], byAccount: true },
    });
  }
});

it("writes down who of the staff reads it", async () => {
  const id = await begin();
  await getInspection(at.staff, { inspectionId: id });
  await getInspection(at.applicant, { inspectionId: id });
  const log = await read().select().from(t.auditLog).where(eq(t.auditLog.action, "inspection.viewed"));
  expect(log).toMatchObject([{ actorId: at.staff.userId, object: id, outcome: "done" }]);
  expect(log).toHaveLength(1);
});

describe("its owner", () => {
  it("sees what, by when and what to do, says what he did, and staff look", async () => {
    const id = await begin();
    const found = await getOwnInspection(at.applicant, { entityId: at.entityId, inspectionId: id });
    expect(found).toMatchObject({
      value: {
        ...{
          failure: "CONTENT_MISMATCH",
          mayAnswer: true,
          consequences: ["CANCEL_ACCESS", "CANCEL_SERVICE"],
        },
        steps: [{ type: "opened", by: null, text: "抽查时发现" }],
        remedies: [
          { remedy: "CORRECT_SITE", href: null },
          { remedy: "CHANGE_SERVICE", href: expect.stringContaining(`part=${serviceId}`) },
        ],
      },
    });
    expect(await ownInspections(at.applicant)).toMatchObject([{ id }]);
    expect((await answer(id)).ok).toBe(true);
    expect(await inspectionNow(id)).toMatchObject({ state: "REPORTED_FIXED" });
    expect(await countInspections(at.staff)).toBe(1);
    const back = { inspectionId: id, version: 2, reason: "首页还没有改" };
    expect((await sendBackInspection(at.staff, back)).ok).toBe(true);
    expect((await answer(id, 3)).ok).toBe(true);
    expect((await closeInspection(at.staff, { ...back, version: 4 })).ok).toBe(true);
    expect(await storyOf(id)).toEqual([
      ...["staff opened", "applicant answered", "staff not_fixed", "applicant answered", "staff closed"],
    ]);
    expect(await told()).toEqual(["inspection_failed", "inspection_not_fixed", "inspection_closed"]);
    expect(await getInspection(at.staff, { inspectionId: id })).toMatchObject({
      value: { choices: [], steps: [{ by: "lin" }, { by: null }, {}, {}, {}] },
    });
    expect(await listInspections(at.staff, { view: "over", province: "110000" })).toMatchObject({
      value: [{ id, overdue: false }],
    });
    // Another one may begin.
    await begin();
  });

  it("is nobody else: not another account, not under another record", async () => {
    const id = await begin();
    const gone = { error: { code: "not_found" } };
    expect(await answer(id, 1, stranger())).toMatchObject(gone);
    expect(await getOwnInspection(stranger(), { entityId: at.entityId, inspectionId: id })).toMatchObject(
      gone,
    );
    expect(
      await getOwnInspection(at.applicant, { entityId: crypto.randomUUID(), inspectionId: id }),
    ).toMatchObject(gone);
    expect(await ownInspections(stranger())).toEqual([]);
    expect(await ownInspections(stranger(), { entityId: at.entityId })).toEqual([]);
    for (const command of [remindInspection, closeInspection, sendBackInspection] as const)
      expect(await command(at.applicant, { inspectionId: id, version: 1, reason: "x" })).toMatchObject({
        error: { code: "forbidden" },
      });
    expect(await inspectionNow(id)).toMatchObject({ state: "OPEN", version: 1 });
  });

  it("answers once: twice at the same time, and from a page that is out of date, are no second answer", async () => {
    const id = await begin();
    const both = await Promise.all([answer(id), answer(id)]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(both.find((one) => !one.ok)).toMatchObject(refused("inspection.answered"));
    const back = { inspectionId: id, version: 1, reason: "x" };
    expect(await sendBackInspection(at.staff, back)).toMatchObject({ error: { code: "stale" } });
    expect(await storyOf(id)).toEqual(["staff opened", "applicant answered"]);
  });

  it("mends it by an approved change: staff only have to look", async () => {
    const [name, content] = [await begin(ofEntity()), await begin()];
    const base = validEnterprise();
    const entity = { ...base.entity, name: "改名样例有限公司" };
    await at.world.say(approved("CHANGE_ENTITY", [], { entity }));
    expect(await inspectionNow(name)).toMatchObject({ state: "REPORTED_FIXED" });
    expect(await inspectionNow(content)).toMatchObject({ state: "OPEN" });
    await at.world.say(
      approved("CHANGE_SERVICE", [[ONE, site(1, { remark: "另一段足够长的备注说明文字" })]]),
    );
    expect(await storyOf(content)).toEqual(["staff opened", "system healed"]);
  });

  it("reads nothing of what was said before the record came to him; staff read it all", async () => {
    const id = await begin(ofEntity());
    expect((await answer(id)).ok).toBe(true);
    const back = { inspectionId: id, version: 2, reason: "名称仍不一致" };
    expect((await sendBackInspection(at.staff, back)).ok).toBe(true);
    const textsOf = async (who: Actor) => {
      const view = await getOwnInspection(who, { entityId: at.entityId, inspectionId: id });
      return view.ok ? view.value.steps.map(({ text }) => text) : view.error.code;
    };
    expect(await textsOf(at.applicant)).toEqual(["抽查时发现", "已改好", "名称仍不一致"]);
    clock.advance(60_000);
    await at.world.say({ type: "moved", to: at.world.accounts[1] });
    expect(await textsOf(stranger())).toEqual([null, null, null]);
    clock.advance(60_000);
    expect((await answer(id, 3, stranger())).ok).toBe(true);
    expect(await textsOf(stranger())).toEqual([null, null, null, "已改好"]);
    expect(await getInspection(at.staff, { inspectionId: id })).toMatchObject({
      value: { steps: [{ text: "抽查时发现" }, { text: "已改好" }, {}, {}] },
    });
  });

  it("has nothing to mend any more once it is gone, and it goes with the record to another account", async () => {
    const [one, whole] = [await begin(), await begin(ofEntity())];
    await at.world.say({ type: "struck", numbers: [ONE] }, null);
    expect(await inspectionNow(one)).toMatchObject({ state: "ENDED" });
    expect(await inspectionNow(whole)).toMatchObject({ state: "OPEN" });
    await withTransaction(async (tx) => {
      await tx.update(t.entities).set({ accountId: at.world.accounts[1] });
      return ok(null);
    });
    expect(await answer(whole)).toMatchObject({ error: { code: "not_found" } });
    expect((await answer(whole, 1, stranger())).ok).toBe(true);
  });
});

describe("time", () => {
  it("is not held up by saying over and over that it is mended", async () => {
    const id = await begin();
    await toDeadline(id);
    const { version } = await inspectionNow(id);
    // A late word is looked at once.
    expect((await answer(id, version)).ok).toBe(true);
    const back = { inspectionId: id, version: version + 1, reason: "没有改" };
    expect((await sendBackInspection(at.staff, back)).ok).toBe(true);
    expect(await answer(id, version + 2)).toMatchObject(refused("inspection.answer-over"));
    expect(await getOwnInspection(at.applicant, { entityId: at.entityId, inspectionId: id })).toMatchObject({
      value: { state: "OPEN", mayAnswer: false },
    });
    // More time is time to answer, too.
    const more = { inspectionId: id, version: version + 2, until: "2026-12-30", reason: "x" };
    expect((await extendInspection(at.staff, more)).ok).toBe(true);
    expect((await answer(id, version + 3)).ok).toBe(true);
  });

  it("reminds three days and one day before, and says when it is over", async () => {
    const id = await begin();
    const { deadline } = await inspectionNow(id);
    await pass(deadline - 3 * DAY - clock.now() - 1);
    expect(await storyOf(id)).toEqual(["staff opened"]);
    await pass(1);
    await pass(2 * DAY);
    await pass(DAY - 1);
    expect(await storyOf(id)).toEqual(["staff opened", "system reminded", "system reminded"]);
    expect(await countInspections(at.staff)).toBe(0);
    await pass(1);
    expect((await storyOf(id)).at(-1)).toBe("system overdue");
    expect(await told()).toEqual([
      ...["inspection_failed", "inspection_reminder", "inspection_reminder", "inspection_overdue"],
    ]);
    expect(await countInspections(at.staff)).toBe(1);
    expect(await listInspections(at.staff, { view: "open", province: null })).toMatchObject({
      value: [{ id, overdue: true }],
    });
  });

  it("is silent while an answer waits for staff, and of a deadline that was moved", async () => {
    const id = await begin();
    const { deadline } = await inspectionNow(id);
    const more = { inspectionId: id, version: 1, until: "2026-12-20", reason: "等待换证" };
    expect((await extendInspection(at.staff, more)).ok).toBe(true);
    await pass(deadline - clock.now());
    expect(await storyOf(id)).toEqual(["staff opened", "staff extended"]);
    expect(await order(id, 2)).toMatchObject(refused("inspection.before-deadline"));
    expect((await answer(id, 2)).ok).toBe(true);
    await toDeadline(id);
    expect(await storyOf(id)).toEqual(["staff opened", "staff extended", "applicant answered"]);
    expect(await order(id, 3)).toMatchObject(refused("inspection.answer-open"));
    expect(await orders()).toEqual([]);
  });

  it("is given by hand once a day; never shortened", async () => {
    const id = await begin();
    const known = { inspectionId: id, version: 1 };
    expect((await remindInspection(at.staff, known)).ok).toBe(true);
    expect(await remindInspection(at.staff, { ...known, version: 2 })).toMatchObject(
      refused("inspection.reminded-today"),
    );
    const less = { inspectionId: id, version: 2, until: "2026-12-08", reason: "x" };
    expect(await extendInspection(at.staff, less)).toMatchObject(refused("inspection.not-later"));
  });
});

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { freshDatabase, type TestDatabase } from "@/db/testing";
import { setTestClocks, type TestClock } from "@/lib/clock/testing";
import type { Actor, Role } from "@/lib/filing/access";
import { gateway } from ".";
import { daysOf, REJECT_MARKER } from "./sandbox/automatic";
import type { BlacklistEntry } from "./sandbox/blacklist";
import { DEFAULT_SETTINGS, DeskSettings } from "./sandbox/settings";
import { SMOOTH } from "./sandbox/traffic";
import { approveSubmission } from "./sandbox/usecases/decide";
import { addToBlacklist, listBlacklist, removeFromBlacklist } from "./sandbox/usecases/desk-blacklist";
import { listRegister, sendUnasked } from "./sandbox/usecases/desk-register";
import { saveDeskSettings } from "./sandbox/usecases/desk-settings";
import { readTraffic, saveTraffic } from "./sandbox/usecases/desk-traffic";
import { listQueue } from "./sandbox/usecases/list-queue";
import { readSubmission } from "./sandbox/usecases/read-submission";
import { verifySms } from "./sandbox/usecases/verify-sms";
import { runAuthorityWork } from "./sandbox/work";
import { codeFor, type Given, LEAD, noticeTypes, payloadOf } from "./testing";

const START = Date.parse("2026-11-23T10:00:00+08:00"); // a Monday
const DAY = 86_400_000;
let data: TestDatabase;
let clock: TestClock;
let sequence = 0;
beforeEach(() => {
  data = freshDatabase();
  clock = setTestClocks(START).business;
  sequence = 0;
});
afterEach(() => data.dispose());

const actor = (...roles: Role[]): Actor => ({
  ...{ userId: "user-1", roles, accountIds: [], accountId: null, sessionId: "session-1" },
});
const officer = actor("officer");

/** The n-th organiser's filing, verified: it waits at the desk. */
async function underReview(given: Given = {}): Promise<number> {
  sequence += 1;
  const own = { orderId: `order-${sequence}`, certNo: `X${sequence}`, domains: [`x${sequence}.cn`] };
  expect(await gateway().submit(sequence, payloadOf({ ...own, ...given }))).toEqual({ kind: "accepted" });
  await verifySms({ phone: LEAD.phone, tail: LEAD.idNoTail, code: await codeFor(LEAD.phone) });
  clock.advance(1000);
  return sequence;
}
const stateOf = async (at: number) => {
  const view = await readSubmission(officer, at);
  return view.ok ? view.value.state : view.error.code;
};
const set = (change: Partial<DeskSettings>) => saveDeskSettings(officer, { ...DEFAULT_SETTINGS, ...change });
const to = (day: string) => clock.advance(Date.parse(`${day}T00:00:00+08:00`) - clock.now());

describe("deciding by itself", () => {
  it("waits the province's own days, and an officer may be faster", async () => {
    expect([daysOf("310000"), daysOf("360000")]).toEqual([4, 6]);
    await set({ automatic: "approve" });
    const shanghai = await underReview({ province: "310000" });
    const jiangxi = await underReview({ province: "360000" });
    const queue = await listQueue(officer, { view: "review" });
    expect(queue).toMatchObject({
      value: {
        rows: [
          { sequence: shanghai, automaticAt: Date.parse("2026-11-27T00:00:00+08:00"), leftDays: 4 },
          { sequence: jiangxi, automaticAt: Date.parse("2026-12-01T00:00:00+08:00"), leftDays: 6 },
        ],
        nextAutomaticAt: Date.parse("2026-11-27T00:00:00+08:00"),
      },
    });
    to("2026-11-27");
    expect((await runAuthorityWork()).decided).toBe(1);
    expect([await stateOf(shanghai), await stateOf(jiangxi)]).toEqual(["approved", "review"]);
    await approveSubmission(officer, { sequence: jiangxi, version: 1 });
    to("2026-12-01");
    expect((await runAuthorityWork()).decided).toBe(0);
    expect(await listQueue(officer, { view: "review" })).toMatchObject({ value: { nextAutomaticAt: null } });
  });

  it("rejects with the reason chosen", async () => {
    await set({ automatic: "reject", automaticDays: 1, automaticReason: "DOC_UNCLEAR" });
    const at = await underReview();
    to("2026-11-24");
    await runAuthorityWork();
    expect(await readSubmission(officer, at)).toMatchObject({
      value: { state: "rejected", decidedByOfficer: false, rejected: [{ code: "DOC_UNCLEAR" }] },
    });
  });

  it("goes by the marker in a service's words", async () => {
    await set({ automatic: "marker", automaticDays: 1 });
    const plain = await underReview();
    const marked = await underReview({ domains: [], apps: [`清河阅读${REJECT_MARKER}`] });
    to("2026-11-24");
    expect((await runAuthorityWork()).decided).toBe(2);
    expect([await stateOf(plain), await stateOf(marked)]).toEqual(["approved", "rejected"]);
  });

  it.each([
    [{ automaticDays: 1 }, true],
    [{ automaticDays: 30 }, true],
    [{ automaticDays: 0 }, false],
    [{ automaticDays: 31 }, false],
    [{ automaticReason: "NO_SUCH_REASON" }, false],
  ])("%o is %s", (change, valid) => {
    expect(DeskSettings.safeParse({ ...DEFAULT_SETTINGS, ...change }).success).toBe(valid);
  });
});

describe("the queue", () => {
  it("puts first what is due first, not what came first, and counts what is late", async () => {
    const slow = await underReview({ province: "110000" });
    const fast = await underReview({ province: "310000" });
    const order = async () => {
      const queue = await listQueue(officer, { view: "review" });
      return queue.ok ? queue.value.rows.map((row) => [row.sequence, row.leftDays]) : [];
    };
    expect(await order()).toEqual([
      [fast, 4],
      [slow, 17],
    ]);
    clock.advance(7 * DAY);
    expect(await order()).toEqual([
      [fast, -1],
      [slow, 12],
    ]);
    expect(await listQueue(officer, { view: "review" })).toMatchObject({
      value: { byProvince: { "110000": 1, "310000": 1 } },
    });
  });
});

describe("the blacklist", () => {
  const entry = (kind: BlacklistEntry["kind"], value: string) =>
    addToBlacklist(officer, { kind, value, reason: "伪造材料" });

  it.each([
    ["organiser", "91110000MA01TEST0X", "ORGANIZER_BLACKLISTED"],
    ["domain", "Qinghe-Books.CN", "DOMAIN_BLACKLISTED"],
    ["name", "清河书店0", "NAME_BLACKLISTED"],
  ] as const)("refuses %s at the door, until the entry is removed", async (kind, value, code) => {
    expect(await entry(kind, value)).toMatchObject({ ok: true });
    expect(await gateway().submit(1, payloadOf())).toEqual({ kind: "refused", code });
    const list = await listBlacklist(officer);
    if (!list.ok) throw new Error("refused");
    const [row] = list.value;
    expect(row).toMatchObject({ kind, reason: "伪造材料", since: START });
    expect(await removeFromBlacklist(officer, { kind, key: row?.key ?? "" })).toMatchObject({ ok: true });
    expect(await gateway().submit(2, payloadOf())).toEqual({ kind: "accepted" });
    expect(await removeFromBlacklist(officer, { kind, key: row?.key ?? "" })).toMatchObject({
      error: { code: "not_found" },
    });
  });

  it("answers the provider's look-ups, and shows certificate numbers in part", async () => {
    await entry("organiser", "91110000ma01test0x");
    await entry("domain", "never.cn");
    await entry("name", "Never Ever");
    expect(
      await gateway().lookUp({ certNo: "91110000MA01TEST0X", domains: ["never.cn"], names: ["never ever"] }),
    ).toMatchObject({
      entity: { blacklisted: true },
      domains: { "never.cn": { blacklisted: true } },
      blacklistedNames: ["never ever"],
    });
    const list = await listBlacklist(officer);
    expect(list.ok && list.value.map(({ shown }) => shown).toSorted()).toEqual([
      "9111****0X",
      "never ever",
      "never.cn",
    ]);
  });

  it("keeps one entry of a thing, with the last reason", async () => {
    await entry("domain", "never.cn");
    await addToBlacklist(officer, { kind: "domain", value: " NEVER.cn", reason: "诈骗" });
    expect(await listBlacklist(officer)).toMatchObject({ value: [{ key: "never.cn", reason: "诈骗" }] });
  });
});

describe("what nobody asked for", () => {
  it("strikes a record off with its services, and the provider hears of all numbers", async () => {
    await approveSubmission(officer, { sequence: await underReview(), version: 1 });
    const before = await listRegister(officer);
    const numbers = before.ok ? before.value.map(({ number }) => number) : [];
    expect(numbers).toHaveLength(2);
    const [record = ""] = numbers;
    expect(await sendUnasked(officer, { number: record, what: "ORGANIZER_CONFLICT" })).toMatchObject({
      ok: true,
    });
    expect(await sendUnasked(officer, { number: record, what: "cancelled" })).toMatchObject({ ok: true });
    expect((await gateway().poll(0)).slice(-2)).toMatchObject([
      { orderId: null, sequence: null, body: { type: "conflict", target: record } },
      { orderId: null, sequence: null, body: { type: "cancelled", numbers } },
    ]);
    expect(await listRegister(officer)).toEqual({ ok: true, value: [] });
    expect(await gateway().query({ domain: "x1.cn" })).toEqual([]);
    expect(await sendUnasked(officer, { number: record, what: "cancelled" })).toMatchObject({
      error: { code: "not_found" },
    });
    // Whoever lost his record may file anew.
    expect(await gateway().submit(2, payloadOf({ certNo: "X1", domains: ["x1.cn"] }))).toEqual({
      kind: "accepted",
    });
  });

  it("ends one service and leaves the record", async () => {
    await approveSubmission(officer, { sequence: await underReview(), version: 1 });
    await sendUnasked(officer, { number: "京ICP备2026000001号-1", what: "cancelled" });
    expect(await listRegister(officer)).toMatchObject({ value: [{ number: "京ICP备2026000001号" }] });
    expect((await noticeTypes()).at(-1)).toBe("cancelled");
  });
});

it("belongs to the officer alone", async () => {
  for (const role of ["applicant", "reviewer", "supervisor", "admin"] as const) {
    const other = actor(role);
    for (const answer of [
      await readTraffic(other),
      await saveTraffic(other, { ...SMOOTH, down: 100 }),
      await listBlacklist(other),
      await addToBlacklist(other, { kind: "name", value: "xx", reason: "xx" }),
      await removeFromBlacklist(other, { kind: "name", key: "xx" }),
      await listRegister(other),
      await sendUnasked(other, { number: "xx", what: "cancelled" }),
    ])
      expect(answer).toMatchObject({ ok: false, error: { code: "forbidden" } });
  }
  expect(await readTraffic(officer)).toEqual({ ok: true, value: SMOOTH });
});

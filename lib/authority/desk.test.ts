import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { freshDatabase, type TestDatabase } from "@/db/testing";
import { setTestClocks, type TestClock } from "@/lib/clock/testing";
import type { Actor, Role } from "@/lib/filing/access";
import { gateway } from ".";
import { DEFAULT_SETTINGS } from "./sandbox/settings";
import { approveSubmission, rejectSubmission } from "./sandbox/usecases/decide";
import { readDeskSettings, saveDeskSettings } from "./sandbox/usecases/desk-settings";
import { listQueue } from "./sandbox/usecases/list-queue";
import { queryPublic } from "./sandbox/usecases/query-public";
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
  userId: "user-1",
  roles,
  accountIds: [],
  accountId: null,
  sessionId: "session-1",
});
const officer = actor("officer");

/** Submits and verifies: the submission then waits at the desk. */
async function underReview(given: Given = {}): Promise<number> {
  sequence += 1;
  const answer = await gateway().submit(sequence, payloadOf({ orderId: `order-${sequence}`, ...given }));
  expect(answer).toEqual({ kind: "accepted" });
  const code = await codeFor(LEAD.phone);
  expect(await verifySms({ phone: LEAD.phone, tail: LEAD.idNoTail, code })).toMatchObject({
    value: "all_done",
  });
  clock.advance(1000);
  return sequence;
}
const approved = async (given: Given = {}) => {
  const at = await underReview(given);
  expect(await approveSubmission(officer, { sequence: at, version: 1 })).toEqual({ ok: true, value: null });
  const notices = await gateway().poll(0);
  return notices.at(-1)?.body;
};

describe("numbers", () => {
  it("counts entities per province and year, websites and APPs each from one", async () => {
    expect(await approved({ domains: ["a.cn", "b.cn"], apps: ["清河阅读"] })).toEqual({
      type: "approved",
      entityNumber: "京ICP备2026000001号",
      services: {
        svc_web0: "京ICP备2026000001号-1",
        svc_web1: "京ICP备2026000001号-2",
        svc_app0x: "京ICP备2026000001号-1A",
      },
    });
    expect(await approved({ certNo: "X2", domains: ["c.cn"] })).toMatchObject({
      entityNumber: "京ICP备2026000002号",
    });
    expect(await approved({ certNo: "X3", domains: ["d.cn"], province: "440000" })).toMatchObject({
      entityNumber: "粤ICP备2026000001号",
    });
    clock.advance(40 * DAY);
    expect(await approved({ certNo: "X4", domains: ["e.cn"] })).toMatchObject({
      entityNumber: "京ICP备2027000001号",
    });
  });

  it("continues below a filed entity", async () => {
    await approved({ domains: ["a.cn"] });
    expect(await approved({ orderType: "NEW_SERVICE_LOCAL", domains: ["b.cn"] })).toMatchObject({
      entityNumber: "京ICP备2026000001号",
      services: { svc_web0: "京ICP备2026000001号-2" },
    });
  });

  it("keeps website and APP apart on one domain, and the domain free for the organiser's own website", async () => {
    const shared = { domains: ["a.cn"], apps: ["清河阅读"], appDomains: ["a.cn", "api.a.cn"] };
    expect(await approved(shared)).toMatchObject({
      services: { svc_web0: "京ICP备2026000001号-1", svc_app0x: "京ICP备2026000001号-1A" },
    });
    expect(await gateway().query({ domain: "a.cn" })).toHaveLength(2);
    const look = async (certNo: string) =>
      (await gateway().lookUp({ certNo, domains: ["a.cn", "api.a.cn"] })).domains;
    expect(await look("91110000MA01TEST0X")).toMatchObject({
      "a.cn": { filed: "same-entity", app: false },
      "api.a.cn": { filed: "no", app: false },
    });
    expect(await look("X2")).toMatchObject({
      "a.cn": { filed: "other-entity", app: true },
      "api.a.cn": { filed: "other-entity", app: true },
    });
  });

  it("numbers all kinds in one sequence when the desk says so", async () => {
    await saveDeskSettings(officer, { ...DEFAULT_SETTINGS, numbering: "running" });
    expect(await approved({ domains: ["a.cn"], apps: ["清河阅读"] })).toMatchObject({
      services: { svc_web0: "京ICP备2026000001号-1", svc_app0x: "京ICP备2026000001号-2A" },
    });
  });

  it("gives numbers once when ten officers approve at once", async () => {
    const at = await underReview();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => approveSubmission(officer, { sequence: at, version: 1 })),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect((await noticeTypes()).filter((type) => type === "approved")).toHaveLength(1);
  });
});

describe("deciding", () => {
  const item = { code: "DOMAIN_OWNER_MISMATCH", target: "services[svc_web0].domain", text: "域名属于他人" };

  it("rejects with every item, and the domain is free again", async () => {
    const at = await underReview();
    const second = { code: "ORGANIZER_CONFLICT", target: "order", text: null };
    expect(
      await rejectSubmission(officer, { sequence: at, version: 1, items: [item, second] }),
    ).toMatchObject({
      ok: true,
    });
    expect((await gateway().poll(2))[0]).toMatchObject({
      orderId: "order-1",
      sequence: 1,
      body: { type: "rejected", items: [item, second] },
    });
    expect(await underReview({ orderId: "order-1" })).toBe(2);
  });

  it.each([
    ["a reason of the provider's", { ...item, code: "PHONE_UNREACHABLE" }],
    ["a target the filing does not have", { ...item, target: "services[svc_none].domain" }],
    ["a target the reason does not fit", { ...item, target: "entity.name" }],
  ])("does not take %s", async (_, bad) => {
    const at = await underReview();
    expect(await rejectSubmission(officer, { sequence: at, version: 1, items: [bad] })).toMatchObject({
      error: { code: "invalid", path: "items.0.target" },
    });
    expect((await noticeTypes()).at(-1)).toBe("smsDone");
  });

  it("refuses a stale version, a wrong state, an unknown number", async () => {
    const at = await underReview();
    const code = async (call: ReturnType<typeof approveSubmission>) => {
      const answer = await call;
      return answer.ok ? "ok" : answer.error.code;
    };
    expect(await code(approveSubmission(officer, { sequence: at, version: 2 }))).toBe("stale");
    expect(await code(approveSubmission(officer, { sequence: 99, version: 1 }))).toBe("not_found");
    await approveSubmission(officer, { sequence: at, version: 1 });
    expect(await code(approveSubmission(officer, { sequence: at, version: 2 }))).toBe("wrong_state");
    await gateway().submit(2, payloadOf({ orderId: "order-2", certNo: "X2", domains: ["x2.cn"] }));
    expect(await code(approveSubmission(officer, { sequence: 2, version: 1 }))).toBe("wrong_state");
  });

  it("lets nobody but the officer near the desk", async () => {
    const at = await underReview();
    for (const role of ["applicant", "reviewer", "supervisor", "admin"] as const) {
      const stranger = actor(role);
      for (const answer of [
        await listQueue(stranger, { view: "review" }),
        await readSubmission(stranger, at),
        await approveSubmission(stranger, { sequence: at, version: 1 }),
        await rejectSubmission(stranger, { sequence: at, version: 1, items: [item] }),
        await readDeskSettings(stranger),
        await saveDeskSettings(stranger, DEFAULT_SETTINGS),
      ])
        expect(answer).toMatchObject({ ok: false, error: { code: "forbidden" } });
    }
  });
});

describe("deciding by itself", () => {
  it("waits the working days of the calendar, and only when told to", async () => {
    await underReview();
    expect((await runAuthorityWork()).decided).toBe(0);
    await saveDeskSettings(officer, { ...DEFAULT_SETTINGS, automatic: "approve", automaticDays: 5 });
    const due = Date.parse("2026-11-30T00:00:00+08:00");
    clock.advance(due - 1 - clock.now());
    expect((await runAuthorityWork()).decided).toBe(0);
    clock.advance(1);
    expect((await runAuthorityWork()).decided).toBe(1);
    expect((await runAuthorityWork()).decided).toBe(0);
    expect((await noticeTypes()).at(-1)).toBe("approved");
    expect(await readSubmission(officer, 1)).toMatchObject({
      value: { state: "approved", decidedByOfficer: false },
    });
  });
});

describe("the desk's reading", () => {
  it("lists by view, province and age", async () => {
    await underReview({ nature: 5, name: "欧阳修远", certNo: "P1", domains: ["p1.cn"] });
    await underReview({ certNo: "X2", domains: ["x2.cn"], province: "440000" });
    clock.advance(3 * DAY);
    await gateway().submit(3, payloadOf({ orderId: "order-3", certNo: "X3", domains: ["x3.cn"] }));
    await approveSubmission(officer, { sequence: 2, version: 1 });
    const review = await listQueue(officer, { view: "review" });
    expect(review).toMatchObject({
      value: {
        rows: [{ sequence: 1, organiser: "欧***", headline: "p1.cn", waitedDays: 3 }],
        counts: { review: 1, sms: 1, decided: 1 },
        byProvince: { "110000": 1 },
      },
    });
    expect(await listQueue(officer, { view: "decided", province: "110000" })).toMatchObject({
      value: { rows: [] },
    });
    expect(await listQueue(officer, { view: "decided" })).toMatchObject({
      value: { rows: [{ sequence: 2 }] },
    });
  });

  it("shows fields, materials, leads, reasons, and the answer given", async () => {
    const at = await underReview();
    const before = await readSubmission(officer, at);
    expect(before).toMatchObject({
      value: {
        state: "review",
        round: 1,
        materials: [{ code: "ORG_CERT", sha256: "ab".repeat(32) }],
        leads: [{ personId: LEAD.personId, state: "done", wrong: 0 }],
        numbers: null,
      },
    });
    expect(before.ok && before.value.reasons.every((reason) => reason.targets.length > 0)).toBe(true);
    await approveSubmission(officer, { sequence: at, version: 1 });
    expect(await readSubmission(officer, at)).toMatchObject({
      value: { state: "approved", numbers: { entity: "京ICP备2026000001号" } },
    });
    expect(await readSubmission(officer, 9)).toMatchObject({ error: { code: "not_found" } });
  });
});

describe("the public query", () => {
  const find = async (by: "domain" | "unit" | "number", text: string) => {
    const answer = await queryPublic({ by, text });
    return answer.ok ? answer.value.map((record) => record.serviceNumber) : answer.error.reason;
  };

  it("finds by domain, by a part of the unit's name, by either number, however written", async () => {
    await approved({ domains: ["a.cn", "b.cn"] });
    const first = "京ICP备2026000001号-1";
    const second = "京ICP备2026000001号-2";
    expect(await find("domain", "A.CN")).toEqual([first]);
    expect(await find("domain", "https://www.b.cn/path")).toEqual([second]);
    expect(await find("unit", "清河图书")).toEqual([first, second]);
    expect(await find("number", "京icp备2026000001")).toEqual([first, second]);
    expect(await find("number", " 京ICP备2026000001号-2 ")).toEqual([second]);
    expect(await find("domain", "nobody.cn")).toEqual([]);
    expect(await find("unit", "%%")).toEqual([]);
  });

  it("says what it expects", async () => {
    expect(await find("domain", "abc")).toBe("query.domain");
    expect(await find("unit", "清")).toBe("query.unit");
    expect(await find("number", "123")).toBe("query.number");
  });

  it("masks people and does not find them by name; what is not approved is not there", async () => {
    await approved({ nature: 5, name: "欧阳修远", certNo: "P1", domains: ["p1.cn"] });
    await underReview({ certNo: "X2", domains: ["x2.cn"] });
    expect(await queryPublic({ by: "domain", text: "p1.cn" })).toMatchObject({
      value: [{ organiser: "欧***" }],
    });
    expect(await find("unit", "欧阳修远")).toEqual([]);
    expect(await find("domain", "x2.cn")).toEqual([]);
  });

  it("tells the provider who has filed what", async () => {
    await approved({ domains: ["a.cn"] });
    const domains = ["a.cn"];
    expect(await gateway().lookUp({ certNo: "91110000MA01TEST0X", domains })).toMatchObject({
      entity: { filed: true, number: "京ICP备2026000001号", shell: false, inFlight: false },
      domains: { "a.cn": { filed: "same-entity" } },
    });
    expect(await gateway().lookUp({ certNo: "OTHER", domains })).toMatchObject({
      entity: { filed: false },
      domains: { "a.cn": { filed: "other-entity" } },
    });
    sequence += 1;
    expect(
      await gateway().submit(sequence, payloadOf({ orderId: "thief", certNo: "OTHER", domains })),
    ).toEqual({
      kind: "refused",
      code: "DOMAIN_CONFLICT",
    });
  });
});

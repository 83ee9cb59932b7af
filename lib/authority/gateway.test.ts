import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { freshDatabase, type TestDatabase } from "@/db/testing";
import { setTestClocks, type TestClock } from "@/lib/clock/testing";
import { ok } from "@/lib/filing/shared/result";
import { gateway } from ".";
import { DEFAULT_SETTINGS, storeSettings } from "./sandbox/settings";
import { blacklistedWords } from "./sandbox/store/schema";
import { inStore } from "./sandbox/store/transaction";
import { runAuthorityWork } from "./sandbox/work";
import { LEAD, noticeTypes, OTHER_LEAD, payloadOf } from "./testing";

const START = Date.parse("2026-11-23T10:00:00+08:00");
const MINUTE = 60_000;
let data: TestDatabase;
let clock: TestClock;

beforeEach(() => {
  data = freshDatabase();
  clock = setTestClocks(START).business;
});
afterEach(() => data.dispose());

const set = (change: Partial<typeof DEFAULT_SETTINGS>) =>
  inStore(async (tx) => ok(await storeSettings(tx, { ...DEFAULT_SETTINGS, ...change })));

describe("submit", () => {
  it("accepts the next number, calls the same one a duplicate, and refuses a gap", async () => {
    expect(await gateway().submit(2, payloadOf())).toEqual({ kind: "refused", code: "sequence_gap" });
    expect(await gateway().submit(1, payloadOf())).toEqual({ kind: "accepted" });
    expect(await gateway().submit(1, payloadOf())).toEqual({ kind: "duplicate" });
    expect(await gateway().submit(3, payloadOf({ orderId: "order-2" }))).toMatchObject({
      code: "sequence_gap",
    });
    expect(await noticeTypes()).toEqual(["smsStarted"]);
  });

  it("gives one answer to ten deliveries of the same submission at once", async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => gateway().submit(1, payloadOf())));
    expect(answers.filter((answer) => answer.kind === "accepted")).toHaveLength(1);
    expect(answers.filter((answer) => answer.kind === "duplicate")).toHaveLength(9);
    expect(await noticeTypes()).toEqual(["smsStarted"]);
  });

  it("does not take a number for another order", async () => {
    await gateway().submit(1, payloadOf());
    expect(await gateway().submit(1, payloadOf({ orderId: "order-2" }))).toEqual({
      kind: "refused",
      code: "sequence_reused",
    });
  });

  it("refuses an organiser or a domain in flight with another order, the same way every time", async () => {
    await gateway().submit(1, payloadOf());
    const sameOrganiser = payloadOf({ orderId: "order-2", domains: ["other.cn"] });
    const sameDomain = payloadOf({
      orderId: "order-3",
      certNo: "91110000MA01OTHER1",
      domains: ["QINGHE-books.cn"],
    });
    for (let tries = 0; tries < 2; tries++) {
      expect(await gateway().submit(2, sameOrganiser)).toEqual({
        kind: "refused",
        code: "ORGANIZER_CONFLICT",
      });
    }
    expect(await gateway().submit(3, sameDomain)).toEqual({ kind: "refused", code: "DOMAIN_CONFLICT" });
    expect(
      await gateway().submit(4, payloadOf({ orderId: "order-4", certNo: "X4", domains: ["x4.cn"] })),
    ).toEqual({
      kind: "accepted",
    });
  });

  it.each([
    ["PROVINCE_UNKNOWN", payloadOf({ province: "990000" })],
    ["LEAD_MISSING", payloadOf({ smsTo: [] })],
    ["TYPE_UNSUPPORTED", payloadOf({ orderType: "CANCEL_ENTITY" })],
    ["ORGANIZER_NOT_FILED", payloadOf({ orderType: "NEW_SERVICE_LOCAL" })],
  ])("refuses with %s", async (code, payload) => {
    expect(await gateway().submit(1, payload)).toEqual({ kind: "refused", code });
    expect(await noticeTypes()).toEqual([]);
  });

  it("lets a new submission of the order replace the one still waiting", async () => {
    await gateway().submit(1, payloadOf());
    expect(await gateway().submit(2, payloadOf())).toEqual({ kind: "accepted" });
    const notices = await gateway().poll(0);
    expect(notices.map((notice) => [notice.sequence, notice.body.type])).toEqual([
      [1, "smsStarted"],
      [2, "smsStarted"],
    ]);
  });

  it("writes nothing personal in the clear", async () => {
    await gateway().submit(1, payloadOf({ nature: 5, name: "欧阳测试", smsTo: [LEAD, OTHER_LEAD] }));
    const bytes = ["authority.db", "authority.db-wal"]
      .map((name) => readFileSync(join(data.dataDir, name)))
      .map((buffer) => buffer.toString("utf8"))
      .join("");
    for (const secret of [
      "欧阳测试",
      LEAD.phone,
      LEAD.name,
      "91110000MA01TEST0X",
      LEAD.idNoTail,
      OTHER_LEAD.phone,
    ])
      expect(bytes.includes(secret), secret).toBe(false);
  });
});

describe("poll and ack", () => {
  it("offers notices in order, again until they are acknowledged, and never past the limit", async () => {
    await gateway().submit(1, payloadOf());
    await gateway().submit(2, payloadOf({ orderId: "order-2", certNo: "X2", domains: ["x2.cn"] }));
    const first = await gateway().poll(0);
    expect(first.map((notice) => notice.number)).toEqual([1, 2]);
    expect(await gateway().poll(0)).toEqual(first);
    expect(await gateway().poll(0, 1)).toHaveLength(1);
    expect(await gateway().poll(1)).toHaveLength(1);
    await gateway().ack(1);
    expect((await gateway().poll(0)).map((notice) => notice.number)).toEqual([2]);
    await gateway().ack(99);
    await gateway().ack(1);
    expect(await gateway().poll(0)).toEqual([]);
    await gateway().submit(3, payloadOf({ orderId: "order-3", certNo: "X3", domains: ["x3.cn"] }));
    expect(await noticeTypes()).toEqual(["smsStarted"]);
  });

  it("names the leads in smsStarted and nothing more of them", async () => {
    await gateway().submit(1, payloadOf({ smsTo: [LEAD, OTHER_LEAD] }));
    expect(await gateway().poll(0)).toEqual([
      {
        number: 1,
        at: START,
        orderId: "order-1",
        sequence: 1,
        body: { type: "smsStarted", required: [LEAD.personId, OTHER_LEAD.personId] },
      },
    ]);
  });

  it("delivers after the simulated delay, and sends the codes after theirs", async () => {
    await set({ noticeDelayMinutes: 10, smsDelayMinutes: 5 });
    await gateway().submit(1, payloadOf());
    await runAuthorityWork();
    expect(await noticeTypes()).toEqual([]);
    clock.advance(5 * MINUTE);
    expect((await runAuthorityWork()).smsStarted).toBe(1);
    clock.advance(10 * MINUTE - 1);
    expect(await noticeTypes()).toEqual([]);
    clock.advance(1);
    expect(await gateway().poll(0)).toMatchObject([{ at: START + 5 * MINUTE, body: { type: "smsStarted" } }]);
  });
});

describe("lookUp", () => {
  it("knows nothing of a newcomer, and sees what is in flight", async () => {
    const by = { certNo: "91110000ma01test0x ", domains: ["Qinghe-Books.cn"] };
    const unfiled = { filed: "no", inFlight: false, number: null, app: false, blacklisted: false };
    const nothing = { filed: false, number: null, shell: false, inFlight: false, blacklisted: false };
    expect(await gateway().lookUp(by)).toEqual({
      entity: nothing,
      domains: { "qinghe-books.cn": unfiled },
      blacklistedNames: [],
    });
    await gateway().submit(1, payloadOf());
    expect(await gateway().lookUp(by)).toEqual({
      entity: { ...nothing, inFlight: true },
      domains: { "qinghe-books.cn": { ...unfiled, inFlight: true } },
      blacklistedNames: [],
    });
    expect(await gateway().lookUp({ domains: [] })).toEqual({
      entity: null,
      domains: {},
      blacklistedNames: [],
    });
  });

  it("tells which domains and names are filed for nobody", async () => {
    await inStore(async (tx) => {
      await tx.insert(blacklistedWords).values([
        { kind: "domain", word: "never.cn", since: START },
        { kind: "name", word: "never ever", since: START },
      ]);
      return ok(null);
    });
    expect(
      await gateway().lookUp({ domains: ["Never.CN", "some.cn"], names: ["Never Ever", "never.cn"] }),
    ).toMatchObject({
      domains: { "never.cn": { blacklisted: true }, "some.cn": { blacklisted: false } },
      blacklistedNames: ["Never Ever"],
    });
  });
});

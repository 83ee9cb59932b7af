import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { freshDatabase, type TestDatabase } from "@/db/testing";
import { setTestClocks, type TestClock } from "@/lib/clock/testing";
import { gateway } from ".";
import { listAuthoritySms } from "./sandbox/mailbox";
import { resendSms, verifySms } from "./sandbox/usecases/verify-sms";
import { runAuthorityWork } from "./sandbox/work";
import { codeFor, LEAD, noticeTypes, OTHER_LEAD, payloadOf } from "./testing";
import { access, fileElsewhere } from "./testing-register";

const START = Date.parse("2026-11-23T10:00:00+08:00");
const HOUR = 3_600_000;
let data: TestDatabase;
let clock: TestClock;

beforeEach(() => {
  data = freshDatabase();
  clock = setTestClocks(START).business;
});
afterEach(() => data.dispose());

type Lead = typeof LEAD;
const values = async <T>(call: Promise<{ ok: boolean; value?: T }>) => (await call).value;
const verify = (lead: Lead, code: string) =>
  values(verifySms({ phone: lead.phone, tail: lead.idNoTail, code }));
const resend = (lead: Lead) => values(resendSms({ phone: lead.phone, tail: lead.idNoTail }));
const other = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");
const wrongTries = async (times: number) => {
  const code = await codeFor(LEAD.phone);
  for (let tries = 0; tries < times; tries++) expect(await verify(LEAD, other(code))).toBe("no_record");
};

describe("verifying", () => {
  it("finishes with one lead", async () => {
    await gateway().submit(1, payloadOf());
    expect(await verify(LEAD, await codeFor(LEAD.phone))).toBe("all_done");
    expect(await noticeTypes()).toEqual(["smsStarted", "smsDone"]);
  });

  it("waits for every lead, and tells the one who is done to wait", async () => {
    await gateway().submit(1, payloadOf({ smsTo: [LEAD, OTHER_LEAD] }));
    const code = await codeFor(LEAD.phone);
    expect(await codeFor(OTHER_LEAD.phone)).not.toBe(code);
    expect(await verify(LEAD, code)).toBe("done");
    for (let tries = 0; tries < 8; tries++) expect(await verify(LEAD, code)).toBe("wait_for_others");
    expect(await verify(OTHER_LEAD, await codeFor(OTHER_LEAD.phone))).toBe("all_done");
    expect(await noticeTypes()).toEqual(["smsStarted", "smsDone", "smsDone"]);
    expect(await verify(LEAD, code)).toBe("no_record");
  });

  it.each([
    ["FIRST_FILING", { domains: ["books.cn"] }, "您正在为books.cn办理ICP备案的短信核验"],
    ["CHANGE_SERVICE", access(), "您正在为old.cn办理ICP备案变更的短信核验"],
    ["CHANGE_ENTITY", access({ domains: [], numbers: [] }), "您正在为主办者信息办理ICP备案变更的短信核验"],
    ["CANCEL_SERVICE", access(), "您正在为old.cn办理ICP备案注销的短信核验"],
  ] as const)("tells a lead what he agrees to: %s", async (orderType, given, sentence) => {
    await fileElsewhere();
    await gateway().submit(1, payloadOf({ ...given, orderType }));
    const [sms] = await listAuthoritySms();
    expect(sms?.body).toContain(sentence);
    expect(sms?.body.includes("注销后不能恢复")).toBe(orderType === "CANCEL_SERVICE");
  });

  it("takes a lower-case x, spaces and +86", async () => {
    await gateway().submit(1, payloadOf());
    const code = await codeFor(LEAD.phone);
    const typed = { phone: "+86 138 0013 8001", tail: " 01123x", code: `${code} ` };
    expect(await values(verifySms(typed))).toBe("all_done");
  });

  it("accepts the right code after four wrong inputs, and after five returns the filing at the sixth attempt", async () => {
    await gateway().submit(1, payloadOf());
    await wrongTries(4);
    expect(await verify(LEAD, await codeFor(LEAD.phone))).toBe("all_done");

    await gateway().submit(2, payloadOf());
    await wrongTries(5);
    expect(await noticeTypes(2)).toEqual(["smsStarted"]);
    expect(await verify(LEAD, await codeFor(LEAD.phone))).toBe("no_record");
    expect((await gateway().poll(3)).map((notice) => notice.body)).toEqual([
      { type: "smsFailed", cause: "wrong_inputs" },
    ]);
  });

  it("counts ten wrong tries at once exactly: five forgiven, one returns it, none twice", async () => {
    await gateway().submit(1, payloadOf());
    const code = other(await codeFor(LEAD.phone));
    await Promise.all(Array.from({ length: 10 }, () => verify(LEAD, code)));
    expect(await noticeTypes()).toEqual(["smsStarted", "smsFailed"]);
  });

  it("counts a try that hits by code only, by phone only, and one with the wrong tail; not one that hits nothing", async () => {
    await gateway().submit(1, payloadOf());
    const code = await codeFor(LEAD.phone);
    const stranger = { ...LEAD, phone: "13700137000" };
    for (let tries = 0; tries < 9; tries++) expect(await verify(stranger, other(code))).toBe("no_record");
    expect(await verify(stranger, code)).toBe("no_record");
    expect(await verify({ ...LEAD, idNoTail: "999999" }, code)).toBe("no_record");
    expect(await verify(LEAD, other(code))).toBe("no_record");
    for (let tries = 0; tries < 2; tries++) expect(await verify(stranger, code)).toBe("no_record");
    expect(await noticeTypes()).toEqual(["smsStarted"]);
    expect(await verify(stranger, code)).toBe("no_record");
    expect(await noticeTypes()).toEqual(["smsStarted", "smsFailed"]);
  });

  it("counts a try with one lead's phone and another's code against both", async () => {
    await gateway().submit(1, payloadOf({ smsTo: [LEAD, OTHER_LEAD] }));
    const mixed = { ...LEAD };
    const code = await codeFor(OTHER_LEAD.phone);
    for (let tries = 0; tries < 5; tries++) expect(await verify(mixed, code)).toBe("no_record");
    expect(await verify(OTHER_LEAD, code)).toBe("no_record");
    expect(await noticeTypes()).toEqual(["smsStarted", "smsFailed"]);
  });

  it("kills the codes of a superseded submission", async () => {
    await gateway().submit(1, payloadOf());
    const old = await codeFor(LEAD.phone);
    clock.advance(1000);
    await gateway().submit(2, payloadOf());
    expect(await verify(LEAD, old)).toBe("no_record");
    expect(await verify(LEAD, await codeFor(LEAD.phone))).toBe("all_done");
    expect((await gateway().poll(2))[0]).toMatchObject({ sequence: 2, body: { type: "smsDone" } });
  });
});

describe("24 hours", () => {
  it("accepts the code a moment before they end", async () => {
    await gateway().submit(1, payloadOf());
    clock.advance(24 * HOUR - 1);
    expect((await runAuthorityWork()).smsTimedOut).toBe(0);
    expect(await verify(LEAD, await codeFor(LEAD.phone))).toBe("all_done");
  });

  it("returns the filing when they end, dated to the deadline, by the sweep or by whoever comes first", async () => {
    await gateway().submit(1, payloadOf());
    clock.advance(30 * HOUR);
    expect(await verify(LEAD, await codeFor(LEAD.phone))).toBe("no_record");
    expect(await gateway().poll(1)).toMatchObject([
      { at: START + 24 * HOUR, body: { type: "smsFailed", cause: "timeout" } },
    ]);
    expect((await runAuthorityWork()).smsTimedOut).toBe(0);
  });

  it("frees organiser and domain after a failure", async () => {
    await gateway().submit(1, payloadOf());
    clock.advance(24 * HOUR);
    expect((await runAuthorityWork()).smsTimedOut).toBe(1);
    expect(await gateway().submit(2, payloadOf({ orderId: "order-2" }))).toEqual({ kind: "accepted" });
  });
});

describe("a new code", () => {
  it("replaces the old one after a minute, three times a day", async () => {
    await gateway().submit(1, payloadOf());
    const first = await codeFor(LEAD.phone);
    clock.advance(59_999);
    expect(await resend(LEAD)).toBe("too_soon");
    clock.advance(1);
    for (let times = 0; times < 3; times++) {
      expect(await resend(LEAD)).toBe("sent");
      expect(await resend(LEAD)).toBe("too_soon");
      clock.advance(60_000);
    }
    expect(await resend(LEAD)).toBe("too_often");
    const latest = await codeFor(LEAD.phone);
    if (latest !== first) expect(await verify(LEAD, first)).toBe("no_record");
    expect(await verify(LEAD, latest)).toBe("all_done");
    expect(await resend(LEAD)).toBe("nothing_pending");
  });

  it("comes by itself at noon of the next day, once, and leaves the lead his own three", async () => {
    clock.advance(4 * HOUR);
    await gateway().submit(1, payloadOf());
    const first = await codeFor(LEAD.phone);
    clock.advance(22 * HOUR - 1);
    expect((await runAuthorityWork()).smsResent).toBe(0);
    clock.advance(1);
    expect((await runAuthorityWork()).smsResent).toBe(1);
    expect((await runAuthorityWork()).smsResent).toBe(0);
    const second = await codeFor(LEAD.phone);
    expect(await resend(LEAD)).toBe("too_soon");
    for (let times = 0; times < 3; times++) {
      clock.advance(60_000);
      expect(await resend(LEAD)).toBe("sent");
    }
    expect([first, second]).not.toContain(await codeFor(LEAD.phone));
  });

  it("does not come by itself when the 24 hours end before noon, nor to who has verified", async () => {
    await gateway().submit(1, payloadOf());
    clock.advance(24 * HOUR);
    expect(await runAuthorityWork()).toMatchObject({ smsResent: 0, smsTimedOut: 1 });
    clock.advance(4 * HOUR);
    await gateway().submit(2, payloadOf({ orderId: "order-2", smsTo: [LEAD, OTHER_LEAD] }));
    expect(await verify(LEAD, await codeFor(LEAD.phone))).toBe("done");
    clock.advance(22 * HOUR);
    expect((await runAuthorityWork()).smsResent).toBe(1);
  });

  it("says the same to strangers and to a wrong tail, which counts", async () => {
    await gateway().submit(1, payloadOf());
    clock.advance(60_000);
    expect(await resend({ ...LEAD, phone: "13700137000" })).toBe("nothing_pending");
    for (let tries = 0; tries < 6; tries++)
      expect(await resend({ ...LEAD, idNoTail: "999999" })).toBe("nothing_pending");
    expect(await noticeTypes()).toEqual(["smsStarted", "smsFailed"]);
  });
});

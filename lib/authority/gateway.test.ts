import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { freshDatabase, type TestDatabase } from "@/db/testing";
import { setTestClocks, type TestClock } from "@/lib/clock/testing";
import { ok } from "@/lib/filing/shared/result";
import { gateway } from ".";
import { DEFAULT_SETTINGS, storeSettings } from "./sandbox/settings";
import { blacklistedWords } from "./sandbox/store/schema";
import { inStore } from "./sandbox/store/transaction";
import { runAuthorityWork } from "./sandbox/work";
import { noticeTypes, payloadOf } from "./testing";

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
  it("refuses to add to an organiser who is not filed", async () => {
    const payload = payloadOf({ orderType: "NEW_SERVICE_LOCAL" });
    expect(await gateway().submit(1, payload)).toEqual({ kind: "refused", code: "ORGANIZER_NOT_FILED" });
    expect(await noticeTypes()).toEqual([]);
  });
});

describe("poll", () => {
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

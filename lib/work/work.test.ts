import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { freshDatabase, type TestDatabase } from "@/db/testing";
import { withTransaction } from "@/db/transaction";
import { setTestClocks, type TestClock } from "@/lib/clock/testing";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail } from "@/lib/filing/shared/result";
import { backoff, failureCode } from "./backoff";
import { runNextEffect } from "./effects";
import { type Effect, enqueue } from "./outbox";
import { createRunner, isWorking, pauseDelivery, resumeDelivery, resumeWork, stopWork } from "./run";
import type { Handler, Plan, WorkMeta } from "./types";

const START = Date.UTC(2026, 10, 20, 2);
let test: TestDatabase;
let clocks: { business: TestClock; system: TestClock };
let seen: { topic: string; payload: unknown; meta: WorkMeta }[] = [];
let polls = 0;
let sweeps = 0;
/** What the handlers and the poll do besides being counted. */
let onNotify: Handler = async () => {};
let onPoll: Handler = async () => {};

beforeEach(() => {
  test = freshDatabase();
  clocks = setTestClocks(START);
  seen = [];
  polls = 0;
  sweeps = 0;
  onNotify = async () => {};
  onPoll = async () => {};
});
afterEach(() => {
  resumeWork();
  test.dispose();
});

const loaded = (run: Handler) => async () => ({ run });
const plan: Plan = {
  handlers: {
    "account.message": loaded(async () => undefined),
    notify: loaded(async (payload, meta) => {
      seen.push({ topic: "notify", payload, meta });
      await onNotify(payload, meta);
    }),
    "gateway.notice": loaded(async () => undefined),
    "gateway.submit": loaded(
      async (payload, meta) => void seen.push({ topic: "gateway.submit", payload, meta }),
    ),
    "callback.link": loaded(
      async (payload, meta) => void seen.push({ topic: "callback.link", payload, meta }),
    ),
    "materials.tidy": loaded(
      async (payload, meta) => void seen.push({ topic: "materials.tidy", payload, meta }),
    ),
    "webhook.event": loaded(async () => undefined),
    "manual.erase": loaded(async () => undefined),
    "migration.lapse": loaded(async () => undefined),
    "inspection.remind": loaded(async () => undefined),
    "order.erase": loaded(async (payload, meta) => void seen.push({ topic: "order.erase", payload, meta })),
  },
  jobs: {
    "gateway.poll": {
      load: loaded(async (payload, meta) => {
        polls += 1;
        await onPoll(payload, meta);
      }),
      everyMs: 2_000,
      pausable: true,
    },
    sweep: {
      load: loaded(async () => {
        sweeps += 1;
      }),
      everyMs: 30_000,
      pausable: false,
    },
    "authority.sandbox": { load: loaded(async () => {}), everyMs: 5_000, pausable: false },
  },
};
const { runDueWork, deliverNow } = createRunner(plan);

const put = (effect: Partial<Effect> & { key: string }) =>
  withTransaction((tx) => enqueue(tx, { topic: "notify", payload: { for: effect.key }, ...effect }));
const rowOf = async (key: string) => (await read().select().from(t.outbox).where(eq(t.outbox.key, key)))[0];
const keysSeen = () => seen.map(({ meta }) => meta.key);
const throwing = (error: unknown) => async () => {
  throw error;
};
function deferred() {
  let resolve = () => {};
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

describe("enqueue", () => {
  it("writes the same effect once, encrypted", async () => {
    await put({ key: "a", payload: { phone: "13800138000" } });
    await put({ key: "a", payload: "other" });
    const rows = await read().select().from(t.outbox);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.payloadEnc.includes("13800138000")).toBe(false);
    await runDueWork();
    expect(seen[0]?.payload).toEqual({ phone: "13800138000" });
  });

  it("is undone with its transaction", async () => {
    await withTransaction(async (tx) => {
      await enqueue(tx, { topic: "notify", key: "a", payload: 1 });
      return fail(refuse("stale"));
    });
    expect(await runDueWork()).toMatchObject({ failed: 0 });
    expect(seen).toEqual([]);
  });

  it("refuses an order that does not exist", async () => {
    await expect(put({ key: "a", orderId: "nobody" })).rejects.toThrow("does not exist");
  });
});

describe("runDueWork", () => {
  it("delivers everything due, in order, once, and tells who it was for", async () => {
    for (const key of ["b", "a", "c"]) await put({ key });
    await put({ key: "early", runAt: START - 1 });
    expect(await runDueWork()).toEqual({ done: 4, failed: 0, more: false });
    expect(await runDueWork()).toEqual({ done: 0, failed: 0, more: false });
    expect(keysSeen()).toEqual(["early", "b", "a", "c"]);
    expect(seen[0]?.meta).toMatchObject({ key: "early", orderId: null, attempt: 1 });
    expect(await rowOf("a")).toMatchObject({ doneAt: START, leaseUntil: null, lastError: null });
  });

  it("waits for business time, whatever the system's", async () => {
    await put({ key: "later", runAt: START + 60_000 });
    await runDueWork();
    clocks.system.advance(3_600_000);
    await runDueWork();
    expect(seen).toEqual([]);
    clocks.business.advance(60_000);
    await runDueWork();
    expect(keysSeen()).toEqual(["later"]);
  });

  it("stops at its limit and says that there is more", async () => {
    for (const key of ["a", "b", "c"]) await put({ key });
    expect(await runDueWork(2)).toEqual({ done: 2, failed: 0, more: true });
    await runDueWork();
    expect(keysSeen()).toEqual(["a", "b", "c"]);
  });

  it("tries a failed one again, later and later, and keeps only a code of why", async () => {
    await put({ key: "a" });
    onNotify = throwing(Object.assign(new Error("mailbox of 13800138000 is full"), { code: "ECONNREFUSED" }));
    expect(await runDueWork()).toMatchObject({ failed: 1 });
    expect(await rowOf("a")).toMatchObject({
      lastError: "ECONNREFUSED",
      runAt: START + 2_000,
      leaseUntil: null,
    });
    clocks.business.advance(1_999);
    await runDueWork();
    expect(seen).toHaveLength(1);
    clocks.business.advance(1);
    await runDueWork();
    expect(await rowOf("a")).toMatchObject({ attempts: 2, runAt: START + 2_000 + 4_000 });
    onNotify = async () => {};
    clocks.business.advance(4_000);
    await runDueWork();
    expect(await rowOf("a")).toMatchObject({ attempts: 3, doneAt: START + 6_000, lastError: null });
  });

  it("does not let one failing effect hold up those behind it", async () => {
    onNotify = async (_, meta) => {
      if (meta.key === "bad") throw new Error("no");
    };
    for (const key of ["bad", "good"]) await put({ key });
    await runDueWork();
    expect(await rowOf("good")).toMatchObject({ doneAt: START });
  });

  it("delivers what handlers and jobs add in the same run", async () => {
    onPoll = () => put({ key: "from the poll" });
    onNotify = async (_, meta) => {
      if (meta.key === "from the poll") await put({ key: "from the handler" });
    };
    await runDueWork();
    expect(keysSeen()).toEqual(["from the poll", "from the handler"]);
  });

  it("never overlaps itself", async () => {
    const held = deferred();
    onNotify = () => held.promise;
    await put({ key: "a" });
    const both = Promise.all([runDueWork(), runDueWork()]);
    expect(isWorking()).toBe(true);
    held.resolve();
    await both;
    expect(isWorking()).toBe(false);
    expect(keysSeen()).toEqual(["a"]);
  });

  it("begins nothing more once stopped, and waits for what it was doing", async () => {
    const held = deferred();
    const begun = deferred();
    onNotify = () => {
      begun.resolve();
      return held.promise;
    };
    for (const key of ["a", "b"]) await put({ key });
    const run = runDueWork();
    await begun.promise;
    const stopped = stopWork();
    held.resolve();
    await Promise.all([run, stopped]);
    expect(await rowOf("a")).toMatchObject({ doneAt: START });
    expect(await rowOf("b")).toMatchObject({ attempts: 0, doneAt: null });
  });
});

describe("leases", () => {
  it("let two runners never do the same", async () => {
    for (let i = 0; i < 10; i += 1) await put({ key: `k${i}` });
    const runner = async () => {
      while ((await runNextEffect(plan.handlers)) !== "none");
    };
    await Promise.all([runner(), runner(), runner()]);
    expect(keysSeen().toSorted()).toEqual(Array.from({ length: 10 }, (_, i) => `k${i}`));
  });

  it("give a row back when its runner died, and do not believe the dead one afterwards", async () => {
    const held = deferred();
    const begun = deferred();
    onNotify = () => {
      begun.resolve();
      return held.promise;
    };
    await put({ key: "a" });
    const dead = runNextEffect(plan.handlers);
    await begun.promise;
    expect(await runNextEffect(plan.handlers)).toBe("none");
    clocks.business.advance(86_400_000);
    expect(await runNextEffect(plan.handlers)).toBe("none");
    clocks.system.advance(60_000);
    onNotify = throwing(new Error("no"));
    expect(await runNextEffect(plan.handlers)).toBe("failed");
    held.resolve();
    await dead;
    expect(await rowOf("a")).toMatchObject({ doneAt: null, attempts: 2, lastError: "Error" });
  });
});

describe("jobs", () => {
  it("run at once, then at their intervals of business time", async () => {
    await runDueWork();
    await runDueWork();
    expect([polls, sweeps]).toEqual([1, 1]);
    clocks.business.advance(2_000);
    await runDueWork();
    expect([polls, sweeps]).toEqual([2, 1]);
    clocks.business.advance(86_400_000);
    await runDueWork();
    expect([polls, sweeps]).toEqual([3, 2]);
  });

  it("back off when they fail and start anew after a success", async () => {
    onPoll = throwing(new Error("no"));
    await runDueWork();
    const jobOf = async () => (await read().select().from(t.jobs).where(eq(t.jobs.kind, "gateway.poll")))[0];
    expect(await jobOf()).toMatchObject({ attempts: 1, lastError: "Error", runAt: START + 2_000 });
    onPoll = async () => {};
    clocks.business.advance(2_000);
    await runDueWork();
    expect(await jobOf()).toMatchObject({ attempts: 0, lastError: null, leaseUntil: null });
  });
});

describe("deliverNow", () => {
  it("asks the far side at once, and again as long as there is news", async () => {
    await runDueWork();
    const news = ["one", "two"];
    onPoll = async () => {
      const key = news.shift();
      if (key) await put({ key });
    };
    await deliverNow();
    expect(keysSeen()).toEqual(["one", "two"]);
    expect(polls).toBe(4);
  });

  it("ends even when news never end", async () => {
    let n = 0;
    onPoll = () => put({ key: `news ${n++}` });
    await deliverNow();
    expect(n).toBeLessThan(50);
  });
});

describe("pause", () => {
  it("holds deliveries and the far side back, but not our own sweep", async () => {
    await put({ key: "a" });
    await pauseDelivery();
    await runDueWork();
    expect([seen.length, polls, sweeps]).toEqual([0, 0, 1]);
    await resumeDelivery();
    await runDueWork();
    expect([keysSeen(), polls]).toEqual([["a"], 1]);
  });

  it("yields to an explicit delivery", async () => {
    await put({ key: "a" });
    await pauseDelivery();
    await deliverNow();
    expect(keysSeen()).toEqual(["a"]);
  });
});

describe("back-off", () => {
  it("doubles from two seconds to ten minutes", () => {
    expect([1, 2, 3, 9, 10, 99].map(backoff)).toEqual([2_000, 4_000, 8_000, 512_000, 600_000, 600_000]);
  });

  it("names failures without their words", () => {
    expect(failureCode(new TypeError("张三"))).toBe("TypeError");
    expect(failureCode(Object.assign(new Error(), { code: "SQLITE_BUSY" }))).toBe("SQLITE_BUSY");
    expect(failureCode(Object.assign(new Error(), { code: "张三" }))).toBe("unknown");
    expect(failureCode("text")).toBe("unknown");
  });
});

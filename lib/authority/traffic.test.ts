import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { freshDatabase, type TestDatabase } from "@/db/testing";
import { setTestClocks } from "@/lib/clock/testing";
import { ok } from "@/lib/filing/shared/result";
import { gateway } from ".";
import type { Notice } from "./gateway";
import { ANSWER_WITHIN_MS } from "./patient";
import { readStore } from "./sandbox/store/client";
import { inStore } from "./sandbox/store/transaction";
import { lastSequence } from "./sandbox/submissions";
import { muddle, SMOOTH, storeTraffic, Traffic } from "./sandbox/traffic";
import { payloadOf } from "./testing";

let data: TestDatabase;
beforeEach(() => {
  data = freshDatabase();
  setTestClocks(Date.parse("2026-11-23T10:00:00+08:00"));
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
  data.dispose();
});

const set = (change: Partial<Traffic>) =>
  inStore(async (tx) => ok(await storeTraffic(tx, { ...SMOOTH, ...change })));
const nth = (n: number) => payloadOf({ orderId: `order-${n}`, certNo: `X${n}`, domains: [`x${n}.cn`] });
/** What became of calls one after the other. */
async function outcomes<T>(count: number, call: (n: number) => Promise<T>): Promise<string[]> {
  const seen: string[] = [];
  for (let n = 1; n <= count; n += 1)
    seen.push(
      await call(n).then(
        () => "ok",
        (error) => error.code,
      ),
    );
  return seen;
}

describe("an authority that is down", () => {
  it("answers nobody, takes nothing, and is as before when it is back", async () => {
    await set({ down: 100 });
    const calls = [
      () => gateway().submit(1, payloadOf()),
      () => gateway().poll(0),
      () => gateway().ack(0),
      () => gateway().query({ domain: "a.cn" }),
      () => gateway().lookUp({}),
    ];
    for (const call of calls) await expect(call()).rejects.toMatchObject({ code: "ECONNREFUSED" });
    expect(await lastSequence(readStore())).toBe(0);
    await set({});
    expect(await gateway().submit(1, payloadOf())).toEqual({ kind: "accepted" });
  });

  it("now and then is so in the same way whenever the seed is the same", async () => {
    const run = async (seed: number) => {
      await set({ down: 50, seed });
      return outcomes(20, () => gateway().lookUp({}));
    };
    const first = await run(7);
    expect(new Set(first)).toEqual(new Set(["ok", "ECONNREFUSED"]));
    expect(await run(7)).toEqual(first);
    expect(await run(8)).not.toEqual(first);
  });
});

describe("a slow authority", () => {
  it("is waited for up to the limit", async () => {
    await set({ slowSeconds: ANSWER_WITHIN_MS / 1000 - 1 });
    const answer = gateway().lookUp({ domains: ["a.cn"] });
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(2));
    await vi.advanceTimersByTimeAsync(ANSWER_WITHIN_MS - 1);
    expect(await answer).toMatchObject({ domains: { "a.cn": { filed: "no" } } });
    expect(vi.getTimerCount()).toBe(0);
  });

  it("is given up beyond it; what it did meanwhile is done, and told as a duplicate", async () => {
    await set({ slowSeconds: ANSWER_WITHIN_MS / 1000 + 1 });
    const answer = gateway().submit(1, payloadOf());
    const refused = expect(answer).rejects.toMatchObject({ code: "ETIMEDOUT" });
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(2));
    await vi.advanceTimersByTimeAsync(ANSWER_WITHIN_MS);
    await refused;
    await set({});
    expect(await gateway().submit(1, payloadOf())).toEqual({ kind: "duplicate" });
  });
});

describe("lost answers", () => {
  it("lose the first answer only: the second try hears of a duplicate", async () => {
    await set({ lostAnswers: 100 });
    for (const n of [1, 2]) {
      await expect(gateway().submit(n, nth(n))).rejects.toMatchObject({ code: "ECONNRESET" });
      expect(await gateway().submit(n, nth(n))).toEqual({ kind: "duplicate" });
    }
    expect(await gateway().submit(3, payloadOf({ orderId: "order-3", certNo: "X1" }))).toMatchObject({
      kind: "refused",
    });
  });
});

describe("notices", () => {
  const offered = async (after: number) => (await gateway().poll(after)).map(({ number }) => number);
  const several = async (count: number) => {
    for (let n = 1; n <= count; n += 1) await gateway().submit(n, nth(n));
  };

  it("come twice, and again after they were acknowledged", async () => {
    await several(2);
    await set({ duplicates: 100 });
    expect(await offered(0)).toEqual([1, 1, 2, 2]);
    await gateway().ack(1);
    expect(await offered(1)).toEqual([1, 2, 2]);
    await gateway().ack(2);
    expect(await offered(2)).toEqual([1, 2]);
  });

  it("come shuffled and with gaps, and all of them in the end", async () => {
    await several(8);
    await set({ outOfOrder: 100, seed: 3 });
    const seen = new Set<number>();
    const answers: number[][] = [];
    for (let turn = 0; turn < 12; turn += 1) answers.push(await offered(0));
    for (const number of answers.flat()) seen.add(number);
    expect(seen.size).toBe(8);
    expect(answers.some((numbers) => numbers.length < 8)).toBe(true);
    expect(answers.some((numbers) => numbers.join() !== numbers.toSorted((a, b) => a - b).join())).toBe(true);
    await set({ outOfOrder: 100, seed: 3 });
    expect(await offered(0)).toEqual(answers[0]);
  });

  it("are as they should be on a smooth line", () => {
    const notice = (number: number): Notice => ({
      ...{ number, at: 1, orderId: null, sequence: null },
      body: { type: "cancelled", numbers: [] },
    });
    const both = [notice(5), notice(6)];
    expect(muddle(both, [notice(4)], SMOOTH, 1)).toEqual(both);
  });
});

describe("the settings", () => {
  it.each([
    [{ down: 0, slowSeconds: 0, seed: 0 }, true],
    [{ down: 100, slowSeconds: 120, seed: 999_999 }, true],
    [{ down: -1 }, false],
    [{ down: 101 }, false],
    [{ lostAnswers: 101 }, false],
    [{ duplicates: 101 }, false],
    [{ outOfOrder: 101 }, false],
    [{ slowSeconds: 121 }, false],
    [{ slowSeconds: -1 }, false],
    [{ seed: 1_000_000 }, false],
    [{ down: 0.5 }, false],
  ])("%o is %s", (change, valid) => {
    expect(Traffic.safeParse({ ...SMOOTH, ...change }).success).toBe(valid);
  });
});

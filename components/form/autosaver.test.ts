import { describe, expect, it } from "vitest";
import { type AutosaverOptions, createAutosaver, type SaveStatus } from "./autosaver";

type Call = {
  body: { baseVersion: number; value: string };
  init: RequestInit;
  answer(status: number, payload?: unknown): Promise<void>;
  breakOff(): Promise<void>;
};

/** Lets every promise that can settle do so. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

function setup(extra: Partial<AutosaverOptions<string>> = {}) {
  const calls: Call[] = [];
  const statuses: SaveStatus[] = [];
  const clock = { now: 0, online: true };
  let timers: { at: number; run: () => void }[] = [];

  const saver = createAutosaver<string>({
    url: "/api/draft",
    baseVersion: 1,
    onStatus: (status) => statuses.push(status),
    fetch: (_url, init = {}) =>
      new Promise<Response>((resolve, reject) => {
        init.signal?.addEventListener("abort", () => reject(new Error("aborted")));
        calls.push({
          body: JSON.parse(String(init.body)),
          init,
          answer: (status, payload = {}) => {
            resolve(Response.json(payload, { status }));
            return settle();
          },
          breakOff: () => {
            reject(new TypeError("network"));
            return settle();
          },
        });
      }),
    timers: {
      set: (run, ms) => {
        const timer = { at: clock.now + ms, run };
        timers.push(timer);
        return timer;
      },
      clear: (handle) => {
        timers = timers.filter((timer) => timer !== handle);
      },
    },
    now: () => clock.now,
    isOnline: () => clock.online,
    ...extra,
  });

  const pass = async (ms: number) => {
    clock.now += ms;
    const due = timers.filter((timer) => timer.at <= clock.now);
    timers = timers.filter((timer) => timer.at > clock.now);
    for (const timer of due) timer.run();
    await settle();
  };
  const call = (index: number): Call => {
    const found = calls[index];
    if (!found) throw new Error(`no request ${index}, only ${calls.length}`);
    return found;
  };
  return { saver, calls, call, statuses, clock, pass, last: () => statuses.at(-1) };
}

describe("saving", () => {
  it("waits for a pause and sends only the latest", async () => {
    const s = setup();
    s.saver.change("a");
    await s.pass(999);
    s.saver.change("ab");
    await s.pass(999);
    expect(s.calls).toHaveLength(0);
    await s.pass(1);
    expect(s.calls.map((c) => c.body)).toEqual([{ baseVersion: 1, value: "ab" }]);
    await s.call(0).answer(200, { version: 2 });
    expect(s.last()).toEqual({ state: "saved", at: 1999 });
    expect(s.saver.isDirty()).toBe(false);
  });

  it("has one request under way and goes on from the version it brings", async () => {
    const s = setup();
    s.saver.change("a");
    await s.pass(1000);
    s.saver.change("ab");
    s.saver.change("abc");
    await s.pass(1000);
    expect(s.calls).toHaveLength(1);
    await s.call(0).answer(200, { version: 2 });
    expect(s.last()).toEqual({ state: "dirty" });
    await s.pass(1000);
    expect(s.call(1).body).toEqual({ baseVersion: 2, value: "abc" });
  });

  it("flush sends at once, and what was typed meanwhile after it", async () => {
    const s = setup();
    s.saver.change("a");
    const flushed = s.saver.flush();
    await settle();
    s.saver.change("ab");
    await s.call(0).answer(200, { version: 2 });
    await s.call(1).answer(200, { version: 3 });
    expect(s.call(1).body).toEqual({ baseVersion: 2, value: "ab" });
    expect(await flushed).toBe(true);
  });

  it("flush says no when the save failed", async () => {
    const s = setup();
    s.saver.change("a");
    const flushed = s.saver.flush();
    await settle();
    await s.call(0).answer(422, { code: "invalid" });
    expect(s.calls).toHaveLength(1);
    expect(await flushed).toBe(false);
    expect(s.last()).toEqual({ state: "failed", payload: { code: "invalid" } });
  });

  it("uses the caller's body", async () => {
    const s = setup({ serialize: (value, baseVersion) => ({ section: "entity", baseVersion, value }) });
    s.saver.change("a");
    await s.pass(1000);
    expect(s.call(0).body).toEqual({ section: "entity", baseVersion: 1, value: "a" });
  });
});

describe("trouble", () => {
  it("offline: keeps the value and sends it when the network is back", async () => {
    const s = setup();
    s.clock.online = false;
    s.saver.change("a");
    await s.pass(1000);
    await s.call(0).breakOff();
    expect(s.last()).toEqual({ state: "offline" });
    expect(s.saver.isDirty()).toBe(true);
    s.saver.resume();
    await settle();
    await s.call(1).answer(200, { version: 2 });
    expect(s.last()).toMatchObject({ state: "saved" });
  });

  it("a server error is tried again, later each time", async () => {
    const s = setup();
    s.saver.change("a");
    await s.pass(1000);
    await s.call(0).answer(503, { code: "busy" });
    expect(s.last()).toEqual({ state: "failed", payload: { code: "busy" } });
    await s.pass(2000);
    await s.call(1).answer(500);
    await s.pass(3999);
    expect(s.calls).toHaveLength(2);
    await s.pass(1);
    expect(s.calls).toHaveLength(3);
  });

  it("a refused value is not repeated; the next change is sent", async () => {
    const s = setup();
    s.saver.change("bad");
    await s.pass(1000);
    await s.call(0).answer(422);
    await s.pass(60_000);
    expect(s.calls).toHaveLength(1);
    s.saver.change("good");
    await s.pass(1000);
    expect(s.call(1).body.value).toBe("good");
  });

  it("a request that hangs is aborted and tried again", async () => {
    const s = setup();
    s.saver.change("a");
    await s.pass(1000);
    await s.pass(15_000);
    expect(s.call(0).init.signal?.aborted).toBe(true);
    expect(s.last()).toEqual({ state: "failed" });
    await s.pass(2000);
    expect(s.calls).toHaveLength(2);
  });

  it("401: waits for the sign-in, then sends", async () => {
    const s = setup();
    s.saver.change("a");
    await s.pass(1000);
    await s.call(0).answer(401);
    expect(s.last()).toEqual({ state: "unauthenticated" });
    s.saver.change("ab");
    await s.pass(60_000);
    expect(s.calls).toHaveLength(1);
    s.saver.resume();
    await settle();
    expect(s.call(1).body.value).toBe("ab");
  });

  it("409: hands the answer over, sends nothing until resolved", async () => {
    const conflicts: unknown[] = [];
    const s = setup({ onConflict: (payload) => conflicts.push(payload) });
    s.saver.change("a");
    await s.pass(1000);
    await s.call(0).answer(409, { version: 7, by: "other" });
    expect(conflicts).toEqual([{ version: 7, by: "other" }]);
    expect(s.last()).toMatchObject({ state: "conflict" });
    s.saver.change("ab");
    await s.pass(60_000);
    expect(s.calls).toHaveLength(1);
    s.saver.resolve(7);
    await settle();
    expect(s.call(1).body).toEqual({ baseVersion: 7, value: "ab" });
  });

  it("takes over what the server holds: nothing is sent, the next change goes on from there", async () => {
    const s = setup();
    s.saver.change("a");
    await s.pass(1000);
    await s.call(0).answer(409, { version: 7 });
    s.saver.adopt(7);
    expect(s.last()).toEqual({ state: "idle" });
    expect(s.saver.isDirty()).toBe(false);
    await s.pass(60_000);
    expect(s.calls).toHaveLength(1);
    s.saver.change("b");
    await s.pass(1000);
    expect(s.call(1).body).toEqual({ baseVersion: 7, value: "b" });
  });

  it("409 about our own lost answer: goes on from there", async () => {
    const s = setup({ ownVersion: () => 2 });
    s.saver.change("a");
    await s.pass(1000);
    await s.call(0).answer(409);
    await s.pass(0);
    expect(s.call(1).body).toEqual({ baseVersion: 2, value: "a" });
  });
});

describe("leaving", () => {
  it("sends what is pending with keepalive", () => {
    const s = setup();
    s.saver.change("a");
    s.saver.leave();
    expect(s.call(0).init.keepalive).toBe(true);
  });

  it("sends again what is under way, since the page's going cuts it off", async () => {
    const s = setup();
    s.saver.change("a");
    await s.pass(1000);
    s.saver.leave();
    expect(s.call(1).body.value).toBe("a");
  });

  it("sends nothing when all is saved, and nothing after stop", async () => {
    const s = setup();
    s.saver.leave();
    s.saver.change("a");
    s.saver.stop();
    await s.pass(1000);
    expect(s.calls).toHaveLength(0);
  });
});

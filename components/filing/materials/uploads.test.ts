import { describe, expect, it } from "vitest";
import { distribute, type Place, spread } from "./distribute";
import type { UploadResult, UploadTarget } from "./upload";
import { createUploads, type Job, waitAfter } from "./uploads";

const file = new Blob(["x"]);
const target: UploadTarget = {
  orderId: "o",
  code: "ORG_CERT",
  subject: "entity",
  side: "SINGLE",
  documentDate: null,
};
const OK: UploadResult = { ok: true, value: { materialId: "m" } };
const NETWORK: UploadResult = { ok: false, error: "network" };
const refused = (code: "invalid" | "busy" | "too_many", seconds?: number): UploadResult => ({
  ok: false,
  error: { code, ...(seconds === undefined ? {} : { params: { seconds } }) },
});

/** A queue whose sending, clock and alarms are held by the test. */
function world() {
  const open: { answer: (result: UploadResult) => void; signal: AbortSignal; place?: string }[] = [];
  const alarms = new Map<number, { run: () => void; ms: number }>();
  let jobs: readonly Job[] = [];
  let handle = 0;
  let done = 0;
  const uploads = createUploads({
    send: (_file, _target, _progress, signal) =>
      new Promise((answer) => {
        open.push({ answer, signal });
      }),
    onChange: (next) => {
      jobs = next;
    },
    onDone: () => {
      done += 1;
    },
    now: () => 1_000,
    timers: {
      set: (run, ms) => {
        handle += 1;
        alarms.set(handle, { run, ms });
        return handle;
      },
      clear: (key) => alarms.delete(key as number),
    },
  });
  const answer = async (index: number, result: UploadResult) => {
    open[index]?.answer(result);
    await Promise.resolve();
    await Promise.resolve();
  };
  const states = () => jobs.map(({ place, state }) => `${place} ${state.kind}`);
  const idOf = (place: string) => jobs.find((job) => job.place === place)?.id ?? 0;
  return { uploads, open, alarms, answer, states, idOf, jobs: () => jobs, done: () => done };
}

describe("uploads", () => {
  it("sends two at a time, the next when one is through", async () => {
    const at = world();
    for (const place of ["a", "b", "c"]) at.uploads.add(place, target, file);
    expect(at.states()).toEqual(["a sending", "b sending", "c queued"]);
    await at.answer(0, OK);
    expect(at.states()).toEqual(["b sending", "c sending"]);
    expect(at.done()).toBe(1);
  });

  it("keeps a refused file beside its slot and sends it again when asked", async () => {
    const at = world();
    at.uploads.add("a", target, file);
    await at.answer(0, refused("invalid"));
    expect(at.states()).toEqual(["a failed"]);
    at.uploads.retry(at.idOf("a"));
    expect(at.states()).toEqual(["a sending"]);
    await at.answer(1, OK);
    expect(at.states()).toEqual([]);
  });

  it("stops what is cancelled, and what comes back from it is nobody's", async () => {
    const at = world();
    at.uploads.add("a", target, file);
    at.uploads.cancel(at.idOf("a"));
    expect(at.open[0]?.signal.aborted).toBe(true);
    await at.answer(0, OK);
    expect([at.states(), at.done()]).toEqual([[], 0]);
  });

  it("a second file for a side takes the place of the first", async () => {
    const at = world();
    at.uploads.add("a", target, file);
    at.uploads.add("a", target, new Blob(["y"]));
    expect(at.open[0]?.signal.aborted).toBe(true);
    expect(at.jobs()).toHaveLength(1);
  });

  it.each([
    ["no connection", NETWORK, 5_000],
    ["a busy server", refused("busy"), 5_000],
    ["a limit that names its end", refused("too_many", 90), 90_000],
  ])("waits out %s, says until when, and tries again by itself", async (_name, outage, ms) => {
    const at = world();
    at.uploads.add("a", target, file);
    await at.answer(0, outage);
    expect(at.jobs()[0]?.state).toEqual({ kind: "waiting", at: 1_000 + ms });
    const [alarm] = at.alarms.values();
    expect(alarm?.ms).toBe(ms);
    alarm?.run();
    expect(at.states()).toEqual(["a sending"]);
    await at.answer(1, outage);
    expect(at.states()).toEqual(["a waiting"]);
    expect([...at.alarms.values()].at(-1)?.ms).toBe(Math.max(10_000, ms));
  });

  it("waits longer each time, a minute at most", () =>
    expect([1, 2, 3, 4, 5, 9].map(waitAfter)).toEqual([5_000, 10_000, 20_000, 40_000, 60_000, 60_000]));

  it("goes on with everything at once when the connection is back", async () => {
    const at = world();
    for (const place of ["a", "b", "c"]) at.uploads.add(place, target, file);
    await at.answer(0, NETWORK);
    await at.answer(1, NETWORK);
    await at.answer(2, NETWORK);
    expect(at.states()).toEqual(["a waiting", "b waiting", "c waiting"]);
    at.uploads.retryWaiting();
    expect(at.states()).toEqual(["a sending", "b sending", "c queued"]);
    expect(at.alarms.size).toBe(0);
  });

  it("leaves nothing running when the page is left", () => {
    const at = world();
    at.uploads.add("a", target, file);
    at.uploads.stop();
    expect(at.open[0]?.signal.aborted).toBe(true);
    expect(at.states()).toEqual([]);
  });
});

describe("several files at once", () => {
  const place = (key: string, over: Partial<Place> = {}): Place => {
    const [code = "", side = "SINGLE"] = key.split("/");
    return { key, code, side, medium: "image", empty: true, optional: false, ...over };
  };
  const places = [
    place("ORG_CERT/SINGLE"),
    place("ENTITY_LEAD_ID/FRONT"),
    place("ENTITY_LEAD_ID/BACK"),
    place("VIDEO_CHECK/SINGLE", { medium: "video", optional: true }),
    place("LETTER_LEGAL_REP/SINGLE"),
    place("OTHER/SINGLE", { optional: true }),
  ];
  const photo = (name: string) => ({ name, type: "image/jpeg" });

  it("go where their names say, the others onto the next empty sides", () => {
    const files = [
      photo("IMG_1.jpg"),
      photo("身份证反面.jpg"),
      { name: "clip", type: "video/mp4" },
      photo("授权书.png"),
      photo("IMG_2.jpg"),
    ];
    expect(distribute(files, places)).toEqual([
      "ORG_CERT/SINGLE",
      "ENTITY_LEAD_ID/BACK",
      "VIDEO_CHECK/SINGLE",
      "LETTER_LEGAL_REP/SINGLE",
      "ENTITY_LEAD_ID/FRONT",
    ]);
  });

  it("leave full sides alone, and stay unplaced when nothing is left", () => {
    const full = places.map((one) => ({ ...one, empty: one.code === "OTHER" }));
    expect(distribute([photo("a"), photo("b"), { name: "c", type: "video/webm" }], full)).toEqual([
      "OTHER/SINGLE",
      null,
      null,
    ]);
  });

  it("put onto one side fill its slot first", () => {
    const slot = places.filter(({ code }) => code === "ENTITY_LEAD_ID");
    expect(spread(["1", "2", "3"], "ENTITY_LEAD_ID/BACK", slot)).toEqual({
      placed: [
        ["ENTITY_LEAD_ID/BACK", "1"],
        ["ENTITY_LEAD_ID/FRONT", "2"],
      ],
      rest: ["3"],
    });
  });
});

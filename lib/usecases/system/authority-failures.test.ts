import { eq } from "drizzle-orm";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import { DEFAULT_SETTINGS, storeSettings } from "@/lib/authority/sandbox/settings";
import { readStore } from "@/lib/authority/sandbox/store/client";
import * as a from "@/lib/authority/sandbox/store/schema";
import { inStore } from "@/lib/authority/sandbox/store/transaction";
import { SMOOTH, storeTraffic, type Traffic } from "@/lib/authority/sandbox/traffic";
import { approveSubmission } from "@/lib/authority/sandbox/usecases/decide";
import { verifyBySms } from "@/lib/boot/seed/situations-staff";
import { ok } from "@/lib/filing/shared/result";
import { runDueWork } from "@/lib/work/run";
import { eventTypes, MINUTE, newWorld, orderNow, type World } from "../testing";
import { lineState, REST_MS } from "./authority-line";

const THREE = ["fresh-unit", "extra-quanpan", "extra-jiangpan"] as const;
type Running = Awaited<ReturnType<World["approved"]>>;

let world: World;
let orders: readonly Running[];

async function begin(count: number = THREE.length): Promise<void> {
  world = await newWorld();
  orders = [];
  for (const id of THREE.slice(0, count)) orders = [...orders, await world.approved(id)];
}
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  // A slow authority costs no time of ours.
  vi.setTimerTickMode("nextTimerAsync");
});
afterEach(() => {
  vi.useRealTimers();
  world.dispose();
});

const set = (change: Partial<Traffic>) =>
  inStore(async (tx) => ok(await storeTraffic(tx, { ...SMOOTH, ...change })));

/** The people in charge and the officer do what they can do now. */
async function everybodyActs(): Promise<void> {
  const submissions = await readStore().select().from(a.submissions);
  for (const { seed, orderId } of orders)
    if (submissions.some((one) => one.orderId === orderId && one.state === "sms"))
      await verifyBySms(seed.lead);
  const officer = await world.actor("officer");
  for (const { sequence, version, state } of await readStore().select().from(a.submissions))
    if (state === "review") await approveSubmission(officer, { sequence, version });
}

const passedOver = async () => {
  const where = eq(t.auditLog.action, "authority.notice-passed-over");
  return (await read().select().from(t.auditLog).where(where)).length;
};

/** What the provider knows in the end, without the times and the order in which orders got their turn. */
async function outcome() {
  const told = [];
  for (const { orderId, seed } of orders) {
    const { snapshot } = await orderNow(orderId);
    told.push({
      seed: seed.id,
      state: snapshot.state,
      events: await eventTypes(orderId),
      services: Object.keys(snapshot.filing?.services ?? {}).length,
    });
  }
  const submissions = await readStore().select().from(a.submissions);
  return {
    told,
    handOvers: (await read().select().from(t.gatewaySubmissions)).map(({ state }) => state),
    submissions: submissions.map(({ state }) => state),
    entities: (await read().select().from(t.entities)).length,
    passedOver: await passedOver(),
  };
}

/** What was submitted, as it lies in the database; another content, and it cannot be read. */
async function lie(orderId: string, documentEnc: Buffer): Promise<void> {
  await withTransaction(async (tx) => {
    await tx.update(t.orderSubmissions).set({ documentEnc }).where(eq(t.orderSubmissions.orderId, orderId));
  });
}
const submittedOf = async (orderId: string) => {
  const where = eq(t.orderSubmissions.orderId, orderId);
  const [row] = await read().select().from(t.orderSubmissions).where(where);
  if (row === undefined) throw new Error("no submission");
  return row.documentEnc;
};
const UNREADABLE = Buffer.from("unreadable");

async function untilDone(): Promise<void> {
  for (let round = 0; round < 12; round += 1) {
    await world.pass(10 * MINUTE);
    await everybodyActs();
  }
}

async function runThrough(steps: readonly Partial<Traffic>[]) {
  for (const step of steps) {
    await set(step);
    await world.pass(10 * MINUTE);
    await everybodyActs();
    await world.pass(MINUTE);
  }
  await set({});
  await untilDone();
  return outcome();
}

describe("three orders", () => {
  it.each([
    ["down", { down: 100 }],
    ["slow beyond the limit", { slowSeconds: 60 }],
    ["losing its answers", { lostAnswers: 100 }],
    ["offering everything twice", { duplicates: 100 }],
    ["out of order", { outOfOrder: 100, seed: 5 }],
    ["everything by halves", { down: 50, lostAnswers: 50, duplicates: 50, outOfOrder: 50, slowSeconds: 1 }],
  ] as const)("arrive exactly once at an authority that is %s", async (_name, traffic) => {
    await begin();
    const found = await runThrough([traffic, traffic, traffic]);
    expect(found).toMatchObject({
      handOvers: ["accepted", "accepted", "accepted"],
      submissions: ["approved", "approved", "approved"],
      entities: 3,
      passedOver: 0,
    });
    for (const { state, events } of found.told) {
      expect(state).toBe("APPROVED");
      for (const once of ["pushed", "sms_started", "sms_done", "sms_completed", "authority_approved"])
        expect(
          events.filter((type) => type === once),
          once,
        ).toHaveLength(1);
    }
  });

  it("end as without failures, whatever mix of them there was", async () => {
    await begin();
    const without = await runThrough([]);
    world.dispose();
    const percent = fc.constantFrom(0, 0, 30, 60, 100);
    const step = fc.record({
      down: percent,
      lostAnswers: percent,
      duplicates: percent,
      outOfOrder: percent,
      slowSeconds: fc.constantFrom(0, 0, 2, 30),
      seed: fc.integer({ min: 0, max: 999_999 }),
    });
    await fc.assert(
      fc
        .asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async (steps) => {
          expect(await runThrough(steps)).toEqual(without);
        })
        .beforeEach(() => begin())
        .afterEach(() => world.dispose()),
      { numRuns: 5 },
    );
    await begin(1);
  }, 120_000);
});

describe("while the authority fails", () => {
  const handOver = async () =>
    (await read().select().from(t.outbox).where(eq(t.outbox.topic, "gateway.submit")))[0];

  it("other work goes on, and nobody waits for a line at rest", async () => {
    await begin();
    await set({ slowSeconds: 60 });
    const real = vi.spyOn(globalThis, "setTimeout");
    await world.pass(10 * MINUTE);
    const { failures, code } = await lineState(read());
    // Four hand-overs were due, three were waited for, and the poll, which finds out whether it answers again.
    expect({ failures, code }).toEqual({ failures: 4, code: "ETIMEDOUT" });
    expect(real.mock.calls.filter(([, ms]) => ms === 4_000)).toHaveLength(4);
    const waiting = await read().select().from(t.outbox);
    expect(waiting.filter(({ topic, doneAt }) => topic === "notify" && doneAt === null)).toEqual([]);
    real.mockRestore();
  });

  it("the line is asked again after its rest, and what waited goes out at once when it answers", async () => {
    await begin(1);
    await world.pass(MINUTE);
    await set({ down: 100 });
    await world.pass(10 * MINUTE);
    for (let n = 0; n < 10; n += 1) await world.pass(REST_MS);
    const failing = await lineState(read());
    expect(failing).toMatchObject({ code: "ECONNREFUSED", lastContactAt: expect.any(Number) });
    expect(failing.failingSince).toBeLessThan(world.clock.now());
    const late = await handOver();
    expect(late).toMatchObject({ doneAt: null, failedAt: null });
    await set({});
    const job = (await read().select().from(t.jobs).where(eq(t.jobs.kind, "gateway.poll")))[0];
    world.clock.advance(Math.max(REST_MS, (job?.runAt ?? 0) - world.clock.now()));
    await runDueWork();
    expect((await handOver())?.doneAt).not.toBeNull();
    expect(await lineState(read())).toMatchObject({ failures: 0, failingSince: null, code: null });
  });

  it("a missing notice is named, with what waits for it, until it comes", async () => {
    await begin(2);
    await inStore(async (tx) => ok(await storeSettings(tx, { ...DEFAULT_SETTINGS, noticeDelayMinutes: 5 })));
    await world.pass(10 * MINUTE);
    const held = await readStore().select().from(a.notices);
    expect(held).toHaveLength(2);
    await inStore(async (tx) => {
      await tx.delete(a.notices).where(eq(a.notices.number, 1));
      return ok(null);
    });
    await world.pass(5 * MINUTE);
    const { gap } = await lineState(read());
    expect(gap).toMatchObject({ number: 1, held: 1 });
    await world.pass(MINUTE);
    expect((await lineState(read())).gap).toEqual(gap);
    const [first] = held;
    if (first === undefined) throw new Error("no notice");
    await inStore(async (tx) => {
      await tx.insert(a.notices).values(first);
      return ok(null);
    });
    await world.pass(5_000);
    expect((await lineState(read())).gap).toBeNull();
    for (const { orderId } of orders) expect((await orderNow(orderId)).snapshot.state).toBe("SMS_PENDING");
  });

  it("a notice we stumble over is set aside, tried again, and stops nobody", async () => {
    await begin(2);
    await world.pass(10 * MINUTE);
    await world.pass(5_000);
    const [first, second] = orders;
    if (first === undefined || second === undefined) throw new Error("no orders");
    // Its submission cannot be read, so it cannot be entered into the register.
    const submitted = await submittedOf(first.orderId);
    await lie(first.orderId, UNREADABLE);
    await everybodyActs();
    await everybodyActs();
    await world.pass(5_000);
    expect((await orderNow(second.orderId)).snapshot.state).toBe("APPROVED");
    expect((await orderNow(first.orderId)).snapshot.state).not.toBe("APPROVED");
    const aside = () => read().select().from(t.outbox).where(eq(t.outbox.topic, "gateway.notice"));
    expect(await aside()).toMatchObject([
      { doneAt: null, orderId: first.orderId },
      { doneAt: null, orderId: first.orderId },
    ]);
    // The later one's turn comes first: it waits.
    await withTransaction(async (tx) => {
      const [, later] = await aside();
      await tx
        .update(t.outbox)
        .set({ runAt: 0 })
        .where(eq(t.outbox.id, later?.id ?? ""));
    });
    await lie(first.orderId, submitted);
    for (let n = 0; n < 3; n += 1) await world.pass(10 * MINUTE);
    expect((await orderNow(first.orderId)).snapshot.state).toBe("APPROVED");
    expect((await aside()).filter(({ doneAt }) => doneAt === null)).toEqual([]);
    expect(await passedOver()).toBe(0);
  });

  it("an order that cannot be put together takes no number, and holds nobody up", async () => {
    await begin(2);
    const [first, second] = orders;
    if (first === undefined || second === undefined) throw new Error("no orders");
    await lie(first.orderId, UNREADABLE);
    await world.pass(10 * MINUTE);
    await world.pass(5_000);
    expect(await read().select().from(t.gatewaySubmissions)).toMatchObject([
      { sequence: 1, orderId: second.orderId, state: "accepted" },
    ]);
    expect((await orderNow(second.orderId)).snapshot.state).toBe("SMS_PENDING");
    expect((await orderNow(first.orderId)).snapshot.state).toBe("READY_FOR_AUTHORITY");
  });
});

import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import { gateway } from "@/lib/authority";
import type { NoticeBody } from "@/lib/authority/gateway";
import { notify } from "@/lib/authority/sandbox/notices";
import { readStore } from "@/lib/authority/sandbox/store/client";
import * as a from "@/lib/authority/sandbox/store/schema";
import { inStore } from "@/lib/authority/sandbox/store/transaction";
import { submissionOf } from "@/lib/authority/sandbox/submissions";
import { payloadOf } from "@/lib/authority/testing";
import { verifyBySms } from "@/lib/boot/seed/situations-staff";
import { ok } from "@/lib/filing/shared/result";
import { runDueWork } from "@/lib/work/run";
import { abandonOrder, resubmitToAuthority } from "../orders/command-order";
import { audited, DAY, eventTypes, HOUR, MINUTE, newWorld, orderNow, type World } from "../testing";
import { run as poll } from "./poll-authority";
import { run as push } from "./push-to-authority";

let world: World;
beforeEach(async () => {
  world = await newWorld();
});
afterEach(() => world.dispose());

const DELAY = 10 * MINUTE;
const submissions = () => readStore().select().from(a.submissions);
const handOvers = () => read().select().from(t.gatewaySubmissions);
const setCounter = (name: string, value: number) =>
  withTransaction(async (tx) => {
    await tx
      .insert(t.counters)
      .values({ name, value })
      .onConflictDoUpdate({ target: t.counters.name, set: { value } });
  });
const payloadFor = async (orderId: string) => ({
  orderId,
  key: `${orderId}@${(await orderNow(orderId)).row.since}`,
});
const counted = async (orderId: string, type: string) =>
  (await eventTypes(orderId)).filter((one) => one === type).length;

/** The authority says something about a submission, whether or not it makes sense. */
const say = (sequence: number, body: NoticeBody) =>
  inStore(async (tx) => {
    const submission = await submissionOf(tx, sequence);
    if (submission === null) throw new Error("no submission");
    await notify(tx, submission, body, world.clock.now());
    return ok(null);
  });

describe("handing over", () => {
  it("waits for its time, and happens once however often it is asked for", async () => {
    const { orderId } = await world.approved("fresh-unit");
    const payload = await payloadFor(orderId);
    await expect(push(payload)).rejects.toThrow("order.push-too-early");
    expect(await submissions()).toEqual([]);
    expect(await handOvers()).toEqual([]);
    world.clock.advance(DELAY);
    await push(payload);
    await push(payload);
    await Promise.all([push(payload), push(payload)]);
    expect(await submissions()).toMatchObject([{ sequence: 1, orderId }]);
    expect(await handOvers()).toMatchObject([{ sequence: 1, state: "accepted" }]);
    expect(await counted(orderId, "pushed")).toBe(1);
  });

  it("after a crash before the answer was noted, repeats its number and is a duplicate", async () => {
    const { orderId } = await world.approved("fresh-unit");
    const payload = await payloadFor(orderId);
    world.clock.advance(DELAY);
    await push(payload);
    await withTransaction(async (tx) => {
      await tx.update(t.gatewaySubmissions).set({ state: "pending" });
    });
    await push(payload);
    expect(await submissions()).toHaveLength(1);
    expect(await handOvers()).toMatchObject([{ sequence: 1, state: "accepted" }]);
    expect(await counted(orderId, "pushed")).toBe(1);
  });

  it("that cannot be taken now is tried again with the same number, and cannot be taken back meanwhile", async () => {
    const { orderId } = await world.approved("fresh-unit");
    await setCounter("gateway.sequence", 1);
    await world.pass(DELAY);
    expect(await handOvers()).toMatchObject([{ sequence: 2, state: "pending" }]);
    expect((await orderNow(orderId)).snapshot).toMatchObject({ state: "READY_FOR_AUTHORITY", pushed: 2 });
    expect(await abandonOrder(await world.actor("fresh-unit"), { orderId })).toMatchObject({
      error: { reason: "order.handed-over" },
    });
    const [waiting] = await read().select().from(t.outbox).where(eq(t.outbox.topic, "gateway.submit"));
    expect(waiting).toMatchObject({ doneAt: null, attempts: 1 });
    await gateway().submit(1, payloadOf({ orderId: "another", certNo: "91110000MA01TEST0X" }));
    await world.pass(HOUR);
    await world.pass(5_000);
    expect(await handOvers()).toMatchObject([{ sequence: 2, state: "accepted" }]);
    expect((await orderNow(orderId)).snapshot.state).toBe("SMS_PENDING");
    expect(await counted(orderId, "pushed")).toBe(1);
  });

  it("that is refused for good comes back to the reviewers, with the code", async () => {
    const { orderId, seed } = await world.approved("fresh-unit");
    await gateway().submit(1, payloadOf({ orderId: "elsewhere", certNo: seed.account.idNo }));
    await setCounter("gateway.sequence", 1);
    await world.pass(DELAY);
    const { row, snapshot } = await orderNow(orderId);
    expect(snapshot).toMatchObject({ state: "PROVIDER_REVIEW", pushed: null, claim: null });
    expect(row.nextSweepAt).toBeNull();
    expect(await handOvers()).toMatchObject([{ sequence: 2, state: "refused" }]);
    const [event] = await read().select().from(t.orderEvents).where(eq(t.orderEvents.type, "push_refused"));
    expect(event?.event).toMatchObject({ code: "ORGANIZER_CONFLICT" });
    expect(await runDueWork()).toMatchObject({ failed: 0 });
  });

  it("never happens for an order given up within the ten minutes", async () => {
    const { orderId } = await world.approved("fresh-unit");
    await world.pass(DELAY - 1);
    expect(await abandonOrder(await world.actor("fresh-unit"), { orderId })).toMatchObject({ ok: true });
    await world.pass(DAY);
    expect(await submissions()).toEqual([]);
    expect(await handOvers()).toEqual([]);
    const waiting = (await read().select().from(t.outbox)).filter(({ doneAt }) => doneAt === null);
    expect(waiting.map(({ topic }) => topic)).toEqual(["order.erase"]);
    expect((await orderNow(orderId)).snapshot.state).toBe("ABANDONED");
  });
});

describe("what the authority says", () => {
  async function waitingForSms() {
    const applicant = await world.approved("fresh-unit");
    await world.pass(DELAY);
    await world.pass(5_000);
    expect((await orderNow(applicant.orderId)).snapshot.state).toBe("SMS_PENDING");
    return applicant;
  }
  const passedOver = async (orderId: string) =>
    (await audited(orderId)).filter(({ action }) => action === "authority.notice-passed-over");

  it("is taken once, however often and by however many it is heard", async () => {
    const { orderId, seed } = await waitingForSms();
    await verifyBySms(seed.lead);
    await Promise.all([poll(), poll(), poll()]);
    await setCounter("gateway.notice", 0);
    await poll();
    expect((await orderNow(orderId)).snapshot.state).toBe("AUTHORITY_REVIEW");
    for (const type of ["sms_started", "sms_done", "sms_completed"])
      expect(await counted(orderId, type), type).toBe(1);
    expect(await passedOver(orderId)).toEqual([]);
  });

  it("about an earlier hand-over is passed over, and does not stop what follows", async () => {
    const { orderId, seed } = await waitingForSms();
    await world.pass(DAY);
    await world.pass(5_000);
    expect((await orderNow(orderId)).snapshot).toMatchObject({ state: "SMS_FAILED", smsFailure: "timeout" });
    await resubmitToAuthority(await world.actor("fresh-unit"), { orderId });
    await world.pass(5_000);
    await world.pass(5_000);
    expect((await orderNow(orderId)).snapshot).toMatchObject({ state: "SMS_PENDING", pushed: 2 });

    await say(1, { type: "smsFailed", cause: "wrong_inputs" });
    await say(1, { type: "approved", entityNumber: "浙ICP备2026000009号", services: {} });
    await verifyBySms(seed.lead);
    await world.pass(5_000);
    expect((await orderNow(orderId)).snapshot.state).toBe("AUTHORITY_REVIEW");
    expect((await passedOver(orderId)).map(({ data, outcome }) => [data.type, outcome])).toEqual([
      ["smsFailed", "refused"],
      ["approved", "refused"],
    ]);
  });

  it("that contradicts the order's state is noted and passed over", async () => {
    const { orderId, seed } = await waitingForSms();
    await say(1, { type: "approved", entityNumber: "浙ICP备2026000009号", services: {} });
    await say(1, { type: "smsDone", personId: "ppl_nobody1" });
    await say(1, { type: "cancelled", numbers: ["浙ICP备2026000009号"] });
    await verifyBySms(seed.lead);
    await world.pass(5_000);
    expect((await orderNow(orderId)).snapshot.state).toBe("AUTHORITY_REVIEW");
    expect(await passedOver(orderId)).toHaveLength(3);
    expect(await read().select().from(t.entities)).toEqual([]);
  });

  it("against the filing opens corrections with the officer's words, sealed", async () => {
    const { orderId, seed } = await waitingForSms();
    await verifyBySms(seed.lead);
    await world.pass(5_000);
    const text = "主体证件照片与核验信息不符";
    await say(1, {
      type: "rejected",
      items: [
        { code: "DOC_UNCLEAR", target: "materials[ORG_CERT:entity]", text },
        { code: "NAME_NOT_OK", target: `people[${seed.lead.phone}].name`, text: null },
      ],
    });
    await world.pass(5_000);
    expect((await orderNow(orderId)).snapshot).toMatchObject({ state: "AUTHORITY_REJECTED" });
    const rows = await read().select().from(t.corrections);
    expect(rows.map(({ stage, target, suggestionEnc }) => [stage, target, suggestionEnc !== null])).toEqual([
      ["A", "materials[ORG_CERT:entity]", true],
      ["A", "order", false],
    ]);
    const plain = JSON.stringify(await read().select().from(t.orderEvents));
    expect(plain).not.toContain(text);
    expect(plain).not.toContain(seed.lead.phone);
  });

  it("as a conflict found during its review is a rejection, too", async () => {
    const { orderId, seed } = await waitingForSms();
    await verifyBySms(seed.lead);
    await world.pass(5_000);
    await say(1, { type: "conflict", code: "DOMAIN_CONFLICT", target: "order" });
    await world.pass(5_000);
    expect((await orderNow(orderId)).snapshot).toMatchObject({
      state: "AUTHORITY_REJECTED",
      corrections: [{ code: "DOMAIN_CONFLICT", target: "order" }],
    });
  });
});

describe("time alone", () => {
  it("sends again a day after the codes ran out", async () => {
    const { orderId } = await world.approved("fresh-unit");
    await world.pass(DELAY);
    await world.pass(5_000);
    await world.pass(DAY);
    await world.pass(5_000);
    expect((await orderNow(orderId)).snapshot.state).toBe("SMS_FAILED");
    await world.pass(DAY);
    await world.pass(30_000);
    await world.pass(5_000);
    expect((await orderNow(orderId)).snapshot).toMatchObject({ state: "SMS_PENDING", pushed: 2 });
    expect(await handOvers()).toMatchObject([{ sequence: 1 }, { sequence: 2, state: "accepted" }]);
  });

  it("reminds of a rejection three times, and after 45 days gives the order back as a draft", async () => {
    const { orderId } = await world.inReview("fresh-unit");
    const lin = await world.reviewer("reviewer-lin");
    await lin.claim(orderId);
    await lin.reject(orderId, () => [{ code: "NAME_NOT_OK", target: "order", suggestion: "" }]);
    const days: number[] = [];
    for (let day = 1; day <= 45; day += 1) {
      const before = (await orderNow(orderId)).snapshot.remindedDay;
      await world.pass(DAY);
      if ((await orderNow(orderId)).snapshot.remindedDay > before) days.push(day);
    }
    expect(days).toEqual([5, 10, 15]);
    expect((await orderNow(orderId)).snapshot).toMatchObject({ state: "DRAFT", round: 1 });
    expect((await eventTypes(orderId)).at(-1)).toBe("lapsed");
    expect(await read().select().from(t.materials)).not.toEqual([]);
  });

  it("ends a draft nobody touched for 30 days, and nobody else's", async () => {
    const old = await world.applicant("fresh-unit");
    await old.start();
    await world.pass(29 * DAY);
    const young = await world.applicant("filed");
    await young.start();
    await world.pass(DAY);
    expect((await orderNow(old.orderId)).snapshot.state).toBe("EXPIRED");
    expect((await orderNow(young.orderId)).snapshot.state).toBe("DRAFT");
    const [event] = await read().select().from(t.orderEvents).where(eq(t.orderEvents.type, "expired"));
    expect(event).toMatchObject({ actorKind: "system", userId: null });
    await old.start();
    expect((await orderNow(old.orderId)).snapshot.state).toBe("DRAFT");
  });
});

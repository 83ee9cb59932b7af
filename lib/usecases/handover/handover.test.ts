import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import { gateway } from "@/lib/authority";
import type { Actor } from "@/lib/filing/access";
import { ok } from "@/lib/filing/shared/result";
import { abandonOrder } from "../orders/command-order";
import { approveOrder } from "../review/approve-order";
import { audited, DAY, MINUTE, orderNow, seen, type World } from "../testing";
import { downloadHandover } from "./download-handover";
import { handoverState } from "./import-handover";
import { countHandover, handoverWaiting, listHandover } from "./list-handover";
import { openLookUps, recordLookUp } from "./look-ups";
import { readHandover } from "./read-handover";
import { recordCancellation, recordHandover, takeHandover } from "./record-handover";
import { inTray, lookUpAll, manualWorld, record, sequenceOf, underReview } from "./testing";

let world: World;
beforeEach(async () => {
  world = await manualWorld();
});
afterEach(() => world.dispose());

const lin = () => world.actor("reviewer-lin");
const zhao = () => world.actor("reviewer-zhao");
const stateOf = async (orderId: string) => (await orderNow(orderId)).snapshot.state;
const page = async (sequence: number) => {
  const answer = await readHandover(await lin(), { sequence });
  if (!answer.ok) throw new Error(answer.error.reason ?? answer.error.code);
  return answer.value;
};
const numbersFor = async (sequence: number, serial = "2026000001") => {
  const { services } = await page(sequence);
  const entityNumber = `浙ICP备${serial}号`;
  return {
    type: "approved" as const,
    entityNumber,
    services: Object.fromEntries(services.map(({ id }, index) => [id, `${entityNumber}-${index + 1}`])),
  };
};

describe("the road by hand", () => {
  it("leads an order to its numbers; the order moves by notices only", async () => {
    const { orderId } = await inTray(world, "fresh-unit");
    expect(await stateOf(orderId)).toBe("READY_FOR_AUTHORITY");
    expect(await handoverWaiting(await zhao())).toBe(1);
    const sequence = await sequenceOf(orderId);
    await record(await zhao(), sequence, { type: "sent" });
    await record(await lin(), sequence, { type: "smsStarted" });
    expect(await stateOf(orderId)).toBe("READY_FOR_AUTHORITY");
    await world.pass(5_000);
    expect(await stateOf(orderId)).toBe("SMS_PENDING");
    for (const { personId } of (await page(sequence)).leads)
      await record(await lin(), sequence, { type: "smsDone", personId });
    await world.pass(5_000);
    expect(await stateOf(orderId)).toBe("AUTHORITY_REVIEW");
    const numbers = await numbersFor(sequence);
    expect(await record(await lin(), sequence, numbers)).toMatchObject({ ok: true });
    await world.pass(5_000);
    expect((await orderNow(orderId)).snapshot).toMatchObject({ state: "APPROVED" });
    expect(await read().select().from(t.entities)).toMatchObject([{ number: numbers.entityNumber }]);
    const { history, state, outline, recordable } = await page(sequence);
    expect([state, recordable, history.at(-1)?.fact.type]).toEqual(["approved", [], "downloaded"]);
    expect(outline.length).toBeGreaterThan(0);
    expect(history.map(({ by }) => by)).toContain(history[0]?.by);
    expect(await handoverState()).toEqual({ waiting: 0, out: 0 });
    expect(await gateway().lookUp({ certNo: world.seedOf("fresh-unit").account.idNo })).toMatchObject({
      entity: { filed: true, number: numbers.entityNumber, shell: false },
    });
  });

  it("back to the reviewers when the authority's form refuses it, and out again", async () => {
    const { orderId } = await inTray(world, "fresh-unit");
    const sequence = await sequenceOf(orderId);
    await record(await lin(), sequence, { type: "refused", code: "ORGANIZER_BLACKLISTED" });
    await world.pass(5_000);
    expect((await orderNow(orderId)).snapshot).toMatchObject({ state: "PROVIDER_REVIEW", pushed: null });
    const events = await read().select().from(t.orderEvents).where(eq(t.orderEvents.type, "push_refused"));
    expect(events).toMatchObject([{ actorKind: "system", event: { code: "ORGANIZER_BLACKLISTED" } }]);
  });

  it("back to the applicant with the authority's items, or as a conflict", async () => {
    const { orderId } = await inTray(world, "fresh-unit");
    const sequence = await underReview(world, await lin(), orderId);
    const text = "主体证件照片不清晰";
    const items = [{ code: "DOC_UNCLEAR", target: "order", text }];
    expect(await record(await lin(), sequence, { type: "rejected", items })).toMatchObject({ ok: true });
    await world.pass(5_000);
    expect((await orderNow(orderId)).snapshot).toMatchObject({
      state: "AUTHORITY_REJECTED",
      corrections: [{ code: "DOC_UNCLEAR" }],
    });
    const rows = JSON.stringify(await read().select().from(t.manualRecords));
    expect(rows).not.toContain(text);

    const other = await inTray(world, "filed");
    const second = await underReview(world, await lin(), other.orderId);
    await record(await lin(), second, { type: "conflict", code: "ORGANIZER_CONFLICT", target: "order" });
    await world.pass(5_000);
    expect(await stateOf(other.orderId)).toBe("AUTHORITY_REJECTED");
  });

  it("fails with the text messages, and a newer hand-over has its own submission", async () => {
    const { orderId } = await inTray(world, "fresh-unit");
    const first = await sequenceOf(orderId);
    await record(await lin(), first, { type: "sent" });
    await record(await lin(), first, { type: "smsStarted" });
    await record(await lin(), first, { type: "smsFailed", cause: "timeout" });
    await world.pass(5_000);
    expect((await orderNow(orderId)).snapshot).toMatchObject({ state: "SMS_FAILED", smsFailure: "timeout" });
    await world.pass(DAY);
    await world.pass(MINUTE);
    expect(await sequenceOf(orderId)).toBe(first + 1);
    expect(await record(await lin(), first, { type: "sent" })).toMatchObject({ ok: true });
    expect((await page(first)).state).toBe("smsFailed");
    expect((await page(first + 1)).state).toBe("received");
  });
});

describe("numbers", () => {
  it("are used once, by whoever comes first, in the register or not yet", async () => {
    const first = await inTray(world, "fresh-unit");
    const second = await inTray(world, "filed");
    const [a, b] = [
      await underReview(world, await lin(), first.orderId),
      await underReview(world, await lin(), second.orderId),
    ];
    await record(await lin(), a, await numbersFor(a));
    for (let polled = 0; polled < 2; polled++) {
      const answer = await record(await lin(), b, await numbersFor(b));
      const reasons = answer.ok ? [] : (answer.error.fields ?? []).map(({ reason }) => reason);
      expect(reasons).toContain("handover.number-taken");
      await world.pass(5_000);
    }
  });

  it("cancelled by the authority unasked are a notice of no order", async () => {
    expect(await recordCancellation(await lin(), { numbers: ["浙ICP备2026000001号", "x"] })).toMatchObject({
      error: { code: "invalid", fields: [{ path: "numbers.1", reason: "handover.number-form" }] },
    });
    expect(await recordCancellation(await lin(), { numbers: ["浙ICP备2026000001号"] })).toMatchObject({
      error: { fields: [{ path: "numbers.0", reason: "handover.number-unknown" }] },
    });
    const { orderId } = await inTray(world, "fresh-unit");
    const sequence = await underReview(world, await lin(), orderId);
    await record(await lin(), sequence, await numbersFor(sequence));
    await world.pass(5_000);
    const numbers = ["浙ICP备2026000001号", "浙icp备2026000001"];
    const own = { ...(await lin()), accountIds: [(await orderNow(orderId)).row.accountId] };
    expect(await recordCancellation(own, { numbers })).toMatchObject({ error: { code: "forbidden" } });
    expect(await recordCancellation(await lin(), { numbers })).toEqual({ ok: true, value: { count: 1 } });
    expect((await gateway().poll(0)).at(-1)).toMatchObject({
      ...{ orderId: null, sequence: null },
      body: { type: "cancelled", numbers: ["浙ICP备2026000001号"] },
    });
    await world.pass(5_000);
    expect(await gateway().poll(0)).toEqual([]);
    const [entity] = await read().select().from(t.entities);
    expect(entity?.endedAt).not.toBeNull();
  });
});

describe("what is somebody's own", () => {
  it("stands whole only before who took it over and a supervisor, and each look says so", async () => {
    const { orderId, seed } = await inTray(world, "fresh-unit");
    const sequence = await sequenceOf(orderId);
    const own = [seed.lead.idNo, seed.lead.phone];
    const supervisor = () => world.actor("supervisor");
    const told = async (who: () => Promise<Actor>) => {
      const view = await readHandover(await who(), { sequence });
      if (!view.ok) throw new Error(view.error.code);
      const text = JSON.stringify(view.value.outline);
      return {
        whole: view.value.whole,
        takenBy: view.value.takenBy,
        seen: own.filter((v) => text.includes(v)),
      };
    };
    const masked = { whole: false, takenBy: null, seen: [] };
    expect(await told(lin)).toEqual(masked);
    await takeHandover(await lin(), { sequence });
    const takenBy = expect.any(String) as string;
    expect(await told(lin)).toEqual({ whole: true, takenBy, seen: own });
    expect(await told(zhao)).toEqual({ ...masked, takenBy });
    expect(await told(supervisor)).toEqual({ whole: true, takenBy, seen: own });
    await record(await lin(), sequence, { type: "refused", code: "ORGANIZER_BLACKLISTED" });
    expect(await told(lin)).toEqual({ ...masked, takenBy });
    const looks = (await audited(orderId)).filter(({ action }) => action === "handover.viewed");
    expect(looks.map(({ data }) => (data as { whole: boolean }).whole)).toEqual([
      ...[false, true, false, true],
      ...[true, false],
    ]);
  });

  it("is downloaded by them alone; a colleague takes nothing over from them", async () => {
    const { orderId } = await inTray(world, "fresh-unit");
    const sequence = await sequenceOf(orderId);
    await takeHandover(await lin(), { sequence });
    const ofOther = { error: { code: "forbidden", reason: "handover.of-other" } };
    expect(await takeHandover(await zhao(), { sequence })).toMatchObject(ofOther);
    expect(await downloadHandover(await zhao(), { sequence })).toMatchObject(ofOther);
    const supervisor = await world.actor("supervisor");
    for (const who of [await lin(), supervisor]) {
      expect(await takeHandover(who, { sequence })).toMatchObject({ ok: true });
      const download = await downloadHandover(who, { sequence });
      if (!download.ok) throw new Error(download.error.code);
      await download.value.body.cancel();
    }
    const taken = await read().select().from(t.manualRecords).where(eq(t.manualRecords.type, "downloaded"));
    expect(taken).toMatchObject([{ userId: (await lin()).userId }]);
    const downloads = (await audited(orderId)).filter(({ action }) => action === "handover.downloaded");
    expect(downloads).toHaveLength(2);
  });
});

describe("two of the staff", () => {
  it("at once: one wins, the other is told, and the order hears of it once", async () => {
    const { orderId } = await inTray(world, "fresh-unit");
    const sequence = await sequenceOf(orderId);
    await record(await lin(), sequence, { type: "sent" });
    const { version } = await page(sequence);
    const [one, other] = await Promise.all([
      recordHandover(await lin(), { sequence, version, record: { type: "smsStarted" } }),
      recordHandover(await zhao(), { sequence, version, record: { type: "smsStarted" } }),
    ]);
    expect([one.ok, other.ok].filter(Boolean)).toHaveLength(1);
    expect([one, other].find(({ ok: won }) => !won)).toMatchObject({
      error: { code: "stale", reason: "handover.moved" },
    });
    expect((await gateway().poll(0)).map(({ body }) => body.type)).toEqual(["smsStarted"]);
    expect((await page(sequence)).state).toBe("sms");
  });

  it("never at an order of their own account, nor where a machine does it", async () => {
    const { orderId } = await inTray(world, "fresh-unit");
    const sequence = await sequenceOf(orderId);
    const { accountId } = (await orderNow(orderId)).row;
    const own = { ...(await lin()), accountIds: [accountId] };
    for (const answer of [
      await readHandover(own, { sequence }),
      await takeHandover(own, { sequence }),
      await recordHandover(own, { sequence, version: 1, record: { type: "sent" } }),
    ])
      expect(answer).toMatchObject({ error: { code: "forbidden", reason: "order.own-account" } });
    expect(await countHandover(own)).toEqual({ todo: 0, out: 0, done: 0 });
    expect(await listHandover(own, { view: "todo" })).toMatchObject({ value: { rows: [] } });
    expect(await listHandover(await lin(), { view: "todo" })).toMatchObject({
      value: { rows: [{ sequence, orderId }], counts: { todo: 1 }, byProvince: { "330000": 1 } },
    });
    expect(await listHandover(await lin(), { view: "todo", province: "110000" })).toMatchObject({
      value: { rows: [], byProvince: { "330000": 1 } },
    });
    expect(await readHandover(await lin(), { sequence: 99 })).toMatchObject({ error: { code: "not_found" } });
  });

  it("leave nothing personal in the audit", async () => {
    const { orderId, seed } = await inTray(world, "fresh-unit");
    await underReview(world, await lin(), orderId);
    const told = JSON.stringify(await audited(orderId));
    expect(told).toContain("handover.recorded");
    for (const secret of [seed.lead.name, seed.lead.phone, seed.account.idNo, seed.domains[0] ?? ""])
      expect(told).not.toContain(secret);
  });
});

describe("what nobody can ask a machine", () => {
  it("is asked by who holds the order, before it is forwarded, and counts for seven days", async () => {
    const { orderId, seed } = await world.inReview("fresh-unit");
    const reviewer = await world.reviewer("reviewer-lin");
    expect(await openLookUps(await lin(), { orderId })).toMatchObject({
      error: { reason: "handover.not-yours" },
    });
    await reviewer.claim(orderId);
    await reviewer.call(world.clock, orderId, "REACHED_OK");
    const approve = async () => approveOrder(await lin(), { ...(await seen(orderId)), overrideReason: "" });
    expect(await approve()).toMatchObject({
      error: { reason: "handover.look-ups-open", params: { count: 2 } },
    });
    expect(await openLookUps(await lin(), { orderId })).toMatchObject({
      value: { certNo: seed.account.idNo, domains: [seed.domains[0]] },
    });
    await lookUpAll(await lin(), orderId);
    expect(await gateway().unasked({ certNo: seed.account.idNo, domains: [seed.domains[0] ?? ""] })).toEqual(
      [],
    );
    world.clock.advance(7 * DAY - 1);
    expect(await gateway().unasked({ certNo: seed.account.idNo })).toEqual([]);
    world.clock.advance(1);
    expect(await gateway().unasked({ certNo: seed.account.idNo })).toEqual([{ kind: "cert" }]);
  });

  it("speaks through the rule book once it is recorded", async () => {
    const { orderId, seed } = await world.inReview("fresh-unit");
    const [domain = ""] = seed.domains;
    await (await world.reviewer("reviewer-lin")).claim(orderId);
    const look = async (input: {
      domain: string | null;
      result: "free" | "filed" | "blacklisted";
      number: string;
    }) => recordLookUp(await lin(), { orderId, ...input });
    expect(await look({ domain, result: "filed", number: "nothing" })).toMatchObject({
      error: { fields: [{ path: "number", reason: "handover.number-form" }] },
    });
    expect(await look({ domain: "elsewhere.cn", result: "free", number: "" })).toMatchObject({
      error: { code: "stale" },
    });
    await look({ domain, result: "filed", number: "粤ICP备2020000001" });
    await look({ domain: null, result: "free", number: "" });
    const by = { certNo: seed.account.idNo, domains: [domain] };
    expect(await gateway().lookUp(by)).toMatchObject({
      entity: { filed: false },
      domains: { [domain]: { filed: "other-entity", number: "粤ICP备2020000001号" } },
    });
    await look({ domain: null, result: "filed", number: "粤ICP备2020000001号" });
    expect(await gateway().lookUp(by)).toMatchObject({
      entity: { filed: true },
      domains: { [domain]: { filed: "same-entity" } },
    });
    await look({ domain: null, result: "blacklisted", number: "" });
    expect(await gateway().lookUp(by)).toMatchObject({ entity: { blacklisted: true } });
    const rows = JSON.stringify(await read().select().from(t.manualLookUps));
    expect([rows.includes(domain), rows.includes(seed.account.idNo)]).toEqual([false, false]);
  });
});

describe("an order that is erased", () => {
  it("takes its submissions along, and the gateway lives with that", async () => {
    const applicant = await inTray(world, "fresh-unit");
    const { orderId } = applicant;
    const sequence = await sequenceOf(orderId);
    await record(await lin(), sequence, { type: "sent" });
    await record(await lin(), sequence, { type: "smsStarted" });
    await record(await lin(), sequence, { type: "smsFailed", cause: "wrong_inputs" });
    await world.pass(5_000);
    expect(await abandonOrder(await world.actor("fresh-unit"), { orderId })).toMatchObject({ ok: true });
    // What was acknowledged is offered again only to who forgot it.
    await withTransaction(async (tx) =>
      ok(await tx.delete(t.counters).where(eq(t.counters.name, "manual.acked"))),
    );
    expect((await gateway().poll(0)).length).toBe(2);
    await world.pass(30 * DAY);
    await world.pass(MINUTE);
    expect((await orderNow(orderId)).row.wrappedKey).toBeNull();
    expect(await readHandover(await lin(), { sequence })).toMatchObject({
      error: { reason: "order.erased" },
    });
    expect(await read().select().from(t.manualMarks)).toEqual([]);
    const bodies = (await gateway().poll(0)).map(({ body }) => body);
    expect(bodies).toEqual([
      { type: "refused", code: "ERASED" },
      { type: "refused", code: "ERASED" },
    ]);
    expect(await listHandover(await lin(), { view: "done" })).toMatchObject({
      value: { rows: [{ sequence }] },
    });
  });
});

describe("an installation that changes to hands", () => {
  it("goes on counting where the machine stopped", async () => {
    await withTransaction(async (tx) => {
      await tx
        .insert(t.gatewaySubmissions)
        .values({ sequence: 7, orderId: "x", key: "x", state: "accepted", at: 1 });
      await tx.insert(t.counters).values([
        { name: "gateway.sequence", value: 7 },
        { name: "gateway.notice", value: 40 },
      ]);
      return ok(null);
    });
    const { orderId } = await inTray(world, "fresh-unit");
    expect(await sequenceOf(orderId)).toBe(8);
    await record(await lin(), 8, { type: "sent" });
    await record(await lin(), 8, { type: "smsStarted" });
    expect((await gateway().poll(40)).map(({ number }) => number)).toEqual([41]);
    await world.pass(5_000);
    expect(await stateOf(orderId)).toBe("SMS_PENDING");
  });
});

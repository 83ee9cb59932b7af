import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import type { Site } from "@/lib/boot/seed/situations-documents";
import { DAY, eventTypes, HOUR, MINUTE, newWorld, orderNow, seen, type World } from "../testing";
import { claimOrder, releaseOrder } from "./claim-order";
import { countQueue, listQueue } from "./list-queue";
import { nextOrder } from "./next-order";
import { reassignOrder } from "./reassign-order";
import { listSavedViews, MOST_SAVED_VIEWS, removeView, renameView, saveView } from "./saved-views";
import { listTakenAway } from "./taken-away";

/** What a person may have. */
const DIARY: Site = {
  name: "夏日读书札记",
  contents: [24],
  remark: "个人网站，记录读书心得与摘抄，不含任何单位信息。",
};

let world: World;
beforeEach(async () => {
  world = await newWorld();
});
afterEach(() => world.dispose());

const lin = () => world.actor("reviewer-lin");
const zhao = () => world.actor("reviewer-zhao");
const supervisor = () => world.actor("supervisor");
const ids = async (...[actor, input]: Parameters<typeof listQueue>) => {
  const page = await listQueue(actor, input);
  return page.ok ? page.value.rows.map(({ id }) => id) : [];
};

describe("reassigning", () => {
  const to = async (persona: string) => ({ userId: (await world.actor(persona)).userId });

  it("puts an order into a colleague's hands, also one nobody has; he who had it is told", async () => {
    const { orderId } = await world.inReview("fresh-unit");
    expect(
      await reassignOrder(await supervisor(), { ...(await seen(orderId)), ...(await to("reviewer-lin")) }),
    ).toMatchObject({ ok: true });
    expect((await orderNow(orderId)).row.claimUserId).toBe((await lin()).userId);
    expect(await listTakenAway(await lin())).toEqual([]);
    await world.pass(MINUTE);
    const again = { ...(await seen(orderId)), ...(await to("reviewer-zhao")) };
    expect(await reassignOrder(await supervisor(), again)).toMatchObject({ ok: true });
    expect(await listTakenAway(await lin())).toMatchObject([{ orderId, how: "reassigned" }]);
    expect(await listTakenAway(await zhao())).toEqual([]);
    expect(await eventTypes(orderId)).toEqual(expect.arrayContaining(["reassigned", "reassigned"]));
  });

  it("is the supervisor's alone, with the page of now, into other hands", async () => {
    const { orderId } = await world.inReview("fresh-unit");
    await claimOrder(await lin(), await seen(orderId));
    const page = await seen(orderId);
    const target = await to("reviewer-zhao");
    expect(await reassignOrder(await lin(), { ...page, ...target })).toMatchObject({
      error: { code: "forbidden", reason: "order.wrong-actor" },
    });
    expect(
      await reassignOrder(await supervisor(), { ...page, ...target, version: page.version - 1 }),
    ).toMatchObject({ error: { code: "stale" } });
    expect(await reassignOrder(await supervisor(), { ...page, ...(await to("reviewer-lin")) })).toMatchObject(
      { error: { reason: "order.already-theirs" } },
    );
    expect(await seen(orderId)).toEqual(page);
  });

  it("goes to nobody who may not judge it: no reviewer, unknown, blocked, or of the order's account", async () => {
    const { orderId } = await world.inReview("fresh-unit");
    const refused = { error: { code: "invalid", reason: "order.not-their-order" } };
    const give = async (userId: string) =>
      reassignOrder(await supervisor(), { ...(await seen(orderId)), userId });
    for (const persona of ["admin", "officer", "fresh-person"])
      expect(await give((await world.actor(persona)).userId)).toMatchObject(refused);
    expect(await give("01900000-0000-7000-8000-000000000000")).toMatchObject(refused);
    const { accountId } = (await orderNow(orderId)).row;
    const { userId } = await zhao();
    await withTransaction(async (tx) => {
      await tx.insert(t.accountMembers).values({ accountId, userId, role: "member" });
      await tx
        .update(t.users)
        .set({ status: "blocked" })
        .where(eq(t.users.id, (await lin()).userId));
    });
    expect(await give(userId)).toMatchObject(refused);
    expect(await give((await lin()).userId)).toMatchObject(refused);
    expect((await orderNow(orderId)).row.claimUserId).toBeNull();
  });

  it("is refused in an account of the supervisor's own, whoever it would go to", async () => {
    const { orderId } = await world.inReview("fresh-unit");
    const { accountId } = (await orderNow(orderId)).row;
    const { userId } = await supervisor();
    await withTransaction(async (tx) => {
      await tx.insert(t.accountMembers).values({ accountId, userId, role: "member" });
    });
    const give = { ...(await seen(orderId)), ...(await to("admin")) };
    expect(await reassignOrder(await supervisor(), give)).toMatchObject({
      error: { code: "forbidden", reason: "order.own-account" },
    });
  });
});

describe("an order nobody touches", () => {
  it("goes back by itself after four hours, and he who had it is told for three days", async () => {
    const { orderId } = await world.inReview("fresh-unit");
    await claimOrder(await lin(), await seen(orderId));
    await world.pass(4 * HOUR - MINUTE);
    await world.pass(30_000);
    expect((await orderNow(orderId)).snapshot.claim).not.toBeNull();
    await world.pass(MINUTE);
    await world.pass(30_000);
    expect((await orderNow(orderId)).snapshot.claim).toBeNull();
    expect(await listTakenAway(await lin())).toMatchObject([{ orderId, how: "idle" }]);
    expect(await listTakenAway(await zhao())).toEqual([]);
    world.clock.advance(3 * DAY - HOUR);
    expect(await listTakenAway(await lin())).toHaveLength(1);
    world.clock.advance(2 * HOUR);
    expect(await listTakenAway(await lin())).toEqual([]);
  });

  it("is told of no more once it is his again, nor when he gave it back himself", async () => {
    const { orderId } = await world.inReview("fresh-unit");
    await claimOrder(await lin(), await seen(orderId));
    await world.pass(4 * HOUR + MINUTE);
    await world.pass(30_000);
    await claimOrder(await lin(), await seen(orderId));
    expect(await listTakenAway(await lin())).toEqual([]);
    await releaseOrder(await lin(), await seen(orderId));
    expect(await listTakenAway(await lin())).toMatchObject([{ how: "idle" }]);
  });
});

describe("the next order", () => {
  const next = async (persona: string, over: Partial<Parameters<typeof nextOrder>[1]> = {}) =>
    nextOrder(await world.actor(persona), { view: "unclaimed", filters: {}, after: null, ...over });

  it("is the oldest one left, claimed; of two who ask at once each gets another; then there is none", async () => {
    const a = await world.inReview("fresh-unit");
    await world.pass(MINUTE);
    const b = await world.inReview("fresh-person", DIARY);
    const both = await Promise.all([next("reviewer-lin"), next("reviewer-zhao")]);
    const got = both.map((one) => (one.ok ? one.value?.orderId : null));
    expect(new Set(got)).toEqual(new Set([a.orderId, b.orderId]));
    expect((await orderNow(got[0] ?? "")).row.claimUserId).toBe((await lin()).userId);
    expect(await next("supervisor")).toEqual({ ok: true, value: null });
  });

  it("is not the one at hand, keeps to the filters, and in one's own list is one that is held", async () => {
    const a = await world.inReview("fresh-unit");
    await world.pass(MINUTE);
    const b = await world.inReview("fresh-person", DIARY);
    expect(await next("reviewer-lin", { after: b.orderId, filters: { kind: "person" } })).toEqual({
      ok: true,
      value: null,
    });
    expect(await next("reviewer-lin", { filters: { kind: "person" } })).toEqual({
      ok: true,
      value: { orderId: b.orderId },
    });
    expect(await next("reviewer-lin", { view: "mine" })).toEqual({ ok: true, value: { orderId: b.orderId } });
    expect(await next("reviewer-lin", { view: "mine", after: b.orderId })).toEqual({ ok: true, value: null });
    expect(await next("reviewer-lin", { view: "all", after: b.orderId })).toEqual({
      ok: true,
      value: { orderId: a.orderId },
    });
  });

  it("is nobody's who is no reviewer, and never of one's own account", async () => {
    const { orderId } = await world.inReview("fresh-unit");
    expect(await next("admin")).toMatchObject({ error: { code: "forbidden" } });
    const { accountId } = (await orderNow(orderId)).row;
    const { userId } = await lin();
    await withTransaction(async (tx) => {
      await tx.insert(t.accountMembers).values({ accountId, userId, role: "member" });
    });
    expect(await next("reviewer-lin")).toEqual({ ok: true, value: null });
  });
});

describe("filters", () => {
  it("narrow a view down: kind, type, province, round, reviewer", async () => {
    const unit = await world.inReview("fresh-unit");
    const person = await world.inReview("fresh-person", DIARY);
    await claimOrder(await lin(), await seen(unit.orderId));
    const { province } = (await orderNow(unit.orderId)).row;
    const { userId } = await lin();
    const of = async (filters: Parameters<typeof listQueue>[1]["filters"]) =>
      (await ids(await supervisor(), { view: "review", filters })).sort();
    const both = [unit.orderId, person.orderId].sort();
    expect(await of({})).toEqual(both);
    expect(await of({ kind: "unit" })).toEqual([unit.orderId]);
    expect(await of({ kind: "person" })).toEqual([person.orderId]);
    expect(await of({ by: userId })).toEqual([unit.orderId]);
    expect(await of({ by: "none" })).toEqual([person.orderId]);
    expect(await of({ round: "first" })).toEqual(both);
    expect(await of({ round: "again" })).toEqual([]);
    expect(await of({ type: "FIRST_FILING" })).toEqual(both);
    expect(await of({ type: "NEW_SERVICE_LOCAL" })).toEqual([]);
    expect(await of({ province: province ?? "" })).toContain(unit.orderId);
    expect(await of({ province: "540000" })).toEqual([]);
  });

  it("by day: what is expected on it or before, by working days; today is the view of its own", async () => {
    // A Monday morning: two working days are over on Wednesday.
    const { orderId } = await world.inReview("fresh-unit");
    const until = async (due: string) => ids(await lin(), { view: "review", filters: { due } });
    expect(await until("2026-11-24")).toEqual([]);
    expect(await until("2026-11-25")).toEqual([orderId]);
    expect(await ids(await lin(), { view: "due" })).toEqual([]);
    const goTo = (at: string) => world.clock.advance(Date.parse(at) - world.clock.now());
    goTo("2026-11-24T23:59:59+08:00");
    expect((await countQueue(await lin())).due).toBe(0);
    goTo("2026-11-25T00:00:00+08:00");
    expect(await ids(await lin(), { view: "due" })).toEqual([orderId]);
    expect((await countQueue(await lin())).due).toBe(1);
  });
});

describe("saved views", () => {
  const view = {
    name: "浙江单位",
    view: "unclaimed",
    filters: { province: "330000", kind: "unit" },
  } as const;

  it("are one's own, counted with the others, renamed and removed", async () => {
    const kept = await saveView(await lin(), view);
    const id = kept.ok ? kept.value.id : "";
    expect(await listSavedViews(await lin())).toEqual([{ id, ...view }]);
    expect(await listSavedViews(await zhao())).toEqual([]);
    await world.inReview("fresh-unit");
    const { province } = (await read().select().from(t.orders))[0] ?? {};
    const counts = await countQueue(await lin(), {
      [id]: { view: "unclaimed", filters: { province: province ?? "", kind: "unit" } },
      other: { view: "unclaimed", filters: { kind: "person" } },
    });
    expect(counts).toMatchObject({ unclaimed: 1, [id]: 1, other: 0 });
    expect(await renameView(await zhao(), { id, name: "x" })).toMatchObject({ error: { code: "not_found" } });
    expect(await renameView(await lin(), { id, name: " 新名 " })).toEqual({ ok: true, value: null });
    await removeView(await zhao(), { id });
    expect(await listSavedViews(await lin())).toMatchObject([{ name: "新名" }]);
    expect(await removeView(await lin(), { id })).toEqual({ ok: true, value: null });
    expect(await listSavedViews(await lin())).toEqual([]);
  });

  it("have a name nobody else of his has, and end at so many", async () => {
    expect(await saveView(await lin(), { ...view, name: "  " })).toMatchObject({ error: { path: "name" } });
    const made: string[] = [];
    for (let n = 0; n < MOST_SAVED_VIEWS; n += 1) {
      const one = await saveView(await lin(), { ...view, name: `v${n}` });
      made.push(one.ok ? one.value.id : "");
    }
    expect(made).not.toContain("");
    expect(await saveView(await lin(), { ...view, name: "more" })).toMatchObject({
      error: { reason: "review.views-full" },
    });
    await removeView(await lin(), { id: made[0] ?? "" });
    expect(await saveView(await lin(), { ...view, name: "v1" })).toMatchObject({
      error: { reason: "review.name-taken" },
    });
    expect(await renameView(await lin(), { id: made[1] ?? "", name: "v2" })).toMatchObject({
      error: { reason: "review.name-taken" },
    });
    expect(await renameView(await lin(), { id: made[1] ?? "", name: "v1" })).toMatchObject({ ok: true });
    expect(await saveView(await zhao(), { ...view, name: "v1" })).toMatchObject({ ok: true });
  });
});
